/** What is kept beside the discussions: conversation references, drafts of forms, and the directory's rows. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Instant } from '../../practice/time/instant.ts';
import { inTransaction } from './open.ts';
import type { Conversations, DirectoryRow, DirectoryRows, Drafts } from '../store.ts';

type Row = Record<string, SQLOutputValue>;

/** A synchronous piece of work as a promise: whatever it throws becomes a rejection. */
export const soon = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));

export const sqliteConversations = (db: DatabaseSync): Conversations => {
  const put = db.prepare('INSERT OR REPLACE INTO conversations (key, reference) VALUES (?, ?)');
  const get = db.prepare('SELECT reference FROM conversations WHERE key = ?');
  return {
    remember: (key, reference) => soon(() => void put.run(key, reference)),
    recall: (key) =>
      soon(() => {
        const row = get.get(key);
        return row === undefined ? null : String(row['reference']);
      }),
  };
};

export const sqliteDrafts = (db: DatabaseSync): Drafts => {
  const get = db.prepare('SELECT revision, owner, body, saved_at FROM drafts WHERE id = ?');
  const put = db.prepare(
    `INSERT OR REPLACE INTO drafts (id, revision, owner, body, saved_at)
     VALUES (:id, :revision, :owner, :body, :savedAt)`,
  );
  const remove = db.prepare('DELETE FROM drafts WHERE id = ?');
  return {
    get: (id) =>
      soon(() => {
        const row = get.get(id);
        if (row === undefined) return null;
        return {
          id,
          revision: Number(row['revision']),
          owner: String(row['owner']),
          body: String(row['body']),
          savedAt: String(row['saved_at']) as Instant,
        };
      }),
    put: ({ id, revision, owner, body, savedAt }) =>
      soon(() =>
        inTransaction(db, () => {
          const stored = Number(get.get(id)?.['revision'] ?? 0);
          if (revision !== stored + 1) return 'conflict';
          put.run({ id, revision, owner, body, savedAt });
          return 'saved';
        }),
      ),
    remove: (id) => soon(() => void remove.run(id)),
  };
};

export const sqliteDirectory = (db: DatabaseSync): DirectoryRows => {
  const get = db.prepare('SELECT kind, id, teams_key, body FROM directory WHERE kind = ? AND id = ?');
  const byTeamsKey = db.prepare('SELECT kind, id, teams_key, body FROM directory WHERE teams_key = ?');
  const all = db.prepare('SELECT kind, id, teams_key, body FROM directory WHERE kind = ? ORDER BY id');
  const put = db.prepare(
    `INSERT INTO directory (kind, id, teams_key, body) VALUES (:kind, :id, :teamsKey, :body)
     ON CONFLICT (kind, id) DO UPDATE SET teams_key = excluded.teams_key, body = excluded.body`,
  );
  const release = db.prepare('UPDATE directory SET teams_key = NULL WHERE kind = :kind AND id = :id');
  return {
    get: (kind, id) => soon(() => directoryRow(get.get(kind, id))),
    byTeamsKey: (key) => soon(() => directoryRow(byTeamsKey.get(key))),
    all: (kind) => soon(() => all.all(kind).flatMap((row) => directoryRow(row) ?? [])),
    put: (rows) =>
      soon(() =>
        inTransaction(db, () => {
          // Two people may swap Teams accounts in one import, so every old key is let go before a new one is taken.
          for (const { kind, id } of rows) release.run({ kind, id });
          for (const { kind, id, teamsKey, body } of rows) put.run({ kind, id, teamsKey, body });
        }),
      ),
  };
};

const directoryRow = (row: Row | undefined): DirectoryRow | null =>
  row === undefined
    ? null
    : {
        kind: row['kind'] === 'inbox' ? 'inbox' : 'person',
        id: String(row['id']),
        teamsKey: row['teams_key'] === null ? null : String(row['teams_key']),
        body: String(row['body']),
      };
