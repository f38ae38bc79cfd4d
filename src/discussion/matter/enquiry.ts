/** What is still to be recorded of the children of a discussion, and who has not been seen. */
import type { ChildAssessment } from '../../practice/assess.ts';
import type { LaterDeadline } from '../../practice/answers/laterDeadlines.ts';
import type { Practice } from '../../practice/practice.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { assessed } from './assessed.ts';
import type { Discussion } from '../state/discussion.ts';
import { isTakenOver } from '../state/transfer.ts';

const childrenOf = (d: Discussion, practice: Practice): readonly ChildAssessment[] =>
  d.children.map(({ childId }) => assessed(d, practice).child(childId));

/** Whether the standard asks anything that may be recorded now. */
export const asksOfEnquiry = (d: Discussion, practice: Practice): boolean =>
  d.stage !== 'stoodDown' && childrenOf(d, practice).some(({ enquiry }) => enquiry.length > 0);

/** V-1: from when an open discussion flags that a child has not been seen; null once all born by now have been. */
export const unseenFlag = (
  d: Discussion,
  practice: Practice,
): { readonly rule: RuleId; readonly from: Instant } | null => {
  if (d.stage !== 'convened' && d.stage !== 'inSession') return null;
  const [first] = childrenOf(d, practice)
    .flatMap(({ later }) => later.flatMap((each) => (each.name === 'flagUnseenFrom' ? timed(each) : [])))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return first ?? null;
};

const timed = ({ rule, dueAt }: LaterDeadline) => (dueAt === null ? [] : [{ rule, from: dueAt }]);

/** V-1: whether a child for whom an enquiry starts has not been seen, and has to be. */
export const isToBeSeen = (d: Discussion, practice: Practice): boolean =>
  d.stage === 'decided' &&
  d.decision.children.some(
    ({ childId, s47 }) =>
      s47 &&
      !isTakenOver(d, childId) &&
      assessed(d, practice)
        .child(childId)
        .later.some(({ name }) => name === 'childSeenDueAt'),
  );

/** The rules that ask for something not recorded yet; of a child without an enquiry, what the family heard (F-2). */
export const stillToRecord = (d: Discussion, practice: Practice): readonly RuleId[] => {
  if (d.stage !== 'decided') return [];
  const steps = d.decision.children.flatMap(({ childId, s47 }) =>
    assessed(d, practice)
      .child(childId)
      .enquiry.filter(({ area, isRecorded }) => !isRecorded && (s47 || area === 'familyAfterwards')),
  );
  return [...new Set(steps.flatMap(({ fields }) => fields.flatMap(({ rules }) => rules)))];
};
