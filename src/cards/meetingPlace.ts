/** Where a meeting is or how to join it, as typed: given by the convenor, or made by this service in the calendar. */
import type { Meeting } from '../discussion/state/event.ts';
import { optional, required, type Read } from './form.ts';

export const whereLabel = (isMade: boolean): string =>
  isMade
    ? 'Where, or how to join (goes out in invitations: no case details). For a video call: leave empty for a Teams meeting to be made'
    : 'Where, or how to join (goes out in invitations: no case details)';

const missing = 'Say where the meeting is or how to join it.';

export const whereInput = (mayLeaveOut: boolean) =>
  mayLeaveOut ? optional('Where it is', 500) : required('Where it is', 500, missing);

/**
 * `isMade`: this service enters meetings in the calendar of the council, so a video call may be left to it. `venue`: the
 * usual one, which the form offers (M-5); it says nothing about how to join a call.
 */
export const meetingPlace = (
  { format, where: typed }: Pick<Meeting, 'format' | 'where'>,
  isMade: boolean,
  venue: string | null,
): Read<Pick<Meeting, 'format' | 'where' | 'calendar'>> => {
  const where = format !== 'meeting' && typed === venue ? '' : typed;
  if (where !== '') return { ok: true, value: isMade ? { format, where, calendar: 'entry' } : { format, where } };
  if (isMade && format === 'video') return { ok: true, value: { format, where, calendar: 'onlineMeeting' } };
  return { ok: false, problems: [missing] };
};
