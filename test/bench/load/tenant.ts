/**
 * The pretend Teams around the product that is measured, in the process that makes the load: people, their mail, and the
 * Bot Connector. Once everything is prepared it becomes brief: what is sent is counted and taken, and not kept, so that
 * it is not the tenant that is measured.
 */
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import express from 'express';
import { startRehearsal } from '../../../src/rehearsal/rehearsal.ts';

export interface Tenant {
  readonly origin: string;
  /** Where bots send what they say. */
  readonly serviceUrl: string;
  readonly smtpPort: number;
  /** From now on, what is sent is not kept. */
  beBrief(): void;
  /** Nothing that is sent is answered until the promise resolves. */
  hold(until: Promise<unknown>): void;
  close(): Promise<void>;
}

interface Setting {
  readonly port: number;
  readonly productPort: number;
  readonly dataDir: string;
  readonly now: () => Date;
}

export const startTenant = async ({ port, productPort, dataDir, now }: Setting): Promise<Tenant> => {
  const origin = `http://127.0.0.1:${port}`;
  let isBrief = false;
  let held: Promise<unknown> = Promise.resolve();
  let count = 0;
  const whole = express();
  const answerBriefly = async (response: ServerResponse): Promise<void> => {
    count += 1;
    const id = `brief-${count}`;
    await held;
    response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"${id}"}`);
  };
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/messages') === true) return carry(request, response, productPort);
    if (!isBrief || !isSent(request)) return void whole(request, response);
    request.resume();
    void answerBriefly(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const rehearsal = await startRehearsal({ dataDir, origin, now });
  whole.use('/rehearsal', rehearsal.router);
  return {
    origin,
    serviceUrl: `${origin}/rehearsal/connector`,
    smtpPort: rehearsal.smtpPort,
    beBrief: () => {
      isBrief = true;
    },
    hold: (until) => {
      held = until;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await rehearsal.close();
    },
  };
};

/** A message, or a change of one. Chats are opened and members told as ever. */
const isSent = ({ method, url }: IncomingMessage): boolean => method !== 'GET' && url?.includes('/activities') === true;

/** People talk to the tenant, the tenant to the product. */
const carry = (request: IncomingMessage, response: ServerResponse, port: number): void => {
  const { method, headers, url } = request;
  const onwards = send({ hostname: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  // Not there yet.
  onwards.on('error', () => void response.writeHead(502).end());
  request.pipe(onwards);
};
