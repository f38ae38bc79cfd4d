/** How far the record has come on its way into the child’s file, a line a step. */
import { everKnown, type Decided } from '../discussion/state/discussion.ts';
import { filingOf, type Filing } from '../discussion/state/filing.ts';
import { formatLondon } from '../practice/time/calendar.ts';

const steps: Readonly<Record<Filing['step'], string>> = {
  started: 'Filing was started',
  filed: 'The record was filed',
  signedOff: 'The filing was signed off',
};

export const filingLines = (d: Decided): readonly string[] =>
  filingOf(d).map(({ step, where, at, by }) => {
    const who = everKnown(d).find(({ personId }) => personId === by)?.name ?? 'a manager';
    return `${steps[step]} ${formatLondon(at)} by ${who}${where === '' ? '' : `: ${where}`}.`;
  });
