/**
 * The outbox: claims due notices with a lease, delivers them, settles them. It is the one thing in the product that runs
 * by itself, and knows no kind of message. Any number may run on one store; none remembers anything, so one that is killed
 * leaves nothing undone that another, or its next start, would not do when the lease runs out.
 */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { millis, second } from '../practice/time/instant.ts';
import type { ClaimedNotice } from '../store/store.ts';
import { jitteredWait } from './backoff.ts';
import { claim, deliverInTime, pollMs, type DispatcherEdges } from './delivering.ts';
import { faultOf } from './log.ts';

export interface Dispatcher {
  /** Works until stopped; starting twice is harmless. */
  start(): void;
  /** Claims nothing more, and resolves when what is under way has been settled. At most a lease long. */
  stop(): Promise<void>;
  /** Looks at once instead of at the next poll: call it after an append. */
  nudge(): void;
  /** Resolves when what is under way at this moment has been settled. */
  settled(): Promise<void>;
  /** Delivers all that is due now, and what that makes due now in turn. Resolves to the number of deliveries. */
  drainOnce(): Promise<number>;
}

/** How many deliveries run side by side. */
export const concurrency = 16;
/** Between two looks when a notice seems due and yet cannot be claimed: clocks that differ a little. */
const minimumWaitMs = second / 10;

/** What one dispatcher is doing at the moment; forgotten when it ends. */
interface State {
  readonly underWay: Set<Promise<void>>;
  /** What is being claimed is under way before it is known what that is. */
  claiming: Promise<readonly ClaimedNotice[]> | null;
  running: Promise<void> | null;
  stopping: boolean;
  /** Given when there is a reason to look before the next poll. */
  alarm: AbortController;
}

export const createDispatcher = (edges: DispatcherEdges): Dispatcher => {
  const state: State = {
    underWay: new Set(),
    claiming: null,
    running: null,
    stopping: false,
    alarm: new AbortController(),
  };
  return {
    nudge: () => state.alarm.abort(),
    start: () => {
      state.running ??= work(edges, state);
    },
    stop: async () => {
      state.stopping = true;
      state.alarm.abort();
      await state.running;
      await Promise.all(state.underWay);
    },
    settled: async () => {
      while (state.claiming !== null || state.underWay.size > 0) {
        await Promise.allSettled([state.claiming, ...state.underWay]);
      }
    },
    drainOnce: () => drain(edges),
  };
};

const work = async (edges: DispatcherEdges, state: State): Promise<void> => {
  let faults = 0;
  while (!state.stopping) {
    try {
      await look(edges, state);
      faults = 0;
    } catch (error) {
      faults += 1;
      edges.log({ what: 'claimFailed', noticeId: null, fault: faultOf(error) });
      await rest(edges, state, jitteredWait(faults, edges.random));
    }
  }
};

/** Claims as many as there is room for and sets them going; waits where there is nothing to claim, or no room. */
const look = async (edges: DispatcherEdges, state: State): Promise<void> => {
  const free = concurrency - state.underWay.size;
  const claimed = free > 0 ? await claiming(edges, state, free) : [];
  // After an outage thousands may be due that only touch the store: people's own requests are answered in between.
  await othersFirst();
  if (claimed.length === 0) await rest(edges, state, free > 0 ? await idleMs(edges) : pollMs);
};

const claiming = async (edges: DispatcherEdges, state: State, free: number): Promise<readonly ClaimedNotice[]> => {
  try {
    state.claiming = claim(edges, free);
    const claimed = await state.claiming;
    for (const notice of claimed) launch(edges, state, notice);
    return claimed;
  } finally {
    state.claiming = null;
  }
};

const launch = (edges: DispatcherEdges, state: State, claimed: ClaimedNotice): void => {
  const delivery = deliverInTime(edges, claimed).then(() => {
    state.underWay.delete(delivery);
    state.alarm.abort();
  });
  state.underWay.add(delivery);
};

const idleMs = async ({ store, clock }: DispatcherEdges): Promise<number> => {
  const next = await store.nextDue();
  if (next === null) return pollMs;
  return Math.min(pollMs, Math.max(minimumWaitMs, millis(next) - millis(clock())));
};

const rest = async ({ sleep }: DispatcherEdges, state: State, ms: number): Promise<void> => {
  await sleep(ms, state.alarm.signal);
  state.alarm = new AbortController();
};

const drain = async (edges: DispatcherEdges): Promise<number> => {
  for (let count = 0; ;) {
    const claimed = await claim(edges, concurrency);
    if (claimed.length === 0) return count;
    await Promise.all(claimed.map((notice) => deliverInTime(edges, notice)));
    count += claimed.length;
  }
};
