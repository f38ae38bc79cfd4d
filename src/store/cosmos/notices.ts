/** Where each notice stands, once it has been claimed: settled, shown again, listed and counted. */
import type { CardKind, Delivery, TrackedNotice } from '../../discussion/state/notice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { dueAtOf, owedAgain, settledFrom } from '../delivery.ts';
import type { ClaimedNotice, NoticeCounts, Settlement } from '../store.ts';
import { commitItemAt, commitItemsOf, deliveryOf, trackedAt, withNotices, type NoticeState } from './commitItem.ts';
import { acrossPartitions, changing, type Cosmos } from './items.ts';

export const settleNotice = async (
  cosmos: Cosmos,
  claimed: ClaimedNotice,
  delivery: Settlement,
): Promise<'settled' | 'leaseLost'> => {
  const settled = await changeNotice(cosmos, claimed, claimed.notice.id, (now) => settledFrom(now, claimed, delivery));
  return settled ? 'settled' : 'leaseLost';
};

export const showAgain = async (cosmos: Cosmos, reference: string, kind: CardKind, at: Instant): Promise<void> => {
  const item = (await commitItemsOf(cosmos, reference)).findLast((i) => i.notices.some((n) => n.kind === kind));
  const newest = item?.notices.findLast((n) => n.kind === kind);
  if (item === undefined || newest === undefined) return;
  await changeNotice(cosmos, { reference, version: item.version }, newest.id, (now) => owedAgain(now, at));
};

/** Replaces where one notice stands; false when `change` leaves it as it is. */
const changeNotice = (
  cosmos: Cosmos,
  { reference, version }: Pick<TrackedNotice, 'reference' | 'version'>,
  id: string,
  change: (delivery: Delivery) => Delivery | null,
): Promise<boolean> =>
  changing(
    cosmos,
    () => commitItemAt(cosmos, reference, version),
    (item) => {
      const state = item?.notices.find((n) => n.id === id);
      if (item === null || state === undefined) return null;
      const delivery = change(deliveryOf(state));
      if (delivery === null) return null;
      const notices = item.notices.map((n) => (n === state ? { ...n, delivery } : n));
      return withNotices(item, notices);
    },
  );

/** In the order they were owed. */
export const noticesOf = async (cosmos: Cosmos, reference: string): Promise<readonly TrackedNotice[]> =>
  (await commitItemsOf(cosmos, reference)).flatMap((item) => item.notices.map((_, seq) => trackedAt(item, seq)));

export const nextDue = async (cosmos: Cosmos): Promise<Instant | null> => {
  const where = `c.dueAt > '' ORDER BY c.dueAt`;
  const [first] = await acrossPartitions(cosmos, 'SELECT TOP 1 VALUE c.dueAt FROM c', { where });
  return typeof first === 'string' ? (first as Instant) : null;
};

/** Reads what is owed by now and unsettled, which is little where notices leave; nothing that is settled or to come. */
export const countNotices = async (cosmos: Cosmos, now: Instant): Promise<NoticeCounts> => {
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
};
