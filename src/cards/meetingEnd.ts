/**
 * When the meeting ended, as the chair says, and when it was decided, where that was not then (P-4): what follows counts from
 * then, not from when the decision is recorded.
 */
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import { hour, plusMillis, type Instant } from '../practice/time/instant.ts';
import type { DecidingDraft } from '../conduct/drafts.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { InSession } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { typedText, wallTime, type Read } from './form.ts';

export type Ended = DecidingDraft['ended'];

export const typedEnd = (data: Readonly<Record<string, unknown>>): Ended => ({
  date: typedText(data['endedDate']),
  time: typedText(data['endedTime']),
});

export const typedDecided = (data: Readonly<Record<string, unknown>>): Ended => ({
  date: typedText(data['decidedDate']),
  time: typedText(data['decidedTime']),
});

/** Null: at the end of the meeting. */
export const readDecided = ({ date, time }: Ended): Read<Instant | null> => wallTime(date, time, 'When it was decided');

export const readEnd = ({ date, time }: Ended): Read<Instant> => {
  const read = wallTime(date, time, 'When the meeting ended');
  if (!read.ok) return read;
  return read.value === null
    ? { ok: false, problems: ['Say when the meeting ended: what follows counts from then.'] }
    : { ok: true, value: read.value };
};

/** As far as it can be read: when it was decided, or else when the meeting ended. */
export const decidedAt = ({ decided }: DecidingDraft, ended: Ended): Instant | null => {
  const [decision, end] = [readDecided(decided), readEnd(ended)];
  return (decision.ok ? decision.value : null) ?? (end.ok ? end.value : null);
};

/** Whether anything counts from the decision (V-1, N-3, DL-5), which may be taken before the end or after it (P-4). */
export const countsFromDecision = (d: InSession, practice: Practice): boolean =>
  assessed(d, practice).later.some(({ from }) => from === 's47DecidedAt' || from === 'cpDecisionConcludedAt');

/** How long after it began a meeting may still be taken to have ended just now. */
const longestMeeting = 4 * hour;

/** Straight after the meeting it is now, to be corrected; later nobody knows but the chair. */
export const endOffered = ({ meeting, startedAt }: InSession, { ended }: DecidingDraft, now: Instant): Ended => {
  if (ended.date !== '' || ended.time !== '') return ended;
  const beganAt = startedAt > meeting.startsAt ? startedAt : meeting.startsAt;
  return now <= plusMillis(beganAt, longestMeeting)
    ? { date: londonDate(now), time: londonTime(now) }
    : { date: '', time: '' };
};
