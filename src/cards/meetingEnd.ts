/** When the meeting ended, as the chair says: what follows counts from then, not from when the decision is recorded. */
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import { hour, plusMillis, type Instant } from '../practice/time/instant.ts';
import type { DecidingDraft } from '../conduct/drafts.ts';
import type { InSession } from '../discussion/state/discussion.ts';
import { typedText, wallTime, type Read } from './form.ts';

export type Ended = DecidingDraft['ended'];

export const typedEnd = (data: Readonly<Record<string, unknown>>): Ended => ({
  date: typedText(data['endedDate']),
  time: typedText(data['endedTime']),
});

export const readEnd = ({ date, time }: Ended): Read<Instant> => {
  const read = wallTime(date, time, 'When the meeting ended');
  if (!read.ok) return read;
  return read.value === null
    ? { ok: false, problems: ['Say when the meeting ended: what follows counts from then.'] }
    : { ok: true, value: read.value };
};

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
