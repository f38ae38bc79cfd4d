/**
 * The one thing in the product that runs by itself: claims due notices with a lease, delivers them, settles them. Any
 * number may run on one store; none remembers anything, so one that is killed leaves nothing undone that another, or
 * its next start, would not do when the lease runs out.
 */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { millis, plusMillis, type Instant, minute, second } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement, Store } from '../store/store.ts';
import { dueAgain } from './attempts.ts';
import { jitteredWait } from './backoff.ts';
import type { Deliver } from './deliver.ts';
import { faultOf, type NoticeLog } from './log.ts';
import type { Sleep } from '../channels/sleep.ts';

export interface Dispatcher {
  /** Works until stopped; starting twice is harmless. */
  start(): void;
  /** Claims nothing more, and resolves when what is under way has been settled. At most a lease long. */
  stop(): Promise<void>;
  /** Looks at once instead of at the next poll: call it after an append. */
  nudge(): void;
  /** Delivers all that is due now, and what that makes due now in turn. Resolves to the number of deliveries. */
  drainOnce(): Promise<number>;
}

export interface DispatcherEdges {
  readonly store: Pick<Store, 'claim' | 'settle' | 'nextDue'>;
  readonly deliver: Deliver;
  readonly clock: () => Instant;
  /** Identifies this dispatcher among those on the store; a new one for each start of the process. */
  readonly holder: string;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly log: NoticeLog;
}

/** Longer than any channel takes to answer or give up, so that nobody else sends what is still being sent. */
export const leaseMs = minute;
/** How many deliveries run side by side. */
export const concurrency = 16;
/** How long a notice appended by another instance may go unseen. */
const pollMs = 5 * second;
/** Between two looks when a notice seems due and yet cannot be claimed: clocks that differ a little. */
const minimumWaitMs = 100;
const settleTries = 3;
/** A message that cannot be prepared is tried more and more rarely, down to this. */
const longestUnpreparedMs = 15 * minute;

export const createDispatcher = (edges: DispatcherEdges): Dispatcher => {
  const { store, clock, random, sleep, log, holder } = edges;
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | null = null;
  let stopping = false;
  let alarm = new AbortController();

  const nudge = (): void => alarm.abort();

  const rest = async (ms: number): Promise<void> => {
    await sleep(ms, alarm.signal);
    alarm = new AbortController();
  };

  const claim = (limit: number): Promise<readonly ClaimedNotice[]> => {
    const now = clock();
    return store.claim({ now, leaseUntil: plusMillis(now, leaseMs), holder, limit });
  };

  /** Never rejects: whatever goes wrong is logged, and the notice comes back. */
  const carryOut = async (claimed: ClaimedNotice): Promise<void> => {
    const settlement = await edges.deliver(claimed).catch((error: unknown) => {
      log({ what: 'deliverFailed', noticeId: claimed.notice.id, fault: faultOf(error) });
      return unprepared(claimed);
    });
    if (settlement !== null) await settle(claimed, settlement);
  };

  /**
   * Nothing was sent, for the message could not be prepared. One that an interrupted delivery may have sent is left to
   * its lease instead, so that it stays known as such.
   */
  const unprepared = ({ notice, delivery, interrupted }: ClaimedNotice): Settlement | null => {
    const sinceOwed = millis(clock()) - millis(notice.owedAt);
    const waitMs = Math.min(longestUnpreparedMs, Math.max(pollMs, sinceOwed / 2));
    return interrupted ? null : dueAgain(plusMillis(clock(), Math.round(waitMs)), delivery.attempts);
  };

  /** Tried more than once, because what is not settled is sent again. */
  const settle = async (claimed: ClaimedNotice, delivery: Settlement): Promise<void> => {
    const noticeId = claimed.notice.id;
    for (let tries = 1; tries <= settleTries; tries += 1) {
      try {
        const result = await store.settle(claimed, delivery);
        if (result === 'leaseLost') log({ what: 'leaseLost', noticeId, fault: null });
        return;
      } catch (error) {
        log({ what: 'settleFailed', noticeId, fault: faultOf(error) });
        if (tries < settleTries) await sleep(jitteredWait(tries, random), new AbortController().signal);
      }
    }
  };

  /** One delivery, for as long as its lease: a channel that never answers must not block the others for ever. */
  const run = async (claimed: ClaimedNotice): Promise<void> => {
    const answered = new AbortController();
    const work = carryOut(claimed).then(() => 'done' as const);
    const lease = sleep(leaseMs, answered.signal).then(() => 'leaseRanOut' as const);
    const outcome = await Promise.race([work, lease]);
    answered.abort();
    if (outcome === 'leaseRanOut') log({ what: 'leaseRanOut', noticeId: claimed.notice.id, fault: null });
  };

  const launch = (claimed: ClaimedNotice): void => {
    const delivery = run(claimed).then(() => {
      underWay.delete(delivery);
      nudge();
    });
    underWay.add(delivery);
  };

  const idleMs = async (): Promise<number> => {
    const next = await store.nextDue();
    if (next === null) return pollMs;
    return Math.min(pollMs, Math.max(minimumWaitMs, millis(next) - millis(clock())));
  };

  const work = async (): Promise<void> => {
    let faults = 0;
    while (!stopping) {
      try {
        const free = concurrency - underWay.size;
        const claimed = free > 0 ? await claim(free) : [];
        claimed.forEach(launch);
        // After an outage thousands may be due that only touch the store: people's own requests are answered in between.
        await othersFirst();
        if (claimed.length === 0) await rest(free > 0 ? await idleMs() : pollMs);
        faults = 0;
      } catch (error) {
        faults += 1;
        log({ what: 'claimFailed', noticeId: null, fault: faultOf(error) });
        await rest(jitteredWait(faults, random));
      }
    }
  };

  return {
    nudge,
    start: () => {
      running ??= work();
    },
    stop: async () => {
      stopping = true;
      nudge();
      await running;
      await Promise.all(underWay);
    },
    drainOnce: async () => {
      for (let count = 0; ;) {
        const claimed = await claim(concurrency);
        if (claimed.length === 0) return count;
        await Promise.all(claimed.map(run));
        count += claimed.length;
      }
    },
  };
};
