/**
 * Microsoft Graph's calendar of one mailbox, on this machine: real HTTP, the documented answers, Graph's own form of
 * errors, and what Exchange would write to people. Fails as told.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { cancelEvent, createCalendar, errorBody, type Answer, type Calendar } from './graphCalendar.ts';

export const organiser = 'strategy.meetings@exampleshire.gov.uk';
export const token = 'a-token-for-graph';

interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Everything that was sent, headers too: for looking for what must not be there. */
  readonly raw: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Failure =
  | { readonly status: number; readonly code?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Not JSON: what a gateway on the way answers. */
  | { readonly status: number; readonly html: string }
  /** The connection breaks off, or nothing ever comes back; before anything was done, or after. */
  | 'reset'
  | 'silence'
  | 'resetAfter'
  | 'silenceAfter';

export interface GraphServer {
  readonly url: string;
  readonly received: Received[];
  readonly calendar: Calendar;
  /** What becomes of the next requests, in order. */
  readonly next: (Failure | 'works')[];
  /** What becomes of every request meanwhile; null when Graph works. */
  down: Failure | null;
  close(): Promise<void>;
}

export const startGraph = async (): Promise<GraphServer> => {
  const calendar = createCalendar();
  const received: Received[] = [];
  const next: GraphServer['next'] = [];
  const state: { down: Failure | null } = { down: null };

  const answer = (request: Received, headers: IncomingMessage['headers']): Answer => {
    if (headers.authorization !== `Bearer ${token}`) return errorBody(401, 'InvalidAuthenticationToken');
    const [, version, users, mailbox = '', events, id, action, ...more] = request.path.split('/');
    if (version !== 'v1.0' || users !== 'users' || events !== 'events' || more.length > 0) {
      return errorBody(400, 'BadRequest');
    }
    if (decodeURIComponent(mailbox) !== organiser) return errorBody(404, 'ErrorInvalidUser');
    if (id === undefined) {
      if (request.method === 'GET') return calendar.list(new URLSearchParams(request.query).get('$filter') ?? '');
      return request.method === 'POST' ? calendar.create(request.body) : errorBody(405, 'Request_BadRequest');
    }
    const event = decodeURIComponent(id);
    if (action === 'cancel' && request.method === 'POST') return cancelEvent(calendar, event, request.body);
    if (action !== undefined) return errorBody(400, 'BadRequest');
    switch (request.method) {
      case 'GET':
        return calendar.get(event, headers.prefer?.toString() ?? '');
      case 'PATCH':
        return calendar.change(event, request.body);
      case 'DELETE':
        return calendar.remove(event, null);
      default:
        return errorBody(405, 'Request_BadRequest');
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = await text(request);
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const body = sent === '' ? {} : (JSON.parse(sent) as Received['body']);
    const raw = `${request.method ?? ''} ${decodeURIComponent(request.url ?? '')} ${JSON.stringify(request.headers)} ${sent}`;
    const noted: Received = { method: request.method ?? '', path, query, raw, body };
    received.push(noted);
    const due = next.shift() ?? state.down;
    if (due === 'reset') return void request.socket.resetAndDestroy();
    if (due === 'silence') return;
    if (typeof due === 'object' && due !== null) return fail(response, due);
    const given = answer(noted, request.headers);
    if (due === 'silenceAfter') return;
    if (due === 'resetAfter') return void request.socket.resetAndDestroy();
    // A real service takes a moment.
    await wait(5);
    response.writeHead(given.status, { 'content-type': 'application/json', 'request-id': 'r-1' });
    response.end(given.body === null ? '' : JSON.stringify(given.body));
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    calendar,
    next,
    get down() {
      return state.down;
    },
    set down(failure) {
      state.down = failure;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const fail = (response: ServerResponse, failure: Exclude<Failure, string>): void => {
  if ('html' in failure) {
    response.writeHead(failure.status, { 'content-type': 'text/html' });
    return void response.end(failure.html);
  }
  const { status, body } = errorBody(failure.status, failure.code ?? 'UnknownError');
  response.writeHead(status, { 'content-type': 'application/json', ...failure.headers });
  response.end(JSON.stringify(body));
};
