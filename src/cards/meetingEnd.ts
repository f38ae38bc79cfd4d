/**
 * When the meeting ended, as the chair says, and when it was decided, where that was not then (P-4): what follows counts from
 * then, not from when the decision is recorded.
 */
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import { hour, plusMillis, wholeMinute, type Instant } from '../practice/time/instant.ts';
import type { DecidingDraft } from '../conduct/drafts.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { quorateUntil } from '../discussion/matter/quorumNow.ts';
import { overAt } from '../discussion/state/attendance.ts';
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
export const decidedAt = ({ decided, ended }: Times): Instant | null => {
  const [decision, end] = [readDecided(decided), readEnd(ended)];
  return (decision.ok ? decision.value : null) ?? (end.ok ? end.value : null);
};

/** Whether anything counts from the decision (V-1, N-3, DL-5), which may be taken before the end or after it (P-4). */
export const countsFromDecision = (d: InSession, practice: Practice): boolean =>
  assessed(d, practice).later.some(({ from }) => from === 's47DecidedAt' || from === 'cpDecisionConcludedAt');

/** How long after it began a meeting may still be taken to have ended just now. */
const longestMeeting = 4 * hour;

type Times = Readonly<Record<'ended' | 'decided', Ended>>;

/** What the last page proposes until the chair has typed it. `until`: when the minimum was last there, where all have left. */
export const timesOffered = (
  d: InSession,
  { ended, decided }: DecidingDraft,
  practice: Practice,
  now: Instant,
): Times & { readonly until: Instant | null } => {
  const over = overAt(d.attendance, d.chair.personId);
  const until = over === null ? null : quorateUntil(d, practice);
  const isDecidedAsked = countsFromDecision(d, practice);
  const end = isDecidedAsked ? over : (until ?? over);
  const isBefore = isDecidedAsked && until !== null && over !== null && until < wholeMinute(over);
  return {
    until,
    ended: isBlank(ended) ? (end === null ? justNow(d, now) : onTheWall(end)) : ended,
    decided: isBlank(decided) && isBlank(ended) && isBefore ? onTheWall(until) : decided,
  };
};

const isBlank = ({ date, time }: Ended): boolean => date === '' && time === '';

const onTheWall = (at: Instant): Ended => ({ date: londonDate(at), time: londonTime(at) });

/** Straight after the meeting it is now, to be corrected; later nobody knows but the chair. */
const justNow = ({ meeting, startedAt }: InSession, now: Instant): Ended => {
  const beganAt = startedAt > meeting.startsAt ? startedAt : meeting.startsAt;
  return now <= plusMillis(beganAt, longestMeeting) ? onTheWall(now) : { date: '', time: '' };
};
