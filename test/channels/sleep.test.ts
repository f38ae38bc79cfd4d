import { describe, expect, it } from 'vitest';
import { sleep } from '../../src/channels/sleep.ts';

const elapsed = async (wait: Promise<void>): Promise<number> => {
  const begun = performance.now();
  await wait;
  return performance.now() - begun;
};

describe('sleeping', () => {
  it('lasts as long as it should', async () => {
    // A timer may fire within a millisecond before its time.
    expect(await elapsed(sleep(50, new AbortController().signal))).toBeGreaterThanOrEqual(49);
  });

  it('ends at once when woken', async () => {
    const alarm = new AbortController();
    setTimeout(() => alarm.abort(), 20);
    expect(await elapsed(sleep(10_000, alarm.signal))).toBeLessThan(5_000);
  });

  it('does not begin when already woken', async () => {
    expect(await elapsed(sleep(10_000, AbortSignal.abort()))).toBeLessThan(5_000);
  });
});
