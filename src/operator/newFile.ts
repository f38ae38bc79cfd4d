import { InputProblem } from './io.ts';

export interface NewFiles {
  /** Writes a new file. Throws if there is one already. */
  readonly writeBytes: (path: string, bytes: Uint8Array) => void;
}

export const writeNew = ({ writeBytes }: NewFiles, out: string, bytes: Uint8Array): void => {
  try {
    writeBytes(out, bytes);
  } catch (cause) {
    throw new InputProblem(`--out: the file ${out} cannot be written: there may be one already.`, { cause });
  }
};
