/** Until nothing is due any more. Asked seldom, so that asking is no load. */
import { setTimeout as wait } from 'node:timers/promises';
import { instant } from '../../src/practice/time/instant.ts';
import type { Store } from '../../src/store/store.ts';

const askEveryMs = 300;
const mostMs = 120_000;

/** What is owed later, or is being tried again, waits for a reason. What is left after two minutes is for a judge to name. */
export const quiet = async (
  store: Store,
  now: () => Date,
  isReached: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> => {
  const end = performance.now() + mostMs;
  while (performance.now() < end) {
    if ((await store.counts(instant(now()))).owed === 0 && (await isReached())) return;
    await wait(askEveryMs);
  }
};
