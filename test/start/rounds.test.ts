/** What the program looks after by itself: at the start, then every minute, until it stops. */
import { expect, it } from 'vitest';
import { createRounds } from '../../src/start/rounds.ts';

/** Rounds whose minutes pass when a test says so. */
const trial = (round: () => Promise<void>) => {
  const faults: unknown[] = [];
  let pass = (): void => undefined;
  const waits: number[] = [];
  const rounds = createRounds({
    round,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        waits.push(ms);
        pass = resolve;
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) resolve();
      }),
    fault: (error) => faults.push(error),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    rounds,
    faults,
    waits,
    minute: async () => {
      pass();
      await settled();
    },
    settled,
  };
};

it('goes round at the start, and once a minute from then on', async () => {
  let count = 0;
  const { rounds, waits, minute, settled } = trial(async () => {
    count += 1;
    await Promise.resolve();
  });
  rounds.start();
  rounds.start();
  await settled();
  expect(count).toBe(1);
  await minute();
  expect(count).toBe(2);
  expect(new Set(waits)).toEqual(new Set([60_000]));
  await rounds.stop();
  await minute();
  expect(count).toBe(2);
});

it('a round that fails is written down, and there is another', async () => {
  let count = 0;
  const { rounds, faults, minute, settled } = trial(() => {
    count += 1;
    return Promise.reject(new Error('the disk is full'));
  });
  rounds.start();
  await settled();
  await minute();
  expect(count).toBe(2);
  expect(faults).toEqual([new Error('the disk is full'), new Error('the disk is full')]);
  await rounds.stop();
});
