/** A pretend tenant with a full channel, and a bot that only sends: what the page shows is the page's own affair. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { channel } from '../../src/rehearsal/places.ts';
import { startRehearsal } from '../../src/rehearsal/rehearsal.ts';
import { sampleCard } from '../cards/everySample.ts';

export interface PageTenant {
  readonly origin: string;
  /** The bot sends a card to the channel; gives the message's id. */
  send(thread: string, card: object): Promise<string>;
  /** The bot changes a card it has sent. */
  change(thread: string, message: string, card: object): Promise<void>;
  close(): Promise<void>;
}

/** What stands in the thread of a discussion. */
const cardsOfThread = ['agenda-in-thread', 'delivery-in-thread', 'taking-part'].map(sampleCard);
const messagesInThread = cardsOfThread.length + 2;

const listen = (app: express.Express): Promise<Server> =>
  new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });

const ask = async (method: string, url: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status}`);
  return answer.json();
};

export const startPageTenant = async (): Promise<PageTenant> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'strategy-page-'));
  const app = express();
  app.post('/api/messages', (_req, res) => void res.json({}));
  const server = await listen(app);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rehearsal = await startRehearsal({ dataDir, origin, now: () => new Date() });
  app.use('/rehearsal', rehearsal.router);
  const activities = (thread: string): string =>
    `${origin}/rehearsal/connector/v3/conversations/${encodeURIComponent(`${channel.id};messageid=${thread}`)}/activities`;
  const activity = (card: object) => ({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  });
  return {
    origin,
    send: async (thread, card) => {
      const { id } = (await ask('POST', activities(thread), activity(card))) as { id: string };
      return id;
    },
    change: async (thread, message, card) => {
      await ask('PUT', `${activities(thread)}/${message}`, activity(card));
    },
    close: async () => {
      await rehearsal.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const say = async ({ origin }: PageTenant, person: string, more: object): Promise<string> => {
  const body = { person, place: 'channel', ...more };
  const { message } = (await ask('POST', `${origin}/rehearsal/api/say`, body)) as { message: { id: string } };
  return message.id;
};

/** Discussions convened one after the other, each in its thread; gives the threads. */
export const fillChannel = async (tenant: PageTenant, messages: number): Promise<readonly string[]> => {
  const threads: string[] = [];
  while (threads.length * messagesInThread < messages) {
    const thread = await say(tenant, 'priya-shah', { text: '/strategy' });
    for (const card of cardsOfThread) await tenant.send(thread, card);
    await say(tenant, 'tom-reyes', { text: 'I am on my way.', thread });
    threads.push(thread);
  }
  return threads;
};
