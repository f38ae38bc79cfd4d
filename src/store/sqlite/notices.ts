/** Where each notice stands: claimed with a lease, settled by whoever holds it. The outbox part of the SQLite store. */
import type { SQLOutputValue } from 'node:sqlite';
import type { Commit } from '../../discussion/state/commit.ts';
import type { CardKind, Delivery, TrackedNotice } from '../../discussion/state/notice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { readNotice } from '../commitShape.ts';
import { readDelivery } from '../delivery.ts';
import type { ClaimedNotice, NoticeCounts, Settlement, Store } from '../store.ts';
import type { Sqlite } from './statements.ts';
import { inTransaction } from './transaction.ts';

type Claim = Parameters<Store['claim']>[0];

/** Writes the rows of a commit's notices; within the caller's transaction. */
export const oweNotices = ({ sql }: Sqlite, { reference, version, notices }: Commit): void => {
  for (const [seq, { id, kind, owedAt, deadline }] of notices.entries()) {
    const delivery: Delivery = { status: 'owed', nextAttemptAt: owedAt, attempts: [] };
    sql.addNotice.run({ id, reference, version, seq, kind, owedAt, deadline, delivery: JSON.stringify(delivery) });
  }
};

export const claimDue = (sqlite: Sqlite, claim: Claim): readonly ClaimedNotice[] => {
  const { db, sql } = sqlite;
  const { now, limit } = claim;
  // An idle dispatcher asks often: it need not take the write lock to learn that there is nothing to do.
  if (sql.anyDue.get({ now }) === undefined) return [];
  return inTransaction(db, () => {
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

export const settleNotice = (
  { sql }: Sqlite,
  claimed: ClaimedNotice,
  delivery: Settlement,
): 'settled' | 'leaseLost' => {
  const { changes } = sql.settle.run({
    id: claimed.notice.id,
    holder: claimed.delivery.holder,
    leaseUntil: claimed.delivery.leaseUntil,
    status: delivery.status,
    dueAt: 'nextAttemptAt' in delivery ? delivery.nextAttemptAt : null,
    delivery: JSON.stringify(delivery),
  });
  return changes === 1 ? 'settled' : 'leaseLost';
};

export const showAgain = ({ sql }: Sqlite, reference: string, kind: CardKind, at: Instant): void => {
  const newest = sql.newestOfKind.get({ reference, kind });
  if (newest?.['status'] !== 'sent') return;
  const id = String(newest['id']);
  const { attempts } = readDelivery(String(newest['delivery']), `Notice ${id}`);
  const delivery: Delivery = { status: 'owed', nextAttemptAt: at, attempts };
  sql.oweAgain.run({ id, at, delivery: JSON.stringify(delivery) });
};

/** In the order they were owed. */
export const noticesOf = ({ sql }: Sqlite, reference: string): readonly TrackedNotice[] =>
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

const tracked = (row: Readonly<Record<string, SQLOutputValue>>): TrackedNotice => {
  const place = `Notice ${String(row['id'])}`;
  return {
    reference: String(row['discussion_id']),
    version: Number(row['version']),
    notice: readNotice(String(row['notice']), place),
    delivery: readDelivery(String(row['delivery']), place),
  };
};

const instantOrNull = (value: SQLOutputValue | undefined): Instant | null =>
  typeof value === 'string' ? (value as Instant) : null;
