import { meetingCalendar, type CalendarEntry } from '../documents/meetingCalendar.ts';
import type { Discussion } from '../discussion/discussion.ts';
import type { Notice } from '../discussion/notice.ts';

/** The calendar entry that goes with an e-mail about when the meeting is; null with any other. */
export const calendarFor = (
  { kind, owedAt }: Notice,
  d: Discussion,
  { from, to }: { readonly from: string; readonly to: string },
): CalendarEntry | null =>
  kind === 'invitation' || kind === 'meetingMoved' || kind === 'stoodDown'
    ? meetingCalendar(d, { organiser: from, attendee: to }, owedAt)
    : null;
