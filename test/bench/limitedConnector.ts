/**
 * A Bot Connector that takes messages and enforces the limits Microsoft documents, each as a sliding window, after the
 * time a real one takes to answer. The rehearsal's has some twenty chats and lets everything through.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface LimitedConnector {
  readonly url: string;
  /** When each message was taken, in milliseconds. */
  readonly taken: readonly number[];
  /** How many requests were answered with 429. */
  refused(): number;
  close(): Promise<void>;
}

interface Window {
  readonly count: number;
  readonly ms: number;
}

const second = 1_000;
const conversation: readonly Window[] = [
  { count: 7, ms: second },
  { count: 8, ms: 2 * second },
  { count: 60, ms: 30 * second },
  { count: 1_800, ms: 3_600 * second },
];
export const tenantPerSecond = 50;
const tenant: readonly Window[] = [{ count: tenantPerSecond, ms: second }];
const answerMs = 100;

const isFull = (times: readonly number[], windows: readonly Window[], now: number): boolean =>
  windows.some(({ count, ms }) => (times.at(-count) ?? -Infinity) > now - ms);

export const startLimitedConnector = async (): Promise<LimitedConnector> => {
  const taken: number[] = [];
  const byConversation = new Map<string, number[]>();
  let refused = 0;
  const server = createServer((request, response) => {
    const now = performance.now();
    const key = request.url ?? '';
    const times = byConversation.get(key) ?? [];
    byConversation.set(key, times);
    const full = isFull(taken, tenant, now) || isFull(times, conversation, now);
    if (full) refused += 1;
    else {
      taken.push(now);
      times.push(now);
    }
    request.resume();
    void wait(answerMs).then(() => {
      response.writeHead(full ? 429 : 201, { 'content-type': 'application/json', 'retry-after': '1' });
      response.end(full ? '{"error":{"code":"Throttled"}}' : `{"id":"${taken.length}"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refused: () => refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
