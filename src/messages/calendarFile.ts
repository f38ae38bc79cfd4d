import { meetingCalendar, type CalendarEntry } from '../documents/meetingCalendar.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Notice, NoticeKind } from '../discussion/state/notice.ts';

const changesCalendar: readonly NoticeKind[] = ['invitation', 'meetingMoved', 'joiningDetails', 'stoodDown'];

/** The calendar entry that goes with an e-mail about when the meeting is; null with any other. */
export const calendarFor = (
  { kind, owedAt }: Notice,
  d: Discussion,
  { from, to }: { readonly from: string; readonly to: string },
): CalendarEntry | null =>
  changesCalendar.includes(kind) ? meetingCalendar(d, { organiser: from, attendee: to }, owedAt) : null;
