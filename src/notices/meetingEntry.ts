import { isMetOnline } from '../discussion/calendar.ts';
import type { Discussion } from '../discussion/discussion.ts';
import { meetingLengthMs } from '../documents/meetingCalendar.ts';
import { plusMillis } from '../practice/instant.ts';
import type { MeetingEntry } from './send.ts';

/** What a calendar outside is told: the reference, time and place. Its copies leave the tenant, so never a child. */
export const meetingEntry = (d: Discussion, attendees: readonly string[]): Omit<MeetingEntry, 'id' | 'replaces'> => ({
  reference: d.reference,
  subject: `Strategy discussion ${d.reference}`,
  text: `Strategy discussion ${d.reference}. You will find the details in your invitation.`,
  startsAt: d.meeting.startsAt,
  endsAt: plusMillis(d.meeting.startsAt, meetingLengthMs),
  location: d.meeting.where,
  online: isMetOnline(d),
  cancelled: d.stage === 'stoodDown',
  attendees,
});
