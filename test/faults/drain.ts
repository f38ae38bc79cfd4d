import type { Instant } from '../../src/practice/time/instant.ts';
import type { Sender } from './sender.ts';

/** Far more than any scenario takes, so that one that goes round in circles ends as a failure. */
const mostRounds = 20_000;

/** Delivers all there is, and moves the clock on to whatever is due next, until nothing is due before `until`. */
export const sendEverything = async (sender: Sender, until: Instant): Promise<void> => {
  for (let round = 0; round < mostRounds; round += 1) {
    await sender.dispatcher.drainOnce();
    const next = await sender.stores.store.nextDue();
    if (next === null || next > until) return;
    sender.skipTo(next);
  }
  throw new Error('notices kept coming back');
};
