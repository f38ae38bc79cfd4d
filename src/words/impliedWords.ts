import type { Assessment } from '../practice/assess.ts';

/** What was taken from what, or would have been (T-2). */
export const impliedLine = ({ words, fromWords, rule, isSetAside }: Assessment['implied'][number]): string => {
  const because = `${words}: this follows from “${fromWords.join('”, “')}” (${rule}).`;
  return isSetAside ? `${because} Set aside with a reason.` : because;
};
