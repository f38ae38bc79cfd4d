/** What the program looks after by itself, again and again, where nothing that happens says when. */
import type { Sleep } from '../channels/sleep.ts';
import { minute } from '../practice/time/instant.ts';

export interface Rounds {
  start(): void;
  /** Resolves when a round under way has ended. */
  stop(): Promise<void>;
}

/** A round now, and one a minute. A round that fails is written down, and there is another. */
export const createRounds = (edges: {
  readonly round: () => Promise<void>;
  readonly sleep: Sleep;
  readonly fault: (error: unknown) => unknown;
}): Rounds => {
  const { round, sleep, fault } = edges;
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await round().catch(fault);
      await sleep(minute, stopping.signal);
    }
  };
  return {
    start: () => {
      running ??= work();
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
