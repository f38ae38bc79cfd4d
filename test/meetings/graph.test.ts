import { describe, expect, it } from 'vitest';
import { instant } from '../../src/practice/time/instant.ts';
import { organiser, type Failure } from './graphServer.ts';
import { ellie, graph, keep, made, only, requests, tom, withGraph } from './graphTrial.ts';

withGraph();

describe('the event', () => {
  it('names the reference, time and people, is confidential, and gives the link to join', async () => {
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

  it('of a meeting in a room has the room and no link', async () => {
    const result = await keep({ online: false, location: 'Room 4, Civic Centre' });
    expect(only()).toMatchObject({ location: 'Room 4, Civic Centre', isOnlineMeeting: false });
    expect(result).toMatchObject({ result: 'sent', joinUrl: null });
  });

  it('does not invite the mailbox whose calendar it is in', async () => {
    await keep({ attendees: [organiser.toUpperCase(), ellie] });
    expect(only().attendees).toEqual([ellie]);
  });

  it('in winter and summer starts when the clock in London says so', async () => {
    await keep({ startsAt: instant('2026-12-01T14:00:00Z'), endsAt: instant('2026-12-01T15:00:00Z') });
    expect(graph.received[0]?.body).toMatchObject({ start: { dateTime: '2026-12-01T14:00:00' } });
    expect(only().start).toBe('2026-12-01T14:00:00');
  });

  it.each([
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

  it.each(['https://teams.live.com/meet/1', 'https://gov.teams.microsoft.us/l/meetup-join/1'])(
    'a link to %s is one of Teams',
    async (joinUrl) => {
      const replaces = await made();
      graph.calendar.events.set(replaces, { ...only(), joinUrl });
      expect(await keep({ replaces })).toMatchObject({ joinUrl });
    },
  );
});

describe('there is never a second event', () => {
  it.each<[string, Failure]>([
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

  it('when the answer was lost and the time has changed since, the first is changed', async () => {
    graph.next.push('resetAfter');
    await keep();
    const moved = { startsAt: instant('2026-09-17T09:00:00+01:00'), endsAt: instant('2026-09-17T10:00:00+01:00') };
    expect(await keep(moved)).toMatchObject({ result: 'sent', receipt: only().id, joinUrl: only().joinUrl });
    expect(requests()).toEqual(['POST events', 'POST events', 'GET events', 'PATCH event']);
    expect(only().start).toBe('2026-09-17T08:00:00');
  });

  it('another discussion has another event', async () => {
    await keep();
    await keep({ reference: 'SD-OTHER2', subject: 'Strategy discussion SD-OTHER2' });
    expect(graph.calendar.events.size).toBe(2);
  });
});

describe('it is brought in step', () => {
  it('by reading it: what is in step already is left alone, and nobody is written to', async () => {
    const replaces = await made();
    expect(await keep({ replaces })).toEqual({ result: 'sent', receipt: replaces, joinUrl: only().joinUrl });
    expect(requests()).toEqual(['GET event']);
    expect(graph.calendar.written).toEqual([]);
  });

  it('a new time is told to everybody, and the link stays', async () => {
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

  it('one more invited is news to them alone', async () => {
    const replaces = await made();
    const grace = 'grace.mensah@exampleshire.nhs.net';
    await keep({ replaces, attendees: [ellie, tom, grace] });
    expect(graph.received.at(-1)?.body).toHaveProperty('attendees');
    expect(Object.keys(graph.received.at(-1)?.body ?? {})).toEqual(['attendees']);
    expect(graph.calendar.written).toEqual([{ to: grace, what: 'invited', comment: null }]);
  });

  it('an address written in other letters is the same person', async () => {
    const replaces = await made();
    await keep({ replaces, attendees: [tom.toUpperCase(), ellie] });
    expect(requests()).toEqual(['GET event']);
  });

  it('the convenor says how to join after all, and then nothing again', async () => {
    const replaces = await made();
    await keep({ replaces, online: false, location: 'Dial 01632 960001' });
    expect(only()).toMatchObject({ location: 'Dial 01632 960001', isOnlineMeeting: true });
    await keep({ replaces, online: true, location: '' });
    expect(only().isOnlineMeeting).toBe(true);
  });

  it('a meeting in a room becomes one in Teams', async () => {
    const replaces = await made({ online: false, location: 'Room 4' });
    const result = await keep({ replaces });
    expect(only()).toMatchObject({ location: '', isOnlineMeeting: true });
    expect(result).toMatchObject({ joinUrl: only().joinUrl });
  });

  it('a link that comes later is found by asking again', async () => {
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

  it('deleted by somebody, it is made anew', async () => {
    const replaces = await made();
    graph.calendar.events.clear();
    const result = await keep({ replaces });
    expect(result).toMatchObject({ result: 'sent', receipt: only().id });
    expect(only().id).not.toBe(replaces);
  });

  it('deleted by somebody and made anew, the answer lost: the repeat finds it', async () => {
    const replaces = await made();
    graph.calendar.events.clear();
    graph.next.push('works', 'works', 'resetAfter');
    expect(await keep({ replaces })).toMatchObject({ result: 'later' });
    expect(await keep({ replaces })).toMatchObject({ result: 'sent', receipt: only().id });
  });
});

describe('stood down', () => {
  it('it is cancelled, and everybody is told why their calendar changed', async () => {
    const replaces = await made();
    expect(await keep({ replaces, cancelled: true })).toEqual({ result: 'sent', receipt: replaces, joinUrl: null });
    expect(graph.calendar.events.size).toBe(0);
    const comment = 'Strategy discussion SD-TEST22 is not going ahead.';
    expect(graph.calendar.written).toEqual([
      { to: ellie, what: 'cancelled', comment },
      { to: tom, what: 'cancelled', comment },
    ]);
  });

  it('cancelled a second time, or gone already, is done', async () => {
    const replaces = await made();
    graph.next.push('resetAfter');
    expect(await keep({ replaces, cancelled: true })).toMatchObject({ result: 'later' });
    expect(await keep({ replaces, cancelled: true })).toMatchObject({ result: 'sent', receipt: replaces });
    expect(graph.calendar.written).toHaveLength(2);
  });

  it('with nobody in it, it is deleted', async () => {
    const replaces = await made({ attendees: [] });
    await keep({ replaces, cancelled: true, attendees: [] });
    expect(requests()).toEqual(['DELETE event']);
    expect(graph.calendar.events.size).toBe(0);
  });

  it('made by a request whose answer was lost, it is found and cancelled', async () => {
    graph.next.push('resetAfter');
    await keep();
    await keep({ cancelled: true });
    expect(graph.calendar.events.size).toBe(0);
  });

  it('never made, there is nothing to cancel', async () => {
    expect(await keep({ cancelled: true })).toEqual({ result: 'sent', receipt: 'none', joinUrl: null });
    expect(requests()).toEqual(['GET events']);
  });
});
