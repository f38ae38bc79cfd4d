/**
 * One address before some processes of the product. Activities for the bot go to the next instance; everything else goes
 * to the pretend tenant. Each turn of the bot is timed here, where Teams would wait for it, and requests to the Bot
 * Connector meet a fault at a fixed rate.
 */
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { connectorFaults } from './weather.ts';
import { turnKindOf, type TurnKind } from './turnKind.ts';

export interface Turn {
  readonly kind: TurnKind;
  readonly ms: number;
  /** Answered by the bot, and not with a fault of ours. */
  readonly isAnswered: boolean;
}

/** The port of the process that holds the tenant, and those of the instances that take turns. */
export interface Pointed {
  readonly tenant: number;
  readonly instances: readonly number[];
}

export interface Front {
  readonly origin: string;
  point(to: Pointed): void;
  /** Requests to the Bot Connector so far, and how many of them were made to fail. */
  connector(): { readonly requests: number; readonly faults: number };
  calm(): void;
  close(): Promise<void>;
}

const keepAliveMs = 300_000;

/** `faultEvery`: every nth request to the connector has a fault; 0 for none. */
export const startFront = async (faultEvery: number, onTurn: (turn: Turn) => void): Promise<Front> => {
  let to: Pointed = { tenant: 0, instances: [] };
  let turns = 0;
  let every = faultEvery;
  const connector = { requests: 0, faults: 0 };

  const spoil = async (): Promise<void> => {
    connector.requests += 1;
    if (every === 0 || connector.requests % every !== 0) return;
    const fault = connectorFaults[connector.faults % connectorFaults.length];
    connector.faults += 1;
    await fetch(`http://127.0.0.1:${to.tenant}/rehearsal/api/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ ...fault, times: 1 }]),
    });
  };
  const carry = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, headers, url = '' } = request;
    const body = await buffer(request);
    const isTurn = url.startsWith('/api/messages');
    if (url.startsWith('/rehearsal/connector')) await spoil();
    turns += isTurn ? 1 : 0;
    const port = isTurn ? to.instances[turns % to.instances.length] : to.tenant;
    const from = performance.now();
    const done = (status: number): void => {
      const kind = isTurn ? turnKindOf(body) : null;
      if (kind !== null) onTurn({ kind, ms: performance.now() - from, isAnswered: status < 500 });
    };
    const onwards = send({ hostname: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('end', () => done(answer.statusCode ?? 502));
      answer.on('aborted', () => {
        done(502);
        response.destroy();
      });
    });
    onwards.on('error', () => {
      if (response.headersSent) return;
      done(502);
      // A person’s client is told; what the connector breaks off is broken off for the bot as well.
      if (isTurn) response.writeHead(502).end();
      else response.destroy();
    });
    onwards.end(body);
  };
  const server = createServer((request, response) => {
    carry(request, response).catch(() => response.destroy());
  });
  // On a busy machine an idle connection would be closed just as it is used again.
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    point: (next) => {
      to = next;
    },
    connector: () => connector,
    calm: () => {
      every = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
