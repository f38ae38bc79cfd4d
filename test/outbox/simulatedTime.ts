import { setImmediate } from 'node:timers/promises';
import { millis, plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import type { Sleep } from '../../src/channels/sleep.ts';

interface Sleeper {
  readonly until: Instant;
  readonly wake: () => void;
}

/** Time that passes only when told to, with everybody who sleeps in it woken in order. */
export const simulateTime = (start: Instant) => {
  let now = start;
  const sleepers = new Set<Sleeper>();

  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      const sleeper: Sleeper = {
        until: plusMillis(now, ms),
        wake: () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      if (signal.aborted) {
        resolve();
        return;
      }
      sleepers.add(sleeper);
      signal.addEventListener('abort', sleeper.wake);
    });

  /** Lets everything that can go on without time passing go on. */
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i += 1) await setImmediate();
  };

  return {
    clock: (): Instant => now,
    sleep,
    settle,
    advance: async (ms: number): Promise<void> => {
      const end = plusMillis(now, ms);
      await settle();
      for (;;) {
        const [next] = [...sleepers]
          .filter((s) => s.until <= end)
          .toSorted((a, b) => millis(a.until) - millis(b.until));
        if (next === undefined) break;
        if (next.until > now) now = next.until;
        next.wake();
        await settle();
      }
      now = end;
    },
  };
};
