/** The events of a mailbox as Graph keeps them, and the messages that Exchange sends about them. */
import { londonTimeToInstant } from '../../src/practice/time/calendar.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface KeptEvent {
  readonly id: string;
  readonly subject: string;
  readonly body: { readonly contentType: string; readonly content: string };
  /** UTC, with seconds. */
  readonly start: string;
  readonly end: string;
  readonly location: string;
  readonly isOnlineMeeting: boolean;
  readonly attendees: readonly string[];
  readonly sensitivity: string;
  readonly joinUrl: string | null;
  readonly transactionId: string | null;
  /** The request that made it, to tell a repeat from another one. */
  readonly asked: string;
}

/** What Exchange wrote to somebody, at once, when a request was carried out. */
interface Written {
  readonly to: string;
  readonly what: 'invited' | 'changed' | 'removed' | 'cancelled';
  readonly comment: string | null;
}

type Body = Readonly<Record<string, unknown>>;

export interface Calendar {
  readonly events: Map<string, KeptEvent>;
  readonly written: Written[];
  /** Links are filled in when {@link fillLinks} is called rather than at once. */
  linksComeLater: boolean;
  fillLinks(): void;
  list(filter: string): Answer;
  create(body: Body): Answer;
  get(id: string, prefer: string): Answer;
  change(id: string, body: Body): Answer;
  remove(id: string, comment: string | null): Answer;
}

/** Graph's own form of an error; its message says more than we may show anybody. */
export const errorBody = (status: number, code: string): Answer => ({
  status,
  body: {
    error: {
      code,
      message: `${code}: the request of https://graph.microsoft.com/… failed for Bearer ey…`,
      innerError: { date: '2026-09-15T09:00:00', 'request-id': 'r-1', 'client-request-id': 'r-1' },
    },
  },
});

export const createCalendar = (): Calendar => {
  const events = new Map<string, KeptEvent>();
  const written: Written[] = [];
  let made = 0;
  const write = (people: readonly string[], what: Written['what'], comment: string | null = null): void => {
    written.push(...people.map((to) => ({ to, what, comment })));
  };
  const linkOf = (id: string): string =>
    `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${id.slice(-6, -1)}%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d`;

  const calendar: Calendar = {
    events,
    written,
    linksComeLater: false,
    fillLinks: () => {
      for (const event of events.values()) {
        if (event.isOnlineMeeting) events.set(event.id, { ...event, joinUrl: linkOf(event.id) });
      }
    },
    list: (filter) => {
      const subject = /^subject eq '((?:[^']|'')*)'$/.exec(filter)?.[1]?.replaceAll("''", "'");
      if (subject === undefined) return errorBody(400, 'ErrorInvalidUrlQueryFilter');
      const found = [...events.values()].filter((event) => event.subject === subject);
      return { status: 200, body: { value: found.map((event) => shown(event)) } };
    },
    create: (body) => {
      const asked = JSON.stringify(body);
      const transactionId = typeof body.transactionId === 'string' ? body.transactionId : null;
      const before = [...events.values()].find((e) => e.transactionId !== null && e.transactionId === transactionId);
      if (before !== undefined) {
        return before.asked === asked ? { status: 201, body: shown(before) } : duplicateTransaction;
      }
      const fields = fieldsOf(body);
      if (fields.start === undefined || fields.end === undefined)
        return errorBody(400, 'ErrorPropertyValidationFailure');
      made += 1;
      const id = `AAMkAGI1-_${'x'.repeat(100)}${String(made).padStart(5, '0')}=`;
      const isOnlineMeeting = fields.isOnlineMeeting ?? false;
      const event: KeptEvent = {
        id,
        subject: typeof body.subject === 'string' ? body.subject : '',
        body: body.body as KeptEvent['body'],
        start: fields.start,
        end: fields.end,
        location: fields.location ?? (isOnlineMeeting ? 'Microsoft Teams Meeting' : ''),
        isOnlineMeeting,
        attendees: fields.attendees ?? [],
        sensitivity: typeof body.sensitivity === 'string' ? body.sensitivity : 'normal',
        joinUrl: isOnlineMeeting && !calendar.linksComeLater ? linkOf(id) : null,
        transactionId,
        asked,
      };
      events.set(id, event);
      write(event.attendees, 'invited');
      return { status: 201, body: shown(event) };
    },
    get: (id, prefer) => {
      const event = events.get(id);
      return event === undefined ? notFound : { status: 200, body: shown(event, prefer) };
    },
    change: (id, body) => {
      const event = events.get(id);
      if (event === undefined) return notFound;
      const fields = fieldsOf(body);
      const isOnlineMeeting = event.isOnlineMeeting || fields.isOnlineMeeting === true;
      const joinUrl = isOnlineMeeting && !calendar.linksComeLater ? (event.joinUrl ?? linkOf(id)) : event.joinUrl;
      const changed: KeptEvent = { ...event, ...fields, isOnlineMeeting, joinUrl };
      events.set(id, changed);
      write(
        changed.attendees.filter((a) => !event.attendees.includes(a)),
        'invited',
      );
      write(
        event.attendees.filter((a) => !changed.attendees.includes(a)),
        'removed',
      );
      // An update of nothing but the attendees is news to those who have changed only.
      const onlyAttendees = Object.keys(body).every((name) => name === 'attendees');
      if (!onlyAttendees)
        write(
          changed.attendees.filter((a) => event.attendees.includes(a)),
          'changed',
        );
      return { status: 200, body: shown(changed) };
    },
    remove: (id, comment) => {
      const event = events.get(id);
      if (event === undefined) return notFound;
      events.delete(id);
      write(event.attendees, 'cancelled', comment);
      return { status: 204, body: null };
    },
  };
  return calendar;
};

