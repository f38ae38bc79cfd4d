/**
 * The folder has the commands of `npm run -s strategy`, a file each; this is what they may touch: files, the two streams,
 * and the exit code. `src/start/strategy.ts` supplies the real ones.
 */
export interface Io {
  /** The text of a file. Throws if it cannot be read. */
  readonly read: (path: string) => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly exit: (code: number) => void;
}

/** Bad input: one sentence that names the field, and exit code 2. */
export class InputProblem extends Error {}
