/** Opening a file with few discussions and one with many, to the first answer; and what the product does with many while idle. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { figure, type Figure } from '../costs.ts';
import type { Extent } from '../extent.ts';
import type { Measured } from '../processes/measured.ts';
import { startOnce, type Starting } from '../starting.ts';

export interface Opening extends Pick<Starting, 'serviceUrl' | 'now'> {
  /** Starts the product in this folder. */
  readonly start: (dataDir: string) => Promise<Measured>;
  readonly small: { readonly dataDir: string; readonly discussions: number };
  readonly large: { readonly dataDir: string; readonly discussions: number };
}

/** After a start a large file is looked at from end to end, beside other work. */
const quietMs = 20;
const longestMs = 600_000;

export const openings = async (
  { start, small, large, ...where }: Opening,
  { warmUps, starts: rounds, idleMs }: Extent,
): Promise<readonly Figure[]> => {
  const ratios: number[] = [];
  for (let i = 0; i < warmUps + rounds; i += 1) {
    const few = await startOnce(() => start(small.dataDir), where, 0);
    const many = await startOnce(() => start(large.dataDir), where, 0);
    if (i >= warmUps) ratios.push(many.answeredMs / few.answeredMs);
  }
  const opened = `opening the file, to the first answer: ${large.discussions} discussions beside ${small.discussions}`;
  const { size } = statSync(join(large.dataDir, 'strategy.sqlite'));
  return [
    figure(opened, 'times', 1.3, ratios),
    figure(`CPU, idle, with ${large.discussions} discussions`, 'ms a second', null, [
      await idleCost(() => start(large.dataDir), idleMs),
    ]),
    figure('on disk, a discussion', 'KB', null, [size / 1_024 / large.discussions]),
  ];
};

/** Milliseconds of processor time a second. */
const idleCost = async (start: () => Promise<Measured>, idleMs: number): Promise<number> => {
  const process = await start();
  const over = async (ms: number): Promise<number> => {
    const before = await process.used();
    const from = performance.now();
    await wait(ms);
    const after = await process.used();
    return ((after.cpuMs - before.cpuMs) * 1_000) / (performance.now() - from);
  };
  const end = performance.now() + longestMs;
  while ((await over(1_000)) > quietMs) {
    if (performance.now() > end) throw new Error('the product never came to rest');
  }
  const cost = await over(3 * idleMs);
  await process.stop();
  return cost;
};