export const cancelEvent = (calendar: Calendar, id: string, body: Body): Answer => {
  const { status, ...gone } = calendar.remove(id, typeof body.comment === 'string' ? body.comment : null);
  return status === 204 ? { status: 202, body: null } : { status, ...gone };
};

const notFound = errorBody(404, 'ErrorItemNotFound');
const duplicateTransaction = errorBody(409, 'ErrorDuplicateTransactionId');

interface Fields {
  readonly start?: string;
  readonly end?: string;
  readonly location?: string;
  readonly isOnlineMeeting?: boolean;
  readonly attendees?: readonly string[];
}

const fieldsOf = (body: Body): Fields => {
  const { start, end, location, attendees, isOnlineMeeting } = body as {
    start?: { dateTime: string; timeZone: string };
    end?: { dateTime: string; timeZone: string };
    location?: { displayName: string };
    attendees?: readonly { emailAddress: { address: string } }[];
    isOnlineMeeting?: boolean;
  };
  return {
    ...(start === undefined ? {} : { start: utcOf(start) }),
    ...(end === undefined ? {} : { end: utcOf(end) }),
    ...(location === undefined ? {} : { location: location.displayName }),
    ...(attendees === undefined ? {} : { attendees: attendees.map((a) => a.emailAddress.address) }),
    ...(isOnlineMeeting === undefined ? {} : { isOnlineMeeting }),
  };
};

const utcOf = ({ dateTime, timeZone }: { dateTime: string; timeZone: string }): string => {
  const [date = '', time = ''] = dateTime.split('T');
  const found = londonTimeToInstant(date, time.slice(0, 5));
  if (timeZone !== 'Europe/London' || !('at' in found)) throw new Error(`no such time: ${dateTime} ${timeZone}`);
  return found.at.slice(0, 19);
};

/** Times come back in the zone that was preferred, UTC where none was. */
const shown = (event: KeptEvent, prefer = 'outlook.timezone="UTC"'): object => {
  if (prefer !== '' && prefer !== 'outlook.timezone="UTC"') throw new Error(`an unexpected preference: ${prefer}`);
  const at = (time: string) => ({ dateTime: `${time}.0000000`, timeZone: 'UTC' });
  return {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/events/$entity',
    id: event.id,
    subject: event.subject,
    body: event.body,
    start: at(event.start),
    end: at(event.end),
    location: { displayName: event.location, locationType: 'default' },
    isOnlineMeeting: event.isOnlineMeeting,
    onlineMeetingProvider: event.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
    isCancelled: false,
    transactionId: event.transactionId,
    sensitivity: event.sensitivity,
    attendees: event.attendees.map((address) => ({
      type: 'required',
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name: address, address },
    })),
  };
};
