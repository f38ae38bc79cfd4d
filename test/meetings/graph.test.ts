import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGraphMeetings } from '../../src/meetings/graph.ts';
import type { NoticeId } from '../../src/discussion/notice.ts';
import type { MeetingEntry, MeetingResult } from '../../src/notices/send.ts';
import { instant } from '../../src/practice/instant.ts';
import { organiser, startGraph, token, type Failure, type GraphServer } from './graphServer.ts';

const now = instant('2026-09-15T10:00:00+01:00');
const reference = 'SD-TEST22';
const ellie = 'ellie.vaughan@exampleshire.gov.uk';
const tom = 'tom.reyes@exampleshire.police.uk';

const entry = (over: Partial<MeetingEntry> = {}): MeetingEntry => ({
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

let graph: GraphServer;
beforeEach(async () => {
  graph = await startGraph();
});
afterEach(() => graph.close());

const meetings = (over: Partial<Parameters<typeof createGraphMeetings>[0]> = {}) =>
  createGraphMeetings({
    organiser,
    token: () => Promise.resolve(token),
    clock: () => now,
    baseUrl: graph.url,
    timeoutMs: 300,
    ...over,
  });
const keep = (over: Partial<MeetingEntry> = {}): Promise<MeetingResult> => meetings()(entry(over));
/** Made, and its id. */
const made = async (over: Partial<MeetingEntry> = {}): Promise<string> => {
  const result = await keep(over);
  if (result.result !== 'sent') throw new Error(JSON.stringify(result));
  graph.received.length = 0;
  graph.calendar.written.length = 0;
  return result.receipt;
};
const requests = (): readonly string[] =>
  graph.received.map(
    ({ method, path }) =>
      `${method} ${path.split('/').at(-1) === 'events' ? 'events' : path.endsWith('/cancel') ? 'cancel' : 'event'}`,
  );
const only = () => {
  const [event, ...others] = graph.calendar.events.values();
  if (event === undefined || others.length > 0) throw new Error(`there are ${graph.calendar.events.size} events`);
  return event;
};

describe('the event', () => {
  test('names the reference, time and people, is confidential, and gives the link to join', async () => {
    const result = await keep();
    expect(graph.received.map((r) => r.body)).toEqual([
      {
        subject: 'Strategy discussion SD-TEST22',
        body: {
          contentType: 'text',
          content: 'Strategy discussion SD-TEST22. You will find the details in your invitation.',
        },
        start: { dateTime: '2026-09-16T14:00:00', timeZone: 'Europe/London' },
        end: { dateTime: '2026-09-16T15:00:00', timeZone: 'Europe/London' },
        attendees: [
          { type: 'required', emailAddress: { address: ellie } },
          { type: 'required', emailAddress: { address: tom } },
        ],
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        sensitivity: 'confidential',
        allowNewTimeProposals: false,
        responseRequested: false,
        transactionId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string,
      },
    ]);
    expect(result).toEqual({ result: 'sent', receipt: only().id, joinUrl: only().joinUrl });
    expect(only().joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
  });

  test('of a meeting in a room has the room and no link', async () => {
    const result = await keep({ online: false, location: 'Room 4, Civic Centre' });
    expect(only()).toMatchObject({ location: 'Room 4, Civic Centre', isOnlineMeeting: false });
    expect(result).toMatchObject({ result: 'sent', joinUrl: null });
  });

  test('does not invite the mailbox whose calendar it is in', async () => {
    await keep({ attendees: [organiser.toUpperCase(), ellie] });
    expect(only().attendees).toEqual([ellie]);
  });

  test('in winter and summer starts when the clock in London says so', async () => {
    await keep({ startsAt: instant('2026-12-01T14:00:00Z'), endsAt: instant('2026-12-01T15:00:00Z') });
    expect(graph.received[0]?.body).toMatchObject({ start: { dateTime: '2026-12-01T14:00:00' } });
    expect(only().start).toBe('2026-12-01T14:00:00');
  });

  test.each([
    ['another site', 'https://evil.example/teams.microsoft.com'],
    ['a host that only begins like Teams', 'https://teams.microsoft.com.evil.example/l/meetup-join/1'],
    ['a host that only ends like Teams', 'https://evilteams.microsoft.com/l/meetup-join/1'],
    ['a name before the host', 'https://teams.microsoft.com@evil.example/'],
    ['a user in the address', 'https://someone@teams.microsoft.com/'],
    ['a script', 'javascript:alert(1)'],
    ['plain HTTP', 'http://teams.microsoft.com/l/meetup-join/1'],
    ['nothing like an address', 'join us'],
  ])('a link to %s is shown to nobody', async (_name, joinUrl) => {
    const replaces = await made();
    graph.calendar.events.set(replaces, { ...only(), joinUrl });
    expect(await keep({ replaces })).toEqual({ result: 'sent', receipt: replaces, joinUrl: null });
  });

  test.each(['https://teams.live.com/meet/1', 'https://gov.teams.microsoft.us/l/meetup-join/1'])(
    'a link to %s is one of Teams',
    async (joinUrl) => {
      const replaces = await made();
      graph.calendar.events.set(replaces, { ...only(), joinUrl });
      expect(await keep({ replaces })).toMatchObject({ joinUrl });
    },
  );
});

describe('there is never a second event', () => {
  test.each<[string, Failure]>([
    ['the answer was lost', 'resetAfter'],
    ['the answer never came', 'silenceAfter'],
  ])('when %s, the repeat finds the first', async (_name, failure) => {
    graph.next.push(failure);
    expect(await keep()).toEqual({ result: 'later', detail: 'Microsoft Graph did not answer', retryAfterMs: null });
    expect(await keep()).toMatchObject({ result: 'sent', receipt: only().id });
    expect(graph.calendar.written.map(({ to, what }) => [to, what])).toEqual([
      [ellie, 'invited'],
      [tom, 'invited'],
    ]);
  });

  test('when the answer was lost and the time has changed since, the first is changed', async () => {
    graph.next.push('resetAfter');
    await keep();
    const moved = { startsAt: instant('2026-09-17T09:00:00+01:00'), endsAt: instant('2026-09-17T10:00:00+01:00') };
    expect(await keep(moved)).toMatchObject({ result: 'sent', receipt: only().id, joinUrl: only().joinUrl });
    expect(requests()).toEqual(['POST events', 'POST events', 'GET events', 'PATCH event']);
    expect(only().start).toBe('2026-09-17T08:00:00');
  });

  test('another discussion has another event', async () => {
    await keep();
    await keep({ reference: 'SD-OTHER2', subject: 'Strategy discussion SD-OTHER2' });
    expect(graph.calendar.events.size).toBe(2);
  });
});

describe('it is brought in step', () => {
  test('by reading it: what is in step already is left alone, and nobody is written to', async () => {
    const replaces = await made();
    expect(await keep({ replaces })).toEqual({ result: 'sent', receipt: replaces, joinUrl: only().joinUrl });
    expect(requests()).toEqual(['GET event']);
    expect(graph.calendar.written).toEqual([]);
  });

  test('a new time is told to everybody, and the link stays', async () => {
    const replaces = await made();
    const { joinUrl } = only();
    const moved = { startsAt: instant('2026-09-17T09:00:00+01:00'), endsAt: instant('2026-09-17T10:00:00+01:00') };
    expect(await keep({ replaces, ...moved })).toEqual({ result: 'sent', receipt: replaces, joinUrl });
    expect(graph.received.at(-1)?.body).toEqual({
      start: { dateTime: '2026-09-17T09:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-09-17T10:00:00', timeZone: 'Europe/London' },
    });
    expect(graph.calendar.written.map((w) => w.what)).toEqual(['changed', 'changed']);
  });

  test('one more invited is news to them alone', async () => {
    const replaces = await made();
    const grace = 'grace.mensah@exampleshire.nhs.net';
    await keep({ replaces, attendees: [ellie, tom, grace] });
    expect(graph.received.at(-1)?.body).toHaveProperty('attendees');
    expect(Object.keys(graph.received.at(-1)?.body ?? {})).toEqual(['attendees']);
    expect(graph.calendar.written).toEqual([{ to: grace, what: 'invited', comment: null }]);
  });

  test('an address written in other letters is the same person', async () => {
    const replaces = await made();
    await keep({ replaces, attendees: [tom.toUpperCase(), ellie] });
    expect(requests()).toEqual(['GET event']);
  });

  test('the convenor says how to join after all, and then nothing again', async () => {
    const replaces = await made();
    await keep({ replaces, online: false, location: 'Dial 01632 960001' });
    expect(only()).toMatchObject({ location: 'Dial 01632 960001', isOnlineMeeting: true });
    await keep({ replaces, online: true, location: '' });
    expect(only().isOnlineMeeting).toBe(true);
  });

  test('a meeting in a room becomes one in Teams', async () => {
    const replaces = await made({ online: false, location: 'Room 4' });
    const result = await keep({ replaces });
    expect(only()).toMatchObject({ location: '', isOnlineMeeting: true });
    expect(result).toMatchObject({ joinUrl: only().joinUrl });
  });

  test('a link that comes later is found by asking again', async () => {
    graph.calendar.linksComeLater = true;
    const result = await keep();
    expect(result).toMatchObject({ result: 'sent', joinUrl: null });
    graph.calendar.fillLinks();
    expect(await keep({ replaces: only().id })).toEqual({
      result: 'sent',
      receipt: only().id,
      joinUrl: only().joinUrl,
    });
  });

  test('deleted by somebody, it is made anew', async () => {
    const replaces = await made();
    graph.calendar.events.clear();
    const result = await keep({ replaces });
    expect(result).toMatchObject({ result: 'sent', receipt: only().id });
    expect(only().id).not.toBe(replaces);
  });

  test('deleted by somebody and made anew, the answer lost: the repeat finds it', async () => {
    const replaces = await made();
    graph.calendar.events.clear();
    graph.next.push('works', 'works', 'resetAfter');
    expect(await keep({ replaces })).toMatchObject({ result: 'later' });
    expect(await keep({ replaces })).toMatchObject({ result: 'sent', receipt: only().id });
  });
});

describe('stood down', () => {
  test('it is cancelled, and everybody is told why their calendar changed', async () => {
    const replaces = await made();
    expect(await keep({ replaces, cancelled: true })).toEqual({ result: 'sent', receipt: replaces, joinUrl: null });
    expect(graph.calendar.events.size).toBe(0);
    const comment = 'Strategy discussion SD-TEST22 is not going ahead.';
    expect(graph.calendar.written).toEqual([
      { to: ellie, what: 'cancelled', comment },
      { to: tom, what: 'cancelled', comment },
    ]);
  });

  test('cancelled a second time, or gone already, is done', async () => {
    const replaces = await made();
    graph.next.push('resetAfter');
    expect(await keep({ replaces, cancelled: true })).toMatchObject({ result: 'later' });
    expect(await keep({ replaces, cancelled: true })).toMatchObject({ result: 'sent', receipt: replaces });
    expect(graph.calendar.written).toHaveLength(2);
  });

  test('with nobody in it, it is deleted', async () => {
    const replaces = await made({ attendees: [] });
    await keep({ replaces, cancelled: true, attendees: [] });
    expect(requests()).toEqual(['DELETE event']);
    expect(graph.calendar.events.size).toBe(0);
  });

  test('made by a request whose answer was lost, it is found and cancelled', async () => {
    graph.next.push('resetAfter');
    await keep();
    await keep({ cancelled: true });
    expect(graph.calendar.events.size).toBe(0);
  });

  test('never made, there is nothing to cancel', async () => {
    expect(await keep({ cancelled: true })).toEqual({ result: 'sent', receipt: 'none', joinUrl: null });
    expect(requests()).toEqual(['GET events']);
  });
});

describe('what an answer means', () => {
  const later = (detail: string, retryAfterMs: number | null = null) => ({ result: 'later', detail, retryAfterMs });
  test.each<[string, Failure, object]>([
    [
      'too many requests, come back in two minutes',
      { status: 429, code: 'ApplicationThrottled', headers: { 'retry-after': '120' } },
      later('Microsoft Graph answered 429 ApplicationThrottled', 120_000),
    ],
    [
      'too many requests, come back at ten past ten',
      { status: 429, code: 'ApplicationThrottled', headers: { 'retry-after': 'Tue, 15 Sep 2026 09:10:00 GMT' } },
      later('Microsoft Graph answered 429 ApplicationThrottled', 600_000),
    ],
    [
      'too many requests',
      { status: 429, code: 'ApplicationThrottled' },
      later('Microsoft Graph answered 429 ApplicationThrottled'),
    ],
    [
      'a fault of Exchange',
      { status: 500, code: 'ErrorInternalServerError' },
      later('Microsoft Graph answered 500 ErrorInternalServerError'),
    ],
    ['a page of a gateway', { status: 502, html: '<h1>Bad Gateway</h1>' }, later('Microsoft Graph answered 502')],
    [
      'unavailable for a minute',
      { status: 503, code: 'ErrorServerBusy', headers: { 'retry-after': '60' } },
      later('Microsoft Graph answered 503 ErrorServerBusy', 60_000),
    ],
    ['a gateway that waited in vain', { status: 504, html: '' }, later('Microsoft Graph answered 504')],
    [
      'two changes at once',
      { status: 409, code: 'ErrorIrresolvableConflict' },
      later('Microsoft Graph answered 409 ErrorIrresolvableConflict'),
    ],
    ['another address to ask', { status: 302, html: '' }, later('Microsoft Graph answered 302')],
    ['the connection breaks off', 'reset', later('Microsoft Graph did not answer')],
    ['no answer at all', 'silence', later('Microsoft Graph did not answer')],
    [
      'a sign-in that is not accepted',
      { status: 401, code: 'InvalidAuthenticationToken' },
      {
        result: 'closed',
        detail:
          'Microsoft Graph does not accept this service’s sign-in. An administrator can check the app registration (401 InvalidAuthenticationToken)',
      },
    ],
    [
      'no permission',
      { status: 403, code: 'ErrorAccessDenied' },
      {
        result: 'closed',
        detail:
          'This service may not use that calendar. An administrator can grant it Calendars.ReadWrite for the mailbox in GRAPH_ORGANISER (403 ErrorAccessDenied)',
      },
    ],
    [
      'a request that is not accepted',
      { status: 400, code: 'ErrorPropertyValidationFailure' },
      { result: 'closed', detail: 'Microsoft Graph does not accept the request (400 ErrorPropertyValidationFailure)' },
    ],
  ])('%s', async (_name, failure, expected) => {
    graph.next.push(failure);
    expect(await keep()).toEqual(expected);
    expect(graph.received).toHaveLength(1);
    // The same while it is brought in step and when it is cancelled.
    graph.next.push(failure);
    expect(await keep({ cancelled: true, replaces: 'AAMk=' })).toEqual(expected);
    graph.next.push(failure);
    expect(await keep({ replaces: 'AAMk=' })).toEqual(expected);
  });

  test('no such mailbox, whatever was asked of it', async () => {
    const send = meetings({ organiser: 'nobody@exampleshire.gov.uk' });
    const expected = {
      result: 'closed',
      detail: 'Microsoft 365 has no such mailbox. An administrator can check GRAPH_ORGANISER (404 ErrorInvalidUser)',
    };
    expect(await send(entry())).toEqual(expected);
    expect(await send(entry({ replaces: 'AAMk=' }))).toEqual(expected);
    expect(await send(entry({ replaces: 'AAMk=', cancelled: true }))).toEqual(expected);
    expect(await send(entry({ cancelled: true }))).toEqual(expected);
  });

  test.each<[string, () => Promise<string>]>([
    ['refuses', () => Promise.reject(new Error(`AADSTS7000215: the secret ${token} is wrong`))],
    ['never answers', () => new Promise(() => undefined)],
  ])('a sign-in that %s: later, and Graph is not asked', async (_name, give) => {
    expect(await meetings({ token: give })(entry())).toEqual(
      later('Microsoft’s sign-in gave no token for the calendar'),
    );
    expect(graph.received).toEqual([]);
  });

  test('something that is no event: later', async () => {
    const replaces = await made();
    const unclear = later('Microsoft Graph answered in a way we do not understand');
    graph.next.push({ status: 200, html: 'OK' }, { status: 200, html: 'OK' });
    expect(await keep()).toEqual(unclear);
    expect(await keep({ replaces })).toEqual(unclear);
  });

  test('nothing is listening: later', async () => {
    await graph.close();
    expect(await keep()).toEqual(later('Microsoft Graph did not answer'));
  });
});
