import type { Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { InputProblem } from './io.ts';
import type { PracticeEdges } from './practiceEdges.ts';

/** The procedure a discussion was convened under, with its readings. */
export const practiceOf = (
  { library }: Pick<PracticeEdges, 'library'>,
  { standard: { key, version, readings } }: Pick<Discussion, 'standard'>,
): Practice => {
  const practice = library.practice(key, version, readings);
  if (practice === null) throw new InputProblem(`The procedure ${key} ${version} is not at hand.`);
  return practice;
};
