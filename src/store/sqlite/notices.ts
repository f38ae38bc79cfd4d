/** Where each notice stands: claimed with a lease, settled by whoever holds it. The outbox part of the SQLite store. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Commit } from '../../discussion/state/commit.ts';
import type { CardKind, Delivery, TrackedNotice } from '../../discussion/state/notice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { inTransaction } from './open.ts';
import type { ClaimedNotice, NoticeCounts, Settlement, Store } from '../store.ts';
import { readNotice } from '../commitShape.ts';
import { readDelivery } from '../delivery.ts';

type Row = Record<string, SQLOutputValue>;

/** Bounds one claim after a long outage; what is left over becomes ready at the next claims, the longest due first. */
const readyAtOnce = 10_000;

/** Exported for the test that none of them looks at more than it answers. */
export const statements = {
  anyDue: 'SELECT 1 FROM notices WHERE due_at IS NOT NULL AND due_at <= :now LIMIT 1',
  makeReady: `UPDATE notices SET ready = 1 WHERE rowid IN (
      SELECT rowid FROM notices WHERE due_at IS NOT NULL AND ready = 0 AND due_at <= :now
      ORDER BY due_at LIMIT ${readyAtOnce})`,
  mostUrgent: `SELECT n.*, c.json ->> ('$.commit.notices[' || n.seq || ']') AS notice
      FROM notices n INDEXED BY notices_ready
        CROSS JOIN commits c ON c.discussion_id = n.discussion_id AND c.version = n.version
      WHERE n.due_at IS NOT NULL AND n.ready = 1 AND n.due_at <= :now
      ORDER BY n.urgency, n.owed_at LIMIT :limit`,
  ofDiscussion: `SELECT n.*, c.json ->> ('$.commit.notices[' || n.seq || ']') AS notice
      FROM notices n CROSS JOIN commits c ON c.discussion_id = n.discussion_id AND c.version = n.version
      WHERE n.discussion_id = :reference ORDER BY n.version, n.seq`,
  nextDue: 'SELECT min(due_at) AS due FROM notices WHERE due_at IS NOT NULL',
  counts: `SELECT count(*) AS owed, coalesce(sum(deadline < :now), 0) AS overdue, min(owed_at) AS oldest
      FROM notices WHERE due_at IS NOT NULL AND owed_at <= :now`,
} as const;

export const sqliteNotices = (db: DatabaseSync) => {
  const add = db.prepare(
    `INSERT INTO notices (id, discussion_id, version, seq, kind, owed_at, deadline, status, due_at, delivery)
     VALUES (:id, :reference, :version, :seq, :kind, :owedAt, :deadline, 'owed', :owedAt, :delivery)`,
  );
  const anyDue = db.prepare(statements.anyDue);
  const makeReady = db.prepare(statements.makeReady);
  const mostUrgent = db.prepare(statements.mostUrgent);
  const lease = db.prepare(
    `UPDATE notices SET status = 'sending', ready = 0, due_at = :leaseUntil, holder = :holder, delivery = :delivery
     WHERE id = :id`,
  );
  const settled = db.prepare(
    `UPDATE notices SET status = :status, ready = 0, due_at = :dueAt, holder = NULL, delivery = :delivery
     WHERE id = :id AND status = 'sending' AND holder = :holder AND due_at = :leaseUntil`,
  );
  const newestOfKind = db.prepare(
    `SELECT id, status, delivery FROM notices WHERE discussion_id = :reference AND kind = :kind
     ORDER BY version DESC, seq DESC LIMIT 1`,
  );
  const oweAgain = db.prepare(
    `UPDATE notices SET status = 'owed', ready = 0, due_at = :at, delivery = :delivery WHERE id = :id AND status = 'sent'`,
  );
  const ofDiscussion = db.prepare(statements.ofDiscussion);
  const nextDue = db.prepare(statements.nextDue);
  const counts = db.prepare(statements.counts);

  const leaseOut = (tracked: TrackedNotice, holder: string, leaseUntil: Instant): ClaimedNotice => {
    const attempts = tracked.delivery.attempts;
    const delivery = { status: 'sending', leaseUntil, holder, attempts } as const;
    lease.run({ id: tracked.notice.id, leaseUntil, holder, delivery: JSON.stringify(delivery) });
    return { ...tracked, delivery, interrupted: tracked.delivery.status === 'sending' };
  };

  return {
    owe: (commit: Commit): void => {
      for (const [seq, { id, kind, owedAt, deadline }] of commit.notices.entries()) {
        const delivery: Delivery = { status: 'owed', nextAttemptAt: owedAt, attempts: [] };
        const { reference, version } = commit;
        add.run({ id, reference, version, seq, kind, owedAt, deadline, delivery: JSON.stringify(delivery) });
      }
    },

    claim: ({ now, leaseUntil, holder, limit }: Parameters<Store['claim']>[0]): readonly ClaimedNotice[] => {
      // An idle dispatcher asks often: it need not take the write lock to learn that there is nothing to do.
      if (anyDue.get({ now }) === undefined) return [];
      return inTransaction(db, () => {
        makeReady.run({ now });
        return mostUrgent.all({ now, limit }).map((row) => leaseOut(tracked(row), holder, leaseUntil));
      });
    },

    settle: (claimed: ClaimedNotice, delivery: Settlement): 'settled' | 'leaseLost' => {
      const { changes } = settled.run({
        id: claimed.notice.id,
        holder: claimed.delivery.holder,
        leaseUntil: claimed.delivery.leaseUntil,
        status: delivery.status,
        dueAt: 'nextAttemptAt' in delivery ? delivery.nextAttemptAt : null,
        delivery: JSON.stringify(delivery),
      });
      return changes === 1 ? 'settled' : 'leaseLost';
    },

    showAgain: (reference: string, kind: CardKind, at: Instant): void => {
      const newest = newestOfKind.get({ reference, kind });
      if (newest?.['status'] !== 'sent') return;
      const id = String(newest['id']);
      const { attempts } = readDelivery(String(newest['delivery']), `Notice ${id}`);
      const delivery: Delivery = { status: 'owed', nextAttemptAt: at, attempts };
      oweAgain.run({ id, at, delivery: JSON.stringify(delivery) });
    },

    notices: (reference: string): readonly TrackedNotice[] => ofDiscussion.all({ reference }).map(tracked),

    nextDue: (): Instant | null => instantOrNull(nextDue.get()?.['due']),

    counts: (now: Instant): NoticeCounts => {
      const row = counts.get({ now });
      return {
        owed: Number(row?.['owed']),
        overdue: Number(row?.['overdue']),
        oldestOwedAt: instantOrNull(row?.['oldest']),
      };
    },
  };
};

const tracked = (row: Row): TrackedNotice => {
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
