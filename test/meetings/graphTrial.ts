/** One mailbox's calendar on the local Graph, and a discussion whose meeting is kept in it. */
import { afterEach, beforeEach } from 'vitest';
import type { NoticeId } from '../../src/discussion/state/notice.ts';
import { createGraphMeetings } from '../../src/meetings/graph.ts';
import type { MeetingResult } from '../../src/channels/send.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { organiser, startGraph, token, type GraphServer } from './graphServer.ts';
import type { MeetingEntry } from '../../src/messages/meetingEntry.ts';

const now = instant('2026-09-15T10:00:00+01:00');
const reference = 'SD-TEST22';
export const ellie = 'ellie.vaughan@exampleshire.gov.uk';
export const tom = 'tom.reyes@exampleshire.police.uk';

export const entry = (over: Partial<MeetingEntry> = {}): MeetingEntry => ({
  id: `${reference}/1/meetingEvent/calendar` as NoticeId,
  reference,
  subject: `Strategy discussion ${reference}`,
  text: `Strategy discussion ${reference}. You will find the details in your invitation.`,
  startsAt: instant('2026-09-16T14:00:00+01:00'),
  endsAt: instant('2026-09-16T15:00:00+01:00'),
  location: '',
  online: true,
  cancelled: false,
  attendees: [ellie, tom],
  replaces: null,
  ...over,
});

export let graph: GraphServer;
/** Each test of the file that says so has a Graph of its own. */
export const withGraph = (): void => {
  beforeEach(async () => {
    graph = await startGraph();
  });
  afterEach(() => graph.close());
};

export const meetings = (over: Partial<Parameters<typeof createGraphMeetings>[0]> = {}) =>
  createGraphMeetings({
    organiser,
    token: () => Promise.resolve(token),
    clock: () => now,
    baseUrl: graph.url,
    timeoutMs: 2_000,
    ...over,
  });
export const keep = (over: Partial<MeetingEntry> = {}): Promise<MeetingResult> => meetings()(entry(over));
/** Made, and its id. */
export const made = async (over: Partial<MeetingEntry> = {}): Promise<string> => {
  const result = await keep(over);
  if (result.result !== 'sent') throw new Error(JSON.stringify(result));
  graph.received.length = 0;
  graph.calendar.written.length = 0;
  return result.receipt;
};
export const requests = (): readonly string[] =>
  graph.received.map(
    ({ method, path }) =>
      `${method} ${path.split('/').at(-1) === 'events' ? 'events' : path.endsWith('/cancel') ? 'cancel' : 'event'}`,
  );
export const only = () => {
  const [event, ...others] = graph.calendar.events.values();
  if (event === undefined || others.length > 0) throw new Error(`there are ${graph.calendar.events.size} events`);
  return event;
};
