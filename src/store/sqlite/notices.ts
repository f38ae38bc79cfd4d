/** Where each notice stands: claimed with a lease, settled by whoever holds it. The outbox part of the SQLite store. */
import type { SQLOutputValue } from 'node:sqlite';
import type { Commit } from '../../discussion/state/commit.ts';
import type { CardKind, Delivery, TrackedNotice } from '../../discussion/state/notice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { readNotice } from '../commitShape.ts';
import { dueAtOf, owedAgain, readDelivery, settledFrom } from '../delivery.ts';
import type { ClaimedNotice, NoticeCounts, Settlement, Store } from '../store.ts';
import type { Sqlite } from './statements.ts';
import { soon } from './transaction.ts';

type Claim = Parameters<Store['claim']>[0];

/** Writes the rows of a commit's notices; within the caller's transaction. */
export const oweNotices = ({ sql }: Sqlite, { reference, version, notices }: Commit): void => {
  for (const [seq, { id, kind, owedAt, deadline }] of notices.entries()) {
    const delivery: Delivery = { status: 'owed', nextAttemptAt: owedAt, attempts: [] };
    sql.addNotice.run({ id, reference, version, seq, kind, owedAt, deadline, delivery: JSON.stringify(delivery) });
  }
};

export const claimDue = async (sqlite: Sqlite, claim: Claim): Promise<readonly ClaimedNotice[]> => {
  const { sql, writes } = sqlite;
  const { now, limit } = claim;
  // An idle dispatcher asks often: it need not take the write lock to learn that there is nothing to do.
  if ((await soon(() => sql.anyDue.get({ now }))) === undefined) return [];
  return writes.write(() => {
    sql.makeReady.run({ now });
    return sql.mostUrgent.all({ now, limit }).map((row) => lease(sqlite, tracked(row), claim));
  });
};

const lease = ({ sql }: Sqlite, owed: TrackedNotice, { holder, leaseUntil }: Claim): ClaimedNotice => {
  const { attempts } = owed.delivery;
  const delivery = { status: 'sending', leaseUntil, holder, attempts } as const;
  sql.lease.run({ id: owed.notice.id, leaseUntil, holder, delivery: JSON.stringify(delivery) });
  return { ...owed, delivery, interrupted: owed.delivery.status === 'sending' };
};

/** Within the caller's transaction. */
export const settleNotice = (
  sqlite: Sqlite,
  claimed: ClaimedNotice,
  settlement: Settlement,
): 'settled' | 'leaseLost' => {
  const { id } = claimed.notice;
  // Gone with its discussion, which was purged while this was being sent.
  const row = sqlite.sql.deliveryOf.get({ id });
  const delivery = row === undefined ? null : settledFrom(deliveryIn(row), claimed, settlement);
  if (delivery === null) return 'leaseLost';
  setDelivery(sqlite, id, delivery);
  return 'settled';
};

/** Within the caller's transaction. */
export const showAgain = (sqlite: Sqlite, reference: string, kind: CardKind, at: Instant): void => {
  const newest = sqlite.sql.newestOfKind.get({ reference, kind });
  if (newest === undefined) return;
  const delivery = owedAgain(deliveryIn(newest), at);
  if (delivery !== null) setDelivery(sqlite, String(newest['id']), delivery);
};

export const setDelivery = ({ sql }: Sqlite, id: string, delivery: Delivery): void => {
  const { status } = delivery;
  const holder = status === 'sending' ? delivery.holder : null;
  sql.setDelivery.run({ id, status, dueAt: dueAtOf(delivery), holder, delivery: JSON.stringify(delivery) });
};

/** Each read in full, in the order they were owed, whatever else is wrong with the discussion’s commits. */
export const noticesInFull = ({ sql }: Sqlite, reference: string): readonly TrackedNotice[] =>
  sql.ofDiscussion.all({ reference }).map(tracked);

export const nextDue = ({ sql }: Sqlite): Instant | null => instantOrNull(sql.nextDue.get()?.['due']);

export const countNotices = ({ sql }: Sqlite, now: Instant): NoticeCounts => {
  const row = sql.counts.get({ now });
  return {
    owed: Number(row?.['owed']),
    overdue: Number(row?.['overdue']),
    oldestOwedAt: instantOrNull(row?.['oldest']),
  };
};

type Row = Readonly<Record<string, SQLOutputValue>>;

const placeOf = (row: Row): string => `Notice ${String(row['id'])}`;

const deliveryIn = (row: Row): Delivery => readDelivery(String(row['delivery']), placeOf(row));

/** From a row that has the notice itself in it. */
const tracked = (row: Row): TrackedNotice => ({
  reference: String(row['discussion_id']),
  version: Number(row['version']),
  notice: readNotice(String(row['notice']), placeOf(row)),
  delivery: deliveryIn(row),
});

const instantOrNull = (value: SQLOutputValue | undefined): Instant | null =>
  typeof value === 'string' ? (value as Instant) : null;
