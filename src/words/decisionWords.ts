import { formatLondon } from '../practice/time/calendar.ts';
import { permittedOutcomes } from '../practice/answers/outcomes.ts';
import type { Practice } from '../practice/practice.ts';
import { requirementFields } from '../practice/answers/requirements.ts';
import { listedFacts } from '../practice/answers/situation.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/event.ts';

/** An outcome's name in the words of the standard. */
export const outcomeWords = (practice: Practice, code: string): string =>
  permittedOutcomes(practice, {}).find((outcome) => outcome.code === code)?.words ?? code;

/** `a section 47 enquiry will start` or not, in one clause. */
export const s47Words = (decision: Pick<ChildDecision, 's47'>): string =>
  decision.s47 ? 'a section 47 enquiry will start' : 'no section 47 enquiry will start';

/** Why the family is told nothing for now: the reason chosen, in the words of the standard (F-1), and what was written. */
export const withheldWords = (
  practice: Practice,
  { facts }: Pick<Decided, 'facts'>,
  { what, withheldBecause }: ChildDecision['familyTold'],
): string => {
  const field = requirementFields(practice, 'family', listedFacts(facts)).find(
    ({ name }) => name === 'withheldBecause',
  );
  const chosen = field?.choices?.find(({ value }) => value === withheldBecause)?.words ?? withheldBecause ?? '';
  const said = [chosen, what].filter((words) => words.trim() !== '');
  return said.length === 0 ? 'no reason was given' : said.join('. ');
};

/** One line a child, for the thread: the decision without its reasons. */
export const decisionLines = (d: Decided, practice: Practice): readonly string[] => [
  ...d.decision.children.map((decision) => {
    const child = d.children.find((c) => c.childId === decision.childId);
    const outcomes = decision.outcomes.map((o) => outcomeWords(practice, o.code)).join('; ');
    return `${child?.initials ?? decision.childId}: ${s47Words(decision)}. ${outcomes}.`;
  }),
  `Recorded ${formatLondon(d.decision.at)} by ${d.chair.name}.`,
];
