/**
 * Holds the record against what people were told, what it owes against what really arrived, and the chain of each
 * discussion against itself.
 */
import type { Commit } from '../../src/discussion/state/commit.ts';
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import { messageIdOf } from '../../src/channels/email.ts';
import { millis, type Instant } from '../../src/practice/time/instant.ts';
import { allIds } from '../../src/store/migrate.ts';
import type { Stores } from '../../src/store/store.ts';
import { StoredFault } from '../../src/store/storedFault.ts';
import { inWords, timesIn, type Acknowledged } from './acknowledged.ts';
import type { TenantFile } from './tenantFile.ts';

export interface Verdict {
  readonly discussions: number;
  readonly commits: number;
  readonly acknowledged: number;
  /** Acknowledged, and not in the record. */
  readonly lost: readonly string[];
  /** Acknowledged once, and in the record more than once. */
  readonly twice: readonly string[];
  /** Chains that do not verify, with what is wrong. */
  readonly broken: readonly string[];
  readonly notices: NoticesFound;
}

interface NoticesFound {
  readonly owed: number;
  /** Sent, handed to somebody to telephone, or no longer wanted. */
  readonly settled: number;
  /** Not due yet, or to be tried again for a reason that stands with it. */
  readonly waiting: number;
  /** More than one copy came, and it was not known whether the first had. */
  readonly repeats: number;
  /** Neither settled nor waiting; settled twice; said to be sent and never arrived; or repeated for no reason. */
  readonly wrong: readonly string[];
}

/** From which address the rehearsal sends. */
const from = 'strategy@exampleshire.gov.uk';
/** A notice that is due is taken up within so long. Milliseconds. */
const patienceMs = 60_000;

export const judge = async (
  { store, archive }: Stores,
  acknowledged: readonly Acknowledged[],
  arrived: readonly TenantFile[],
  now: Instant,
  /** What was sent before went to somebody else. */
  since: Instant | null = null,
): Promise<Verdict> => {
  const references = [...new Set([...(await allIds({ archive })), ...acknowledged.map(({ reference }) => reference)])];
  const records = new Map<string, readonly Commit[]>();
  const tracked: TrackedNotice[] = [];
  const broken: string[] = [];
  for (const reference of references) {
    try {
      records.set(reference, await store.load(reference));
      tracked.push(...(await store.notices(reference)));
    } catch (error) {
      if (!(error instanceof StoredFault)) throw error;
      broken.push(`${reference}: ${error.message}`);
    }
  }
  const times = (done: Acknowledged): number => timesIn(done, records.get(done.reference) ?? []);
  return {
    discussions: references.length,
    commits: [...records.values()].reduce((sum, commits) => sum + commits.length, 0),
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((done) => times(done) === 0).map(inWords),
    twice: acknowledged.filter((done) => times(done) > 1).map(inWords),
    broken,
    notices: noticesFound(tracked, arrived, now, since),
  };
};

const noticesFound = (
  tracked: readonly TrackedNotice[],
  arrived: readonly TenantFile[],
  now: Instant,
  since: Instant | null,
): NoticesFound => {
  const mails = arrived.map((file) => file.mails());
  const copies = ({ notice }: TrackedNotice): number =>
    mails.reduce((sum, ids) => sum + (ids.get(messageIdOf(notice.id, from)) ?? 0), 0);
  const settled = tracked.filter(({ delivery: { status } }) => isSettled(status));
  const waiting = tracked.filter((n) => isWaiting(n, now));
  const repeated = settled.filter((n) => copies(n) > 1);
  const lists: readonly (readonly [why: string, which: readonly TrackedNotice[]])[] = [
    ['neither settled nor waiting', tracked.filter((n) => !settled.includes(n) && !waiting.includes(n))],
    ['settled more than once', settled.filter((n) => isSettledTwice(n))],
    [
      'said to be sent, and did not arrive',
      settled.filter((n) => isSince(n, since) && !hasArrived(n, copies(n), arrived)),
    ],
    ['repeated for no reason', repeated.filter((n) => copies(n) > 1 + unknownOf(n))],
  ];
  return {
    owed: tracked.length,
    settled: settled.length,
    waiting: waiting.length,
    repeats: repeated.length,
    wrong: lists.flatMap(([why, which]) => which.map(({ notice }) => `${notice.id}: ${why}`)),
  };
};

const isSettled = (status: TrackedNotice['delivery']['status']): boolean =>
  status === 'sent' || status === 'telephone' || status === 'superseded';

/** Either it is not due yet, or it is being tried: the reason it is still owed. */
const isWaiting = ({ delivery }: TrackedNotice, now: Instant): boolean => {
  if (delivery.status === 'sending') return millis(delivery.leaseUntil) > millis(now) - patienceMs;
  return 'nextAttemptAt' in delivery && millis(delivery.nextAttemptAt) > millis(now) - patienceMs;
};

/** A card in a place is kept in step, and so is sent each time what it shows has changed. */
const isSettledTwice = ({ notice, delivery }: TrackedNotice): boolean =>
  notice.recipient.to !== 'place' && delivery.attempts.filter(({ result }) => result === 'sent').length > 1;

const isSince = ({ delivery }: TrackedNotice, since: Instant | null): boolean =>
  since === null || (delivery.status === 'sent' && delivery.at >= since);

const unknownOf = ({ delivery }: TrackedNotice): number =>
  delivery.attempts.filter(({ result }) => result === 'unknown').length;

const hasArrived = ({ delivery }: TrackedNotice, copies: number, arrived: readonly TenantFile[]): boolean => {
  if (delivery.status !== 'sent') return true;
  if (delivery.route === 'email' || delivery.route === 'inbox') return copies > 0;
  return delivery.route !== 'teams' || arrived.some((file) => file.hasMessage(delivery.receipt));
};
