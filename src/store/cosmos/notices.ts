/**
 * Where each notice stands: claimed with a lease, settled by whoever holds it. The outbox part of the Cosmos store. A
 * notice lives in the item of its commit; whoever replaces that item unseen by others (`ifMatch`) has the lease.
 */
import type { CardKind, Delivery, TrackedNotice } from '../../discussion/state/notice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import {
  acrossPartitions,
  changing,
  inPartition,
  partitionOf,
  point,
  readCommitItem,
  replaceItem,
  withNotices,
  type CommitItem,
  type Cosmos,
  type NoticeState,
} from './items.ts';
import type { ClaimedNotice, NoticeCounts, Settlement, Store } from '../store.ts';
import { readNotice } from '../commitShape.ts';
import { dueAtOf, readDelivery } from '../delivery.ts';

/** How many commits one look for due notices brings: those due longest; the most urgent of their notices goes first. */
const dueAtOnce = 100;
/** Every round that leases nothing means that another dispatcher did. */
const claimRounds = 200;

interface Candidate {
  readonly item: CommitItem;
  readonly seq: number;
  readonly state: NoticeState;
}

export const cosmosNotices = (cosmos: Cosmos) => {
  const itemsOf = async (reference: string): Promise<readonly CommitItem[]> => {
    const partition = partitionOf(cosmos, 'discussion', reference);
    const rows = await inPartition(cosmos, partition, 'SELECT * FROM c', {
      where: 'c.kind = @kind',
      values: { '@kind': 'commit' },
    });
    return rows.map(readCommitItem).toSorted((a, b) => a.version - b.version);
  };
  const itemAt = (reference: string, version: number) =>
    point(cosmos, partitionOf(cosmos, 'discussion', reference), String(version), readCommitItem);

  const dueItems = async (now: Instant): Promise<readonly CommitItem[]> => {
    const where = 'c.dueAt <= @now ORDER BY c.dueAt';
    return (await acrossPartitions(cosmos, `SELECT TOP ${dueAtOnce} * FROM c`, { where, values: { '@now': now } })).map(
      readCommitItem,
    );
  };

  /** Leases the chosen notices of one item together; none of them when somebody else was first. */
  const lease = async (
    chosen: readonly Candidate[],
    holder: string,
    leaseUntil: Instant,
  ): Promise<readonly ClaimedNotice[]> => {
    const item = chosen[0]?.item;
    if (item === undefined) return [];
    const claimed = chosen.map(({ seq }): ClaimedNotice & { readonly seq: number } => {
      const tracked = trackedAt(item, seq);
      const delivery = { status: 'sending', leaseUntil, holder, attempts: tracked.delivery.attempts } as const;
      return { ...tracked, delivery, interrupted: tracked.delivery.status === 'sending', seq };
    });
    const notices = item.notices.map((state, seq) => {
      const delivery = claimed.find((c) => c.seq === seq)?.delivery;
      return delivery === undefined ? state : { ...state, delivery };
    });
    if (!(await replaceItem(cosmos, withNotices(item, notices)))) return [];
    return claimed.map(({ seq: _seq, ...notice }) => notice);
  };

  const claim = async ({
    now,
    leaseUntil,
    holder,
    limit,
  }: Parameters<Store['claim']>[0]): Promise<readonly ClaimedNotice[]> => {
    const claimed: ClaimedNotice[] = [];
    for (let round = 0; round < claimRounds && claimed.length < limit; round += 1) {
      const items = await dueItems(now);
      const due = items.flatMap((item) => dueIn(item, now)).toSorted(byUrgency);
      const chosen = due.slice(0, limit - claimed.length);
      const byItem = Map.groupBy(chosen, (candidate) => candidate.item);
      const leased = (await Promise.all([...byItem.values()].map((some) => lease(some, holder, leaseUntil)))).flat();
      claimed.push(...leased);
      if (leased.length === due.length && items.length < dueAtOnce) break;
    }
    return claimed.toSorted((a, b) => compare(urgencyOf(a.notice), urgencyOf(b.notice)));
  };

  /** Replaces where one notice stands; false when `change` leaves it as it is. */
  const changeNotice = (
    { reference, version }: Pick<TrackedNotice, 'reference' | 'version'>,
    id: string,
    change: (delivery: Delivery) => Delivery | null,
  ): Promise<boolean> =>
    changing(
      cosmos,
      () => itemAt(reference, version),
      (item) => {
        const state = item?.notices.find((n) => n.id === id);
        if (item === null || state === undefined) return null;
        const delivery = change(deliveryOf(state));
        if (delivery === null) return null;
        return withNotices(
          item,
          item.notices.map((n) => (n === state ? { ...n, delivery } : n)),
        );
      },
    );

  return {
    claim,

    settle: async (claimed: ClaimedNotice, delivery: Settlement): Promise<'settled' | 'leaseLost'> => {
      const { holder, leaseUntil } = claimed.delivery;
      const settled = await changeNotice(claimed, claimed.notice.id, (now) =>
        now.status === 'sending' && now.holder === holder && now.leaseUntil === leaseUntil ? delivery : null,
      );
      return settled ? 'settled' : 'leaseLost';
    },

    showAgain: async (reference: string, kind: CardKind, at: Instant): Promise<void> => {
      const item = (await itemsOf(reference)).findLast((i) => i.notices.some((n) => n.kind === kind));
      const newest = item?.notices.findLast((n) => n.kind === kind);
      if (item === undefined || newest === undefined) return;
      await changeNotice({ reference, version: item.version }, newest.id, ({ status, attempts }) =>
        status === 'sent' ? { status: 'owed', nextAttemptAt: at, attempts } : null,
      );
    },

    notices: async (reference: string): Promise<readonly TrackedNotice[]> =>
      (await itemsOf(reference)).flatMap((item) => item.notices.map((_, seq) => trackedAt(item, seq))),

    nextDue: async (): Promise<Instant | null> => {
      const where = `c.dueAt > '' ORDER BY c.dueAt`;
      const [first] = await acrossPartitions(cosmos, 'SELECT TOP 1 VALUE c.dueAt FROM c', { where });
      return typeof first === 'string' ? (first as Instant) : null;
    },

    /** Reads what is owed by now and unsettled, which is little where notices leave; nothing that is settled or to come. */
    counts: async (now: Instant): Promise<NoticeCounts> => {
      const rows = await acrossPartitions(cosmos, 'SELECT VALUE c.notices FROM c', {
        where: 'c.owedAt <= @now',
        values: { '@now': now },
      });
      const owed = (rows as readonly (readonly NoticeState[])[])
        .flat()
        .filter((n) => n.owedAt <= now && dueAtOf(deliveryOf(n)) !== null);
      return {
        owed: owed.length,
        overdue: owed.filter((n) => n.deadline !== null && n.deadline < now).length,
        oldestOwedAt: owed.map((n) => n.owedAt).toSorted()[0] ?? null,
      };
    },
  };
};

