/** Papers about a decided discussion as files: what the commands that make them share. */
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import { fileKinds, setAs } from '../documents/paper/files.ts';
import type { Paper } from '../documents/paper/paper.ts';
import { InputProblem } from './io.ts';
import type { StoreEdges } from './stores.ts';

export type PaperEdges = StoreEdges & {
  /** Writes a new file, whole or not at all. Throws if there is one already. */
  readonly writeBytes: (path: string, bytes: Uint8Array) => void;
};

/** Set before anything is written: a paper that cannot be set leaves nothing behind. */
export const writerFor = (
  edges: Pick<PaperEdges, 'io' | 'writeBytes'>,
  out: string,
): ((paper: Paper) => Promise<void>) => {
  const kind = fileKinds.find((one) => out.endsWith(`.${one}`));
  if (kind === undefined) throw new InputProblem(`--out: "${out}" must end in .pdf or .docx.`);
  return async (paper) => {
    writeNew(edges, out, await setAs[kind](paper));
    edges.io.out(`${paper.title} is in ${out}.\n`);
  };
};

export const writeNew = ({ writeBytes }: Pick<PaperEdges, 'writeBytes'>, out: string, bytes: Uint8Array): void => {
  try {
    writeBytes(out, bytes);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'EEXIST' ? 'there is one already' : 'nothing was left there';
    throw new InputProblem(`--out: the file ${out} cannot be written: ${why}.`, { cause });
  }
};

export const decidedIn = (reference: string, d: Discussion | null): Decided => {
  if (d === null) throw new InputProblem(`There is no discussion ${reference}.`);
  if (d.stage !== 'decided') throw new InputProblem(`${reference} has not been decided: there is no record of it yet.`);
  return d;
};

export const childIn = ({ children }: Decided, childId: string): string => {
  if (children.some((one) => one.childId === childId)) return childId;
  throw new InputProblem(`--child: "${childId}" must be one of ${children.map((one) => one.childId).join(', ')}.`);
};
