/**
 * How a meeting stands in the calendar of the council, where this service enters it there: whether it has its online
 * meeting yet, and whether that has gone wrong. Nothing here knows which calendar that is.
 */
import type { Instant } from '../practice/instant.ts';
import type { EventOf } from './event.ts';
import type { Stamp } from './stamp.ts';

export interface Arrangement {
  /** When the time and place of the meeting were last set. */
  readonly setAt: Instant;
  readonly onlineMeeting: { readonly joinUrl: string; readonly madeAt: Instant } | null;
  /** How often the link has changed: each time is news for a calendar. */
  readonly linksMade: number;
  /** Why the calendar could not be brought in step, told to the convenor once for each time that is set. */
  readonly fault: { readonly why: string; readonly at: Instant } | null;
}

export const setAt = (at: Instant): Arrangement => ({ setAt: at, onlineMeeting: null, linksMade: 0, fault: null });

/** A new time keeps the link it has; what went wrong before may go right now, and is told again if it does not. */
export const setAgain = (before: Arrangement, at: Instant): Arrangement => ({ ...before, setAt: at, fault: null });

export const afterArranging = (
  before: Arrangement,
  event: EventOf<'onlineMeetingMade' | 'meetingEventFailed'>,
  { at }: Stamp,
): Arrangement =>
  event.type === 'onlineMeetingMade'
    ? { ...before, onlineMeeting: { joinUrl: event.joinUrl, madeAt: at }, linksMade: before.linksMade + 1, fault: null }
    : { ...before, fault: { why: event.why, at } };
