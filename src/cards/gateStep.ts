/** One step of an enquiry through its gate (GT-*): the report, the check, the result. Each shows what came before it. */
import { z } from 'zod';
import { openActionsOn } from '../discussion/matter/gateAnswers.ts';
import { everKnown, type Discussion } from '../discussion/state/discussion.ts';
import type { Child } from '../discussion/state/childShape.ts';
import { reportOn } from '../discussion/state/enquiryReport.ts';
import { timesSeen } from '../discussion/state/enquired.ts';
import type { PersonId } from '../discussion/state/people.ts';
import { formatDate, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { childTitle } from '../words/childWords.ts';
import { answerLine, reportedOn } from '../words/gateReportWords.ts';
import { plain, said, template } from './bind.ts';

export const bindGateStep = template(
  'gate-step',
  z.object({
    reference: plain,
    nonce: plain,
    childId: plain,
    heading: plain,
    child: said,
    lead: z.array(said),
    reported: z.array(said),
    send: z.object({ title: plain, verb: plain }),
  }),
);

export interface AtGate {
  readonly d: Discussion;
  readonly child: Child;
  readonly practice: Practice;
  readonly now: Instant;
}
export type Typed = Readonly<Record<string, string>>;

/** What every step shows above its questions. */
export const gateStep = ({ d, child, now }: AtGate, nonce: string) => ({
  reference: d.reference,
  nonce,
  childId: child.childId,
  child: childTitle(child, londonDate(now)),
});

/** The report in sentences: a question and its answer each. */
export const reportedLines = ({ d, child, practice }: AtGate): readonly string[] =>
  (reportedOn(d, child.childId, practice)?.answers ?? []).map(answerLine);

/** GT-1, GT-2: what stands in the way and is recorded elsewhere; and why it was sent back. */
export const inTheWay = ({ d, child }: AtGate): readonly string[] => {
  const standing = reportOn(d, child.childId)?.standing;
  const isToBeSeen = child.birth.kind === 'born' && timesSeen(d, child).length === 0;
  return [
    ...(standing?.is === 'sentBack' ? [`Sent back by ${nameOf(d, standing.by)}: ${standing.reason}`] : []),
    ...openActionsOn(d, child.childId).map(
      ({ number, owner, dueOn }) => `Still open: action ${number}, with ${owner.name}, due ${formatDate(dueOn)}.`,
    ),
    ...(isToBeSeen ? ['It is not recorded that the child has been seen: do so under “Child and family”.'] : []),
  ];
};

export const nameOf = (d: Discussion, who: PersonId): string =>
  everKnown(d).find(({ personId }) => personId === who)?.name ?? 'a colleague';
