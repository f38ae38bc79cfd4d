/** What the service manager is told, once, of a discussion whose limit has passed without a decision: nothing about the child. */
import { limitHeardAt } from '../discussion/debts/limit.ts';
import { decisionExpectedBy } from '../discussion/debts/reminders.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Notice, TrackedNotice } from '../discussion/state/notice.ts';
import type { Calendar } from '../practice/time/calendar.ts';
import { minute, plusMillis, type Instant } from '../practice/time/instant.ts';
import { aboutDiscussion } from './escalation.ts';
import type { Letter } from './file/letterFile.ts';
import { limitFile, limitLetter } from './limitLetter.ts';
import type { MessageContent } from './message.ts';
import { isOpen } from './wanted.ts';

export const decisionLateFile = limitFile('decision-late');

export const decisionLateLetter = (d: Discussion): Letter | null => limitLetter(decisionLateFile, d);

/**
 * `superseded` where it is decided, has another limit by now, or was said before: one to be held after its limit was told
 * when that was set. When to look again, where a meeting held in time is not over.
 */
export const decisionLateFor = (
  notice: Notice,
  all: readonly TrackedNotice[],
  d: Discussion | null,
  { calendar, now }: { readonly calendar: Calendar; readonly now: Instant },
): MessageContent | 'superseded' | Instant => {
  if (d === null) return plusMillis(now, minute);
  const isOfThisLimit = limitHeardAt(d, calendar) === notice.owedAt;
  if (!isOpen(d) || !isOfThisLimit || isHeldAfterLimit(d) || isSaid(notice, all)) return 'superseded';
  const expected = decisionExpectedBy(d);
  if (now < expected) return expected;
  return aboutDiscussion(d, now, decisionLateLetter);
};

const isHeldAfterLimit = ({ deadline: { dueAt }, meeting }: Discussion): boolean =>
  dueAt !== null && meeting.startsAt > dueAt;

const isSaid = ({ id }: Notice, all: readonly TrackedNotice[]): boolean =>
  all.some(({ notice, delivery }) => notice.kind === 'decisionLate' && notice.id !== id && delivery.status === 'sent');
