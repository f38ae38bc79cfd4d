/** From nothing to the first answer, and the memory of a process that idles after it: the product’s beside the floor’s. */
import { setTimeout as wait } from 'node:timers/promises';
import { figure, type Figure } from './costs.ts';
import type { Extent } from './extent.ts';
import { createClient } from './load/client.ts';
import type { Measured } from './processes/measured.ts';
import { manager } from './turns/prepared.ts';

export interface Starting {
  readonly product: () => Promise<Measured>;
  readonly bare: () => Promise<Measured>;
  readonly serviceUrl: string;
  readonly now: () => Date;
}

export interface Started {
  readonly answeredMs: number;
  readonly megabytes: number;
}

/** Starts it, asks it for the list of commands, leaves it alone, and stops it. */
export const startOnce = async (
  start: () => Promise<Measured>,
  { serviceUrl, now }: Pick<Starting, 'serviceUrl' | 'now'>,
  idleMs: number,
): Promise<Started> => {
  const from = performance.now();
  const process = await start();
  const client = createClient(process.origin, serviceUrl, now);
  await client.say(manager, '/strategy help');
  const answeredMs = performance.now() - from;
  await wait(idleMs);
  const { rss } = await process.used();
  client.close();
  await process.stop();
  return { answeredMs, megabytes: rss / 2 ** 20 };
};

export const starts = async (
  { product, bare, ...where }: Starting,
  { warmUps, starts: rounds, idleMs }: Extent,
): Promise<readonly Figure[]> => {
  const found: { readonly product: Started; readonly bare: Started }[] = [];
  for (let i = 0; i < warmUps + rounds; i += 1) {
    const first = await startOnce(bare, where, idleMs);
    const round = { bare: first, product: await startOnce(product, where, idleMs) };
    if (i >= warmUps) found.push(round);
  }
  const ratios = (of: (started: Started) => number) => found.map((round) => of(round.product) / of(round.bare));
  return [
    figure(
      'from a cold start to the first answer, beside the floor',
      'times',
      1,
      ratios((s) => s.answeredMs),
    ),
    figure(
      'from a cold start to the first answer',
      'ms',
      null,
      found.map((s) => s.product.answeredMs),
    ),
    figure(
      'memory, idle, beside the floor',
      'times',
      1.3,
      ratios((s) => s.megabytes),
    ),
    figure(
      'memory, idle',
      'MB',
      null,
      found.map((s) => s.product.megabytes),
    ),
  ];
};
