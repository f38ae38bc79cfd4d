/** One notice from its claim to its settlement. */
import type { Sleep } from '../channels/sleep.ts';
import { millis, minute, plusMillis, second, type Instant } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement, Store } from '../store/store.ts';
import { dueAgain } from './attempts.ts';
import { jitteredWait } from './backoff.ts';
import type { Deliver } from './deliver.ts';
import { faultOf, type NoticeLog } from './log.ts';

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
/** How long a notice appended by another instance may go unseen. */
export const pollMs = 5 * second;
const settleTries = 3;
/** A message that cannot be prepared is tried more and more rarely, down to this. */
const longestUnpreparedMs = 15 * minute;

export const claim = ({ store, clock, holder }: DispatcherEdges, limit: number): Promise<readonly ClaimedNotice[]> => {
  const now = clock();
  return store.claim({ now, leaseUntil: plusMillis(now, leaseMs), holder, limit });
};

/** One delivery, for as long as its lease: a channel that never answers must not block the others for ever. */
export const deliverInTime = async (edges: DispatcherEdges, claimed: ClaimedNotice): Promise<void> => {
  const answered = new AbortController();
  const work = carryOut(edges, claimed).then(() => 'done' as const);
  const lease = edges.sleep(leaseMs, answered.signal).then(() => 'leaseRanOut' as const);
  const outcome = await Promise.race([work, lease]);
  answered.abort();
  if (outcome === 'leaseRanOut') edges.log({ what: 'leaseRanOut', noticeId: claimed.notice.id, fault: null });
};

/** Never rejects: whatever goes wrong is logged, and the notice comes back. */
const carryOut = async (edges: DispatcherEdges, claimed: ClaimedNotice): Promise<void> => {
  const settlement = await edges.deliver(claimed).catch((error: unknown) => {
    edges.log({ what: 'deliverFailed', noticeId: claimed.notice.id, fault: faultOf(error) });
    return unprepared(claimed, edges.clock());
  });
  if (settlement !== null) await settle(edges, claimed, settlement);
};

/**
 * Nothing was sent, for the message could not be prepared. One that an interrupted delivery may have sent is left to
 * its lease instead, so that it stays known as such.
 */
const unprepared = ({ notice, delivery, interrupted }: ClaimedNotice, now: Instant): Settlement | null => {
  const sinceOwed = millis(now) - millis(notice.owedAt);
  const waitMs = Math.min(longestUnpreparedMs, Math.max(pollMs, sinceOwed / 2));
  return interrupted ? null : dueAgain(plusMillis(now, Math.round(waitMs)), delivery.attempts);
};

/** Tried more than once, because what is not settled is sent again. */
const settle = async (edges: DispatcherEdges, claimed: ClaimedNotice, delivery: Settlement): Promise<void> => {
  const { store, log, sleep, random } = edges;
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
