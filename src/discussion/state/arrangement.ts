/**
 * How a meeting stands in the calendar of the council, where this service enters it there: whether it has its online
 * meeting yet, and whether that has gone wrong. Nothing here knows which calendar that is.
 */
import type { Instant } from '../../practice/time/instant.ts';
import type { EventOf, Meeting } from './event.ts';
import type { Stamp } from './stamp.ts';

export interface Arrangement {
  /** When the time and place of the meeting were last set. */
  readonly setAt: Instant;
  readonly onlineMeeting: { readonly joinUrl: string; readonly madeAt: Instant } | null;
  /** How often the link has changed: each time is news for a calendar. */
  readonly linksMade: number;
  /** Why the calendar could not be brought in step, as the convenor has been told. */
  readonly fault: { readonly why: string; readonly at: Instant } | null;
}

export const setAt = (at: Instant): Arrangement => ({ setAt: at, onlineMeeting: null, linksMade: 0, fault: null });

/**
 * A new time keeps the link it has. Where a link is to be made, what went wrong before is tried and told afresh; where
 * the convenor says how to join, they need not hear of it twice. At the same time as before, whoever waits for a link
 * has waited since it was first set.
 */
export const setAgain = (
  before: Arrangement,
  meeting: Meeting,
  { at, isSameTime }: { readonly at: Instant; readonly isSameTime: boolean },
): Arrangement => {
  const isMade = meeting.calendar === 'onlineMeeting';
  const stillWaits = isMade && isSameTime && before.onlineMeeting === null;
  return { ...before, setAt: stillWaits ? before.setAt : at, fault: isMade ? null : before.fault };
};

export const afterArranging = (
  before: Arrangement,
  event: EventOf<'onlineMeetingMade' | 'meetingEventFailed'>,
  { at }: Stamp,
): Arrangement =>
  event.type === 'onlineMeetingMade'
    ? { ...before, onlineMeeting: { joinUrl: event.joinUrl, madeAt: at }, linksMade: before.linksMade + 1, fault: null }
    : { ...before, fault: { why: event.why, at } };
