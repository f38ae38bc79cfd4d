import { describe, expect, it } from 'vitest';
import { token, type Failure } from './graphServer.ts';
import { entry, graph, keep, made, meetings, withGraph } from './graphTrial.ts';

withGraph();

describe('what an answer means', () => {
  const later = (detail: string, retryAfterMs: number | null = null) => ({ result: 'later', detail, retryAfterMs });
  it.each<[string, Failure, object]>([
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

  it('no such mailbox, whatever was asked of it', async () => {
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

  it.each<[string, () => Promise<string>]>([
    ['refuses', () => Promise.reject(new Error(`AADSTS7000215: the secret ${token} is wrong`))],
    ['never answers', () => new Promise(() => undefined)],
  ])('a sign-in that %s: later, and Graph is not asked', async (_name, give) => {
    expect(await meetings({ token: give })(entry())).toEqual(
      later('Microsoft’s sign-in gave no token for the calendar'),
    );
    expect(graph.received).toEqual([]);
  });

  it('something that is no event: later', async () => {
    const replaces = await made();
    const unclear = later('Microsoft Graph answered in a way we do not understand');
    graph.next.push({ status: 200, html: 'OK' }, { status: 200, html: 'OK' });
    expect(await keep()).toEqual(unclear);
    expect(await keep({ replaces })).toEqual(unclear);
  });

  it('nothing is listening: later', async () => {
    await graph.close();
    expect(await keep()).toEqual(later('Microsoft Graph did not answer'));
  });
});