export type CosmosNotices = ReturnType<typeof cosmosNotices>;

const deliveryOf = (state: NoticeState): Delivery => readDelivery(JSON.stringify(state.delivery), `Notice ${state.id}`);

const dueIn = (item: CommitItem, now: Instant): readonly Candidate[] =>
  item.notices.flatMap((state, seq) => {
    const dueAt = dueAtOf(deliveryOf(state));
    return dueAt !== null && dueAt <= now ? [{ item, seq, state }] : [];
  });

/** A deadline sorts before none, an earlier before a later, and then what has been owed longest. */
const urgencyOf = ({ deadline, owedAt }: Pick<NoticeState, 'deadline' | 'owedAt'>): string =>
  `${deadline ?? '9999'} ${owedAt}`;
const byUrgency = (a: Candidate, b: Candidate): number => compare(urgencyOf(a.state), urgencyOf(b.state));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One notice of a commit with its delivery; what it says is read from the sealed text. */
const trackedAt = (item: CommitItem, seq: number): TrackedNotice => {
  const { reference, version, text } = item;
  const place = `Notice ${seq} of version ${version} of discussion ${reference}`;
  const { commit } = JSON.parse(text) as { commit: { notices: readonly unknown[] } };
  const state = item.notices[seq];
  return {
    reference,
    version,
    notice: readNotice(JSON.stringify(commit.notices[seq] ?? null), place),
    delivery: readDelivery(JSON.stringify(state?.delivery ?? null), place),
  };
};
