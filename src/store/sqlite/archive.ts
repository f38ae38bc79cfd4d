/** Whole discussions in the SQLite file: exporting, keeping, purging, and taking over from another database. */
import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../practice/time/instant.ts';
import type { sqliteDiscussions } from './discussions.ts';
import { soon } from './kept.ts';
import type { sqliteNotices } from './notices.ts';
import { inTransaction } from './open.ts';
import type { Archive, Held, Purged, Tombstone } from '../store.ts';
import { readHold, readSummary, readTombstone } from '../beside.ts';
import { formsOf } from '../draftId.ts';
import { dueAtOf } from '../delivery.ts';
import { refuseOther, takenFrom } from '../held.ts';
import { readStream } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';

type Discussions = ReturnType<typeof sqliteDiscussions>;
type Notices = ReturnType<typeof sqliteNotices>;

export const sqliteArchive = (db: DatabaseSync, discussions: Discussions, notices: Notices): Archive => {
  const ids = db.prepare('SELECT discussion_id FROM summaries WHERE discussion_id > ? ORDER BY discussion_id LIMIT ?');
  const summaryOf = db.prepare('SELECT json FROM summaries WHERE discussion_id = ?');
  const holdOf = db.prepare('SELECT json FROM holds WHERE discussion_id = ?');
  const tombstoneOf = db.prepare('SELECT json FROM tombstones WHERE discussion_id = ?');
  const tombstones = db.prepare('SELECT json FROM tombstones ORDER BY discussion_id');
  const putHold = db.prepare('INSERT OR REPLACE INTO holds (discussion_id, json) VALUES (?, ?)');
  const lift = db.prepare('DELETE FROM holds WHERE discussion_id = ?');
  const putTombstone = db.prepare('INSERT OR REPLACE INTO tombstones (discussion_id, json) VALUES (?, ?)');
  const ended = db.prepare(
    `SELECT s.discussion_id, c.json ->> '$.commit.at' AS last_at FROM summaries s
       JOIN commits c ON c.discussion_id = s.discussion_id AND c.version = s.json ->> '$.version'
     WHERE s.open = 0 AND last_at < ? ORDER BY last_at LIMIT ?`,
  );
  const addCommit = db.prepare('INSERT INTO commits (discussion_id, version, json) VALUES (?, ?, ?)');
  const setDelivery = db.prepare(
    'UPDATE notices SET status = :status, due_at = :dueAt, holder = :holder, ready = 0, delivery = :delivery WHERE id = :id',
  );
  const putDraft = db.prepare(
    `INSERT OR REPLACE INTO drafts (id, revision, owner, body, saved_at)
     VALUES (:id, :revision, :owner, :body, :savedAt)`,
  );
  const conversations = db.prepare('SELECT key, reference FROM conversations ORDER BY key');
  const drafts = db.prepare('SELECT id, revision, owner, body, saved_at FROM drafts ORDER BY id');
  // In this order: a notice's row refers to its commit's.
  const removals = ['notices', 'commits', 'summaries', 'reads'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE discussion_id = ?`),
  );
  const removeDrafts = db.prepare(`DELETE FROM drafts WHERE id = :id OR id GLOB :forms || '*'`);

  const held = (reference: string): Held | null => {
    const summary = summaryOf.get(reference);
    if (summary === undefined) return null;
    const hold = holdOf.get(reference);
    const sealed = discussions.sealed(reference);
    return {
      reference,
      commits: readStream(reference, sealed),
      sealed,
      summary: readSummary(String(summary['json'])),
      notices: notices.notices(reference),
      reads: discussions.reads(reference),
      hold: hold === undefined ? null : readHold(String(hold['json'])),
    };
  };

  const remove = (reference: string): void => {
    for (const removal of removals) removal.run(reference);
  };

  const write = (other: Held): void => {
    const { reference, summary, notices: tracked, reads, hold } = other;
    for (const { commit, text } of takenFrom(other)) {
      addCommit.run(reference, commit.version, text);
      notices.owe(commit);
    }
    for (const { notice, delivery } of tracked) {
      const holder = delivery.status === 'sending' ? delivery.holder : null;
      const dueAt = dueAtOf(delivery);
      setDelivery.run({ id: notice.id, status: delivery.status, dueAt, holder, delivery: JSON.stringify(delivery) });
    }
    discussions.list(summary);
    for (const read of reads) discussions.recordRead(read);
    if (hold === null) lift.run(reference);
    else putHold.run(reference, JSON.stringify(hold));
  };

  const purge = (reference: string, { at, by }: { readonly at: Instant; readonly by: string }): Purged => {
    if (tombstoneOf.get(reference) !== undefined) return 'purged';
    const all = held(reference);
    if (all === null) return 'unknown';
    if (all.hold !== null) return 'held';
    if (all.summary.open) return 'open';
    const lastHash = all.commits.at(-1)?.hash ?? '';
    const tombstone: Tombstone = { reference, purgedAt: at, by, versions: all.commits.length, lastHash };
    remove(reference);
    removeDrafts.run({ id: reference, forms: formsOf(reference) });
    putTombstone.run(reference, JSON.stringify(tombstone));
    return 'purged';
  };

  return {
    discussions: (after, limit) => soon(() => ids.all(after ?? '', limit).map((row) => String(row['discussion_id']))),
    held: (reference) => soon(() => held(reference)),
    take: (other) =>
      soon(() =>
        inTransaction(db, () => {
          const { reference } = other;
          if (tombstoneOf.get(reference) !== undefined)
            throw new StoredFault(`Discussion ${reference} has been purged`);
          refuseOther(other, discussions.sealed(reference), notices.notices(reference));
          remove(reference);
          write(other);
        }),
      ),
    endedBefore: (before, limit) => soon(() => ended.all(before, limit).map((row) => String(row['discussion_id']))),
    hold: (reference, hold) =>
      soon(() => {
        if (summaryOf.get(reference) === undefined) return 'unknown';
        if (hold === null) lift.run(reference);
        else putHold.run(reference, JSON.stringify(hold));
        return 'kept';
      }),
    purge: (reference, by) =>
      soon(() => {
        // What has been removed is overwritten in the file, not only forgotten.
        db.exec('PRAGMA secure_delete = ON');
        return inTransaction(db, () => purge(reference, by));
      }),
    tombstones: () => soon(() => tombstones.all().map((row) => readTombstone(String(row['json'])))),
    bury: (tombstone) =>
      soon(() =>
        inTransaction(db, () => {
          remove(tombstone.reference);
          putTombstone.run(tombstone.reference, JSON.stringify(tombstone));
        }),
      ),
    conversations: () =>
      soon(() => conversations.all().map((row) => ({ key: String(row['key']), reference: String(row['reference']) }))),
    takeDraft: ({ id, revision, owner, body, savedAt }) =>
      soon(() => void putDraft.run({ id, revision, owner, body, savedAt })),
    drafts: () =>
      soon(() =>
        drafts.all().map((row) => ({
          id: String(row['id']),
          revision: Number(row['revision']),
          owner: String(row['owner']),
          body: String(row['body']),
          savedAt: String(row['saved_at']) as Instant,
        })),
      ),
  };
};
