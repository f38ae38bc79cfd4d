import type { Assessment } from '../practice/assess.ts';

/** What was taken from what, or would have been (T-2). */
export const impliedLine = (
  { fact, from, rule, isSetAside }: Assessment['implied'][number],
  wordsOf: Assessment['wordsOf'],
): string => {
  const because = `${wordsOf(fact)}: this follows from “${from.map(wordsOf).join('”, “')}” (${rule}).`;
  return isSetAside ? `${because} Set aside with a reason.` : because;
};
