/**
 * Documents made from the record. This one is the calendar entry (RFC 5545, RFC 5546) of a strategy discussion, sent with
 * invitations: the reference, time and place, and nothing about a child, because calendars are shared with other people.
 */
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { whereWords } from '../words/whereWords.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { millis, type Instant, hour } from '../practice/time/instant.ts';

export interface CalendarEntry {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The text of an .ics file. */
  readonly content: string;
}

/** No standard says how long a discussion lasts; calendars need an end. Milliseconds. */
export const meetingLengthMs = hour;

/** The same UID for as long as there is a discussion, so that a new time or a cancellation replaces the entry. */
export const meetingCalendar = (
  d: Discussion,
  people: { readonly organiser: string; readonly attendee: string },
  stampedAt: Instant,
): CalendarEntry => {
  const cancelled = d.stage === 'stoodDown';
  const calendar = ical({
    prodId: { company: 'strategy-discussions', product: 'strategy-discussions', language: 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const startsAt = millis(d.meeting.startsAt);
  calendar.createEvent({
    id: `${d.reference.toLowerCase()}@${domainOf(people.organiser)}`,
    sequence: d.meetingChanges + d.arrangement.linksMade,
    stamp: new Date(millis(stampedAt)),
    start: new Date(startsAt),
    end: new Date(startsAt + meetingLengthMs),
    summary: `Strategy discussion ${d.reference}`,
    location: whereWords(d),
    description: 'You will find the details in your invitation.',
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: d.authority, email: people.organiser },
    attendees: [
      { email: people.attendee, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false },
    ],
  });
  return { method: cancelled ? 'CANCEL' : 'REQUEST', content: calendar.toString() };
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
