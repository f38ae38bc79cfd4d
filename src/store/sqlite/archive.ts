/** Whole discussions in the SQLite file: exporting, keeping, purging, and taking over from another database. */
import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../practice/time/instant.ts';
import type { sqliteDiscussions } from './discussions.ts';
import { soon } from './kept.ts';
import type { sqliteNotices } from './notices.ts';
import { inTransaction } from './open.ts';
import type { Archive, Held, LegalHold, Purged, Tombstone } from '../store.ts';
import { StoredFault, canTake, dueAtOf, readSummary, storedCommit } from '../stored.ts';

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
  const removeDrafts = db.prepare(`DELETE FROM drafts WHERE id = :id OR id GLOB :id || ':*'`);

  const held = (discussionId: string): Held | null => {
    const summary = summaryOf.get(discussionId);
    if (summary === undefined) return null;
    const hold = holdOf.get(discussionId);
    return {
      discussionId,
      commits: discussions.load(discussionId),
      summary: readSummary(String(summary['json']), 'A stored summary'),
      notices: notices.notices(discussionId),
      reads: discussions.reads(discussionId),
      hold: hold === undefined ? null : (JSON.parse(String(hold['json'])) as LegalHold),
    };
  };

  const remove = (discussionId: string): void => {
    for (const removal of removals) removal.run(discussionId);
  };

  const write = ({ discussionId, commits, summary, notices: tracked, reads, hold }: Held): void => {
    for (const commit of commits) {
      addCommit.run(discussionId, commit.version, storedCommit(commit));
      notices.owe(commit);
    }
    for (const { notice, delivery } of tracked) {
      const holder = delivery.status === 'sending' ? delivery.holder : null;
      const dueAt = dueAtOf(delivery);
      setDelivery.run({ id: notice.id, status: delivery.status, dueAt, holder, delivery: JSON.stringify(delivery) });
    }
    discussions.list(summary);
    for (const read of reads) discussions.recordRead(read);
    if (hold === null) lift.run(discussionId);
    else putHold.run(discussionId, JSON.stringify(hold));
  };

  const purge = (discussionId: string, { at, by }: { readonly at: Instant; readonly by: string }): Purged => {
    if (tombstoneOf.get(discussionId) !== undefined) return 'purged';
    const all = held(discussionId);
    if (all === null) return 'unknown';
    if (all.hold !== null) return 'held';
    if (all.summary.open) return 'open';
    const lastHash = all.commits.at(-1)?.hash ?? '';
    const tombstone: Tombstone = { discussionId, purgedAt: at, by, versions: all.commits.length, lastHash };
    remove(discussionId);
    removeDrafts.run({ id: discussionId });
    putTombstone.run(discussionId, JSON.stringify(tombstone));
    return 'purged';
  };

  return {
    discussions: (after, limit) => soon(() => ids.all(after ?? '', limit).map((row) => String(row['discussion_id']))),
    held: (discussionId) => soon(() => held(discussionId)),
    take: (other) =>
      soon(() =>
        inTransaction(db, () => {
          const { discussionId } = other;
          if (tombstoneOf.get(discussionId) !== undefined)
            throw new StoredFault(`Discussion ${discussionId} has been purged`);
          canTake(other, discussions.load(discussionId), notices.notices(discussionId));
          remove(discussionId);
          write(other);
        }),
      ),
    endedBefore: (before, limit) => soon(() => ended.all(before, limit).map((row) => String(row['discussion_id']))),
    hold: (discussionId, hold) =>
      soon(() => {
        if (summaryOf.get(discussionId) === undefined) return 'unknown';
        if (hold === null) lift.run(discussionId);
        else putHold.run(discussionId, JSON.stringify(hold));
        return 'kept';
      }),
    purge: (discussionId, by) =>
      soon(() => {
        // What has been removed is overwritten in the file, not only forgotten.
        db.exec('PRAGMA secure_delete = ON');
        return inTransaction(db, () => purge(discussionId, by));
      }),
    tombstones: () => soon(() => tombstones.all().map((row) => JSON.parse(String(row['json'])) as Tombstone)),
    bury: (tombstone) =>
      soon(() =>
        inTransaction(db, () => {
          remove(tombstone.discussionId);
          putTombstone.run(tombstone.discussionId, JSON.stringify(tombstone));
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
