/** A meeting as an event of Microsoft Graph, and what Graph says about one. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import { instant, type Instant } from '../practice/time/instant.ts';
import type { MeetingEntry } from '../messages/meetingEntry.ts';

/** Given times are kept as they are on a clock in London, so that calendars show them so wherever they are opened. */
const londonWall = (at: Instant) => ({ dateTime: `${londonDate(at)}T${londonTime(at)}:00`, timeZone: 'Europe/London' });

const attendees = (addresses: readonly string[]) =>
  addresses.map((address) => ({ type: 'required', emailAddress: { address } }));

/** `onlineMeeting` comes back with the link; the provider is the only one a council's tenant has. */
const online = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } as const;

/**
 * Deterministic, so that a request repeated after a timeout cannot make a second event, and in the form of Microsoft's own
 * examples, a GUID. `anew`: what makes this creation another one than the first, once somebody has deleted that.
 */
const transactionIdOf = (reference: string, anew: string | null): string => {
  const hex = createHash('sha256')
    .update(JSON.stringify([reference, anew]))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const newEvent = (entry: MeetingEntry, anew: string | null) => ({
  subject: entry.subject,
  body: { contentType: 'text', content: entry.text },
  start: londonWall(entry.startsAt),
  end: londonWall(entry.endsAt),
  ...(entry.location === '' ? {} : { location: { displayName: entry.location } }),
  attendees: attendees(entry.attendees),
  ...(entry.online ? online : {}),
  sensitivity: 'confidential',
  allowNewTimeProposals: false,
  // Answers are given here, where they count; by calendar they would reach nobody.
  responseRequested: false,
  transactionId: transactionIdOf(entry.reference, anew),
});

const time = z.looseObject({ dateTime: z.string(), timeZone: z.string() });

export const graphEvent = z.looseObject({
  id: z.string().min(1),
  start: time,
  end: time,
  location: z.looseObject({ displayName: z.string().nullish() }).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  onlineMeeting: z.looseObject({ joinUrl: z.string().nullish() }).nullish(),
  attendees: z
    .array(z.looseObject({ emailAddress: z.looseObject({ address: z.string().nullish() }).nullish() }))
    .nullish(),
});
export type GraphEvent = z.infer<typeof graphEvent>;
export const graphEvents = z.looseObject({ value: z.array(graphEvent) });

/**
 * What has to be changed for the event to be in step; empty if nothing. Exchange writes to people about each change, so
 * only what differs is sent: a change of attendees alone is news to those added or removed and to nobody else.
 */
export const changesTo = (event: GraphEvent, entry: MeetingEntry): Readonly<Record<string, unknown>> => {
  const sameTime = isAt(event.start, entry.startsAt) && isAt(event.end, entry.endsAt);
  const known = (event.attendees ?? []).flatMap((a) => a.emailAddress?.address ?? []);
  const becomesOnline = entry.online && event.isOnlineMeeting !== true;
  const where = event.location?.displayName ?? '';
  // An online meeting without a place is given one by Exchange, in words of its own: leave that.
  const sameLocation = entry.location === where || (entry.location === '' && !becomesOnline);
  return {
    ...(sameTime ? {} : { start: londonWall(entry.startsAt), end: londonWall(entry.endsAt) }),
    ...(sameLocation ? {} : { location: { displayName: entry.location } }),
    ...(sameAddresses(known, entry.attendees) ? {} : { attendees: attendees(entry.attendees) }),
    ...(becomesOnline ? online : {}),
  };
};

const isAt = ({ dateTime, timeZone }: z.infer<typeof time>, at: Instant): boolean => {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(dateTime)?.[0];
  return timeZone === 'UTC' && wall !== undefined && instant(`${wall}Z`) === at;
};

const sameAddresses = (a: readonly string[], b: readonly string[]): boolean => {
  const sorted = (addresses: readonly string[]): string =>
    addresses
      .map((x) => x.toLowerCase())
      .sort()
      .join(' ');
  return sorted(a) === sorted(b);
};

/** Where Teams meetings are held. A link to anywhere else is shown to nobody. */
const teamsHost = /^(teams\.microsoft\.com|teams\.live\.com|([a-z0-9-]+\.)+teams\.microsoft\.(com|us))$/;

export const joinUrlIn = ({ onlineMeeting }: GraphEvent): string | null => {
  const url = URL.parse(onlineMeeting?.joinUrl ?? '');
  const isTeams = url !== null && url.protocol === 'https:' && url.port === '' && teamsHost.test(url.hostname);
  return isTeams && url.username === '' ? url.href : null;
};
