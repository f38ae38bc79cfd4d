/**
 * How due notices are leased to one dispatcher. A notice lives in the item of its commit: whoever replaces that item
 * unseen by others (`ifMatch`) has the lease.
 */
import type { Instant } from '../../practice/time/instant.ts';
import { dueAtOf } from '../delivery.ts';
import type { ClaimedNotice, Store } from '../store.ts';
import { deliveryOf, readCommitItem, trackedAt, withNotices, type CommitItem, type NoticeState } from './commitItem.ts';
import { acrossPartitions, replaceItem, type Cosmos } from './items.ts';

/** How many commits one look for due notices brings: those due longest; the most urgent of their notices goes first. */
const dueAtOnce = 100;
/** Every round that leases nothing means that another dispatcher did. */
const claimRounds = 200;

type Claim = Parameters<Store['claim']>[0];

interface Candidate {
  readonly item: CommitItem;
  readonly seq: number;
  readonly state: NoticeState;
}

export const claimDue = async (cosmos: Cosmos, claim: Claim): Promise<readonly ClaimedNotice[]> => {
  const { now, limit } = claim;
  const claimed: ClaimedNotice[] = [];
  for (let round = 0; round < claimRounds && claimed.length < limit; round += 1) {
    const items = await dueItems(cosmos, now);
    const due = items.flatMap((item) => dueIn(item, now)).toSorted(byUrgency);
    const chosen = due.slice(0, limit - claimed.length);
    const byItem = Map.groupBy(chosen, (candidate) => candidate.item);
    const leased = (await Promise.all([...byItem.values()].map((some) => lease(cosmos, some, claim)))).flat();
    claimed.push(...leased);
    if (leased.length === due.length && items.length < dueAtOnce) break;
  }
  return claimed.toSorted((a, b) => compare(urgencyOf(a.notice), urgencyOf(b.notice)));
};

const dueItems = async (cosmos: Cosmos, now: Instant): Promise<readonly CommitItem[]> => {
  const rows = await acrossPartitions(cosmos, `SELECT TOP ${dueAtOnce} * FROM c`, {
    where: 'c.dueAt <= @now ORDER BY c.dueAt',
    values: { '@now': now },
  });
  return rows.map(readCommitItem);
};

const dueIn = (item: CommitItem, now: Instant): readonly Candidate[] =>
  item.notices.flatMap((state, seq) => {
    const dueAt = dueAtOf(deliveryOf(state));
    return dueAt !== null && dueAt <= now ? [{ item, seq, state }] : [];
  });

/** Leases the chosen notices of one item together; none of them when somebody else was first. */
const lease = async (cosmos: Cosmos, chosen: readonly Candidate[], claim: Claim): Promise<readonly ClaimedNotice[]> => {
  const item = chosen[0]?.item;
  if (item === undefined) return [];
  const claimed = new Map(chosen.map(({ seq }) => [seq, leasedAt(item, seq, claim)]));
  const notices = item.notices.map((state, seq) => {
    const delivery = claimed.get(seq)?.delivery;
    return delivery === undefined ? state : { ...state, delivery };
  });
  return (await replaceItem(cosmos, withNotices(item, notices))) ? [...claimed.values()] : [];
};

const leasedAt = (item: CommitItem, seq: number, { holder, leaseUntil }: Claim): ClaimedNotice => {
  const tracked = trackedAt(item, seq);
  const delivery = { status: 'sending', leaseUntil, holder, attempts: tracked.delivery.attempts } as const;
  return { ...tracked, delivery, interrupted: tracked.delivery.status === 'sending' };
};

/** A deadline sorts before none, an earlier before a later, and then what has been owed longest. */
const urgencyOf = ({ deadline, owedAt }: Pick<NoticeState, 'deadline' | 'owedAt'>): string =>
  `${deadline ?? '9999'} ${owedAt}`;
const byUrgency = (a: Candidate, b: Candidate): number => compare(urgencyOf(a.state), urgencyOf(b.state));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
