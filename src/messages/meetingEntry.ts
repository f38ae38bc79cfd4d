import type { Discussion } from '../discussion/state/discussion.ts';
import { meetingLengthMs } from '../documents/meetingCalendar.ts';
import { plusMillis } from '../practice/time/instant.ts';
import type { NoticeId } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';
import { isMetOnline } from '../discussion/state/onlineMeeting.ts';

/** A meeting as it is to stand in a calendar outside: all that is said there. */
export interface MeetingEntry {
  readonly id: NoticeId;
  readonly reference: string;
  readonly subject: string;
  readonly text: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Blank where people join by the link that is made with it. */
  readonly location: string;
  /** It is to have a link by which to join. */
  readonly online: boolean;
  /** It does not take place: the calendar is to tell everybody so. */
  readonly cancelled: boolean;
  /** E-mail addresses of those who have it in their calendars. */
  readonly attendees: readonly string[];
  /** The entry made before, or null where none is known to have been. */
  readonly replaces: string | null;
}

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
