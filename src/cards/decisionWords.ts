import { formatLondon } from '../practice/calendar.ts';
import { permittedOutcomes } from '../practice/outcomes.ts';
import type { Practice } from '../practice/practice.ts';
import type { Decided } from '../discussion/discussion.ts';
import type { ChildDecision } from '../discussion/event.ts';

/** An outcome's name in the words of the standard. */
export const outcomeWords = (practice: Practice, code: string): string =>
  permittedOutcomes(practice, {}).find((outcome) => outcome.code === code)?.words ?? code;

/** `a section 47 enquiry will start` or not, in one clause. */
export const s47Words = (decision: Pick<ChildDecision, 's47'>): string =>
  decision.s47 ? 'a section 47 enquiry will start' : 'no section 47 enquiry will start';

/** One line a child, for the thread: the decision without its reasons. */
export const decisionLines = (d: Decided, practice: Practice): readonly string[] => [
  ...d.decision.children.map((decision) => {
    const child = d.children.find((c) => c.childId === decision.childId);
    const outcomes = decision.outcomes.map((o) => outcomeWords(practice, o.code)).join('; ');
    return `${child?.initials ?? decision.childId}: ${s47Words(decision)}. ${outcomes}.`;
  }),
  `Recorded ${formatLondon(d.decision.at)} by ${d.chair.name}.`,
];
