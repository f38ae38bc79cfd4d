/** A Bot Connector that notes what it is asked and answers as told: what Teams would see of the bot. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: { readonly [key: string]: unknown };
}

export interface ConnectorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Connector {
  readonly url: string;
  readonly asked: Asked[];
  /** What the next requests get, in order; after them everything succeeds. `reset` drops the connection, `silence` keeps it. */
  readonly next: (ConnectorAnswer | 'reset' | 'silence')[];
  close(): Promise<void>;
}

const read = async (request: IncomingMessage): Promise<Asked> => {
  const body = await text(request);
  return {
    method: request.method ?? '',
    path: decodeURIComponent(request.url ?? ''),
    body: body === '' ? {} : (JSON.parse(body) as Asked['body']),
  };
};

export const startConnector = async (): Promise<Connector> => {
  const asked: Asked[] = [];
  const next: Connector['next'] = [];
  const answer = async (request: IncomingMessage): Promise<Connector['next'][number]> => {
    asked.push(await read(request));
    return next.shift() ?? { status: 201, body: { id: `activity-${asked.length}` } };
  };
  const server = createServer((request, response) => {
    void answer(request).then((given) => {
      if (given === 'reset') return void request.socket.resetAndDestroy();
      if (given === 'silence') return;
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
      response.end(JSON.stringify(given.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    next,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
