import type { Practice } from '../practice/practice.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';

/** The outcomes of one child in the words of the standard. */
export const outcomesWords = (
  practice: Practice,
  d: Discussion,
  { outcomes }: Pick<ChildDecision, 'outcomes'>,
): string => outcomes.map(({ code }) => assessed(d, practice).outcomeWords(code)).join('; ');

/** `a section 47 enquiry will start` or not, in one clause. */
const s47Words = (decision: Pick<ChildDecision, 's47'>): string =>
  decision.s47 ? 'a section 47 enquiry will start' : 'no section 47 enquiry will start';

/** Of one child, without the reasons. */
export const decidedWords = (practice: Practice, d: Discussion, decision: ChildDecision): string =>
  `${s47Words(decision)}. ${outcomesWords(practice, d, decision)}.`;

/** Why the family is told nothing for now: the reason chosen, in the words of the standard (F-1), and what was written. */
export const withheldWords = (
  practice: Practice,
  d: Discussion,
  { childId, familyTold: { what, withheldBecause } }: Pick<ChildDecision, 'childId' | 'familyTold'>,
): string => {
  const asked = assessed(d, practice).child(childId).asked('family');
  const field = asked.find(({ name }) => name === 'withheldBecause');
  const chosen = field?.choices?.find(({ value }) => value === withheldBecause)?.words ?? withheldBecause ?? '';
  const said = [chosen, what].filter((words) => words.trim() !== '');
  return said.length === 0 ? 'no reason was given' : said.join('. ');
};
