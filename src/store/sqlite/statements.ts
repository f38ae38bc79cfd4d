/** Every statement on the file, in the order of the tables they are about; what each is for is said where it is used. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { createWrites, type Writes } from './writes.ts';
import { createStreams, type Streams } from '../streams.ts';

/** Bounds one claim after a long outage; what is left over becomes ready at the next claims, the longest due first. */
const readyAtOnce = 10_000;

export const statements = {
  addCommit: 'INSERT INTO commits (discussion_id, version, json) VALUES (?, ?, ?)',
  sealedTexts: 'SELECT json FROM commits WHERE discussion_id = ? AND version >= ? ORDER BY version',
  lastCommit: `SELECT version, json ->> '$.commit.hash' AS hash FROM commits
      WHERE discussion_id = ? ORDER BY version DESC LIMIT 1`,
  removeCommits: 'DELETE FROM commits WHERE discussion_id = ?',

  addNotice: `INSERT INTO notices (id, discussion_id, version, seq, kind, owed_at, deadline, status, due_at, delivery)
      VALUES (:id, :reference, :version, :seq, :kind, :owedAt, :deadline, 'owed', :owedAt, :delivery)`,
  anyDue: 'SELECT 1 FROM notices WHERE due_at IS NOT NULL AND due_at <= :now LIMIT 1',
  makeReady: `UPDATE notices SET ready = 1 WHERE rowid IN (
      SELECT rowid FROM notices WHERE due_at IS NOT NULL AND ready = 0 AND due_at <= :now
      ORDER BY due_at LIMIT ${readyAtOnce})`,
  mostUrgent: `SELECT n.*, c.json ->> ('$.commit.notices[' || n.seq || ']') AS notice
      FROM notices n INDEXED BY notices_ready
        CROSS JOIN commits c ON c.discussion_id = n.discussion_id AND c.version = n.version
      WHERE n.due_at IS NOT NULL AND n.ready = 1 AND n.due_at <= :now
      ORDER BY n.urgency, n.owed_at LIMIT :limit`,
  lease: `UPDATE notices SET status = 'sending', ready = 0, due_at = :leaseUntil, holder = :holder, delivery = :delivery
      WHERE id = :id`,
  deliveryOf: 'SELECT id, delivery FROM notices WHERE id = :id',
  newestOfKind: `SELECT id, delivery FROM notices WHERE discussion_id = :reference AND kind = :kind
      ORDER BY version DESC, seq DESC LIMIT 1`,
  deliveriesOf: `SELECT id, version, seq, delivery FROM notices
      WHERE discussion_id = :reference ORDER BY version, seq`,
  ofDiscussion: `SELECT n.*, c.json ->> ('$.commit.notices[' || n.seq || ']') AS notice
      FROM notices n CROSS JOIN commits c ON c.discussion_id = n.discussion_id AND c.version = n.version
      WHERE n.discussion_id = :reference ORDER BY n.version, n.seq`,
  nextDue: 'SELECT min(due_at) AS due FROM notices WHERE due_at IS NOT NULL',
  counts: `SELECT count(*) AS owed, coalesce(sum(deadline < :now), 0) AS overdue, min(owed_at) AS oldest
      FROM notices WHERE due_at IS NOT NULL AND owed_at <= :now`,
  setDelivery: `UPDATE notices SET status = :status, due_at = :dueAt, holder = :holder, ready = 0, delivery = :delivery
      WHERE id = :id`,
  removeNotices: 'DELETE FROM notices WHERE discussion_id = ?',

  putSummary: `INSERT INTO summaries (discussion_id, open, next_at, last_at, json) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (discussion_id) DO UPDATE
      SET open = excluded.open, next_at = excluded.next_at, last_at = excluded.last_at, json = excluded.json`,
  summaryOf: 'SELECT json FROM summaries WHERE discussion_id = ?',
  concerns: `SELECT 1 FROM summaries WHERE discussion_id = :reference AND (json ->> '$.people' IS NULL
      OR EXISTS (SELECT 1 FROM json_each(summaries.json, '$.people') WHERE value = :personId))`,
  openSummaries: 'SELECT json FROM summaries WHERE open = 1 ORDER BY next_at LIMIT ?',
  owingSummaries: `SELECT json FROM summaries WHERE open = 0 AND json ->> '$.owed.dueAt' IS NOT NULL
      ORDER BY next_at LIMIT ?`,
  references: 'SELECT discussion_id FROM summaries WHERE discussion_id > ? ORDER BY discussion_id LIMIT ?',
  endedBefore: 'SELECT discussion_id FROM summaries WHERE open = 0 AND last_at < ? ORDER BY last_at LIMIT ?',
  removeSummary: 'DELETE FROM summaries WHERE discussion_id = ?',

  addRead: 'INSERT INTO reads (discussion_id, person_id, at, deed) VALUES (?, ?, ?, ?)',
  readsOf: 'SELECT person_id, at, deed FROM reads WHERE discussion_id = ? ORDER BY seq',
  removeReads: 'DELETE FROM reads WHERE discussion_id = ?',

  putHold: 'INSERT OR REPLACE INTO holds (discussion_id, json) VALUES (?, ?)',
  holdOf: 'SELECT json FROM holds WHERE discussion_id = ?',
  liftHold: 'DELETE FROM holds WHERE discussion_id = ?',

  putTombstone: 'INSERT OR REPLACE INTO tombstones (discussion_id, json) VALUES (?, ?)',
  isPurged: 'SELECT 1 FROM tombstones WHERE discussion_id = ?',
  tombstones: 'SELECT json FROM tombstones ORDER BY discussion_id',

  putConversation: 'INSERT OR REPLACE INTO conversations (key, reference) VALUES (?, ?)',
  conversation: 'SELECT reference FROM conversations WHERE key = ?',
  conversations: 'SELECT key, reference FROM conversations ORDER BY key',

  putDraft: `INSERT OR REPLACE INTO drafts (id, revision, owner, body, saved_at)
      VALUES (:id, :revision, :owner, :body, :savedAt)`,
  draft: 'SELECT id, revision, owner, body, saved_at FROM drafts WHERE id = ?',
  drafts: 'SELECT id, revision, owner, body, saved_at FROM drafts ORDER BY id',
  removeDraft: 'DELETE FROM drafts WHERE id = ?',
  removeDrafts: 'DELETE FROM drafts WHERE id = :reference OR (id >= :from AND id < :before)',

  putRow: `INSERT INTO directory (kind, id, teams_key, body) VALUES (:kind, :id, :teamsKey, :body)
      ON CONFLICT (kind, id) DO UPDATE SET teams_key = excluded.teams_key, body = excluded.body`,
  row: 'SELECT kind, id, teams_key, body FROM directory WHERE kind = ? AND id = ?',
  rowByTeamsKey: 'SELECT kind, id, teams_key, body FROM directory WHERE teams_key = ?',
  rows: 'SELECT kind, id, teams_key, body FROM directory WHERE kind = ? ORDER BY id',
  removeRow: 'DELETE FROM directory WHERE kind = ? AND id = ?',
  releaseTeamsKey: 'UPDATE directory SET teams_key = NULL WHERE kind = :kind AND id = :id',
} as const;

/** The open file with its statements, prepared once. */
export interface Sqlite {
  readonly db: DatabaseSync;
  readonly sql: Readonly<Record<keyof typeof statements, StatementSync>>;
  readonly streams: Streams;
  readonly writes: Writes;
}

export const prepared = (db: DatabaseSync): Sqlite => {
  const sql = Object.entries(statements).map(([name, text]) => [name, db.prepare(text)] as const);
  return { db, sql: Object.fromEntries(sql) as Sqlite['sql'], streams: createStreams(), writes: createWrites(db) };
};
