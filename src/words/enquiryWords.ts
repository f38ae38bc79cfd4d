/** What has been recorded of a child while it was seen and enquired about, and what has not. */
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { unseenFlag } from '../discussion/matter/enquiry.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { answersOn, visitsTo } from '../discussion/state/enquired.ts';
import { answered, type Answered } from './answerWords.ts';
import { cite } from './citation.ts';

/** Each time the child was seen, and what was answered last to the rest. */
export const enquiryAnswers = (d: Discussion, practice: Practice, childId: string): readonly Answered[] => {
  const { enquiry } = assessed(d, practice).child(childId);
  const fieldsOf = (area: string) => enquiry.find((step) => step.area === area)?.fields ?? [];
  const visits = visitsTo(d, childId).flatMap(({ at, answers }) => [
    { question: 'When the child was seen', answer: formatLondon(at) },
    ...answered(fieldsOf('childSeen'), answers),
  ]);
  const rest = Object.entries(answersOn(d, childId)).filter(([area]) => area !== 'childSeen');
  return [...visits, ...rest.flatMap(([area, answers]) => answered(fieldsOf(area), answers))];
};

/** V-1, for everybody in the place: that somebody has not been seen, not who. Null while there is nothing to flag. */
export const unseenLine = (d: Discussion, practice: Practice, now: Instant): string | null => {
  const flag = unseenFlag(d, practice);
  if (flag === null || flag.from > now) return null;
  const who = d.children.length === 1 ? 'the child' : 'every child already born';
  return `It is not recorded that ${who} has been seen since the referral ${cite(flag.rule)}. Once it has, record it under “Child and family”.`;
};
