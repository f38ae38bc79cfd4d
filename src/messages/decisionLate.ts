/** What the service manager is told, once, of a discussion whose limit has passed without a decision: nothing about the child. */
import { z } from 'zod';
import { limitHeardAt } from '../discussion/debts/limit.ts';
import { decisionExpectedBy } from '../discussion/debts/reminders.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Notice, TrackedNotice } from '../discussion/state/notice.ts';
import { formatLondon, type Calendar } from '../practice/time/calendar.ts';
import { minute, plusMillis, type Instant } from '../practice/time/instant.ts';
import { escalationMessage } from './escalation.ts';
import { writeLetter, type Letter, type LetterFile } from './file/letterFile.ts';
import { text } from './letter.ts';
import type { MessageContent } from './message.ts';
import { isOpen } from './wanted.ts';

const schema = z.object({ reference: text, due: text, rule: text, when: text, convenor: text, chair: text });

export const decisionLateFile: LetterFile = { name: 'decision-late', schema };

/** Null where no figure is given. */
export const decisionLateLetter = ({ reference, deadline, meeting, convenor, chair }: Discussion): Letter | null => {
  if (deadline.dueAt === null) return null;
  const data: z.input<typeof schema> = {
    reference,
    due: formatLondon(deadline.dueAt),
    rule: deadline.rule,
    when: formatLondon(meeting.startsAt),
    convenor: convenor.name,
    chair: chair.name,
  };
  return writeLetter(decisionLateFile, data);
};

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
  const written = decisionLateLetter(d);
  return written === null ? 'superseded' : escalationMessage(written);
};

const isHeldAfterLimit = ({ deadline: { dueAt }, meeting }: Discussion): boolean =>
  dueAt !== null && meeting.startsAt > dueAt;

const isSaid = ({ id }: Notice, all: readonly TrackedNotice[]): boolean =>
  all.some(({ notice, delivery }) => notice.kind === 'decisionLate' && notice.id !== id && delivery.status === 'sent');
