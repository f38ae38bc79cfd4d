/** The link by which an online meeting is joined, which a calendar gives: who waits for it, and until when. */
import { millis, plusMillis, type Instant, minute, second } from '../../practice/time/instant.ts';
import type { Discussion } from './discussion.ts';

/** How long messages that say how to join wait for the link. */
const waitForLinkMs = 90 * second;
/** Later than this, somebody may have been told without it. */
const toldWithoutMs = minute;
/** So long before the meeting the convenor can still tell everybody how to join. */
const worryMs = 30 * minute;

/** Everybody joins by the link that the calendar gives; the convenor has given no other way. */
export const isMetOnline = ({ meeting }: Discussion): boolean => meeting.calendar === 'onlineMeeting';

/** Nobody can be told yet how to join. */
export const awaitsLink = (d: Discussion): boolean => isMetOnline(d) && d.arrangement.onlineMeeting === null;

/** The calendar is not in step, and the convenor knows. What failed before it was stood down matters no more. */
export const hasFault = (d: Discussion): boolean => {
  const { fault } = d.arrangement;
  return fault !== null && (d.stage !== 'stoodDown' || fault.at >= d.stoodDownAt);
};

/**
 * Until when a message owed since `owedAt` waits for the link; null where there is nothing to wait for, or where a clock
 * set back would make the wait a long one.
 */
export const linkAwaitedUntil = (d: Discussion, owedAt: Instant, now: Instant): Instant | null => {
  const { fault } = d.arrangement;
  const until = plusMillis(owedAt, waitForLinkMs);
  const isAwaited = awaitsLink(d) && fault === null;
  return isAwaited && now >= owedAt && now < until ? until : null;
};

export const mayHaveBeenToldWithout = ({ arrangement: { setAt, onlineMeeting } }: Discussion): boolean =>
  onlineMeeting !== null && millis(onlineMeeting.madeAt) - millis(setAt) > toldWithoutMs;

/** When the convenor is to hear that the calendar is still not in step: half an hour ahead, or half of what is left. */
export const worryAt = ({ meeting: { startsAt }, arrangement: { setAt } }: Discussion): Instant => {
  const left = Math.max(0, millis(startsAt) - millis(setAt));
  return plusMillis(startsAt, -Math.min(worryMs, Math.floor(left / 2)));
};
