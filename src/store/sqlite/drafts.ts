/** Drafts of forms. */
import type { SQLOutputValue } from 'node:sqlite';
import type { Instant } from '../../practice/time/instant.ts';
import type { Drafts, StoredDraft } from '../rows.ts';
import type { Sqlite } from './statements.ts';
import { soon } from './transaction.ts';

export const sqliteDrafts = (sqlite: Sqlite): Drafts => ({
  get: (id) => soon(() => draftAt(sqlite, id)),
  put: (draft) =>
    sqlite.writes.write(() => {
      if (draft.revision !== (draftAt(sqlite, draft.id)?.revision ?? 0) + 1) return 'conflict';
      takeDraft(sqlite, draft);
      return 'saved';
    }),
  remove: (id) => sqlite.writes.write(() => void sqlite.sql.removeDraft.run(id)),
});

/** Writes a draft another database had, whatever its revision. */
export const takeDraft = ({ sql }: Sqlite, { id, revision, owner, body, savedAt }: StoredDraft): void => {
  sql.putDraft.run({ id, revision, owner, body, savedAt });
};

/** By id. */
export const allDrafts = ({ sql }: Sqlite): readonly StoredDraft[] => sql.drafts.all().map(draftIn);

const draftAt = ({ sql }: Sqlite, id: string): StoredDraft | null => {
  const row = sql.draft.get(id);
  return row === undefined ? null : draftIn(row);
};

const draftIn = (row: Readonly<Record<string, SQLOutputValue>>): StoredDraft => ({
  id: String(row['id']),
  revision: Number(row['revision']),
  owner: String(row['owner']),
  body: String(row['body']),
  savedAt: String(row['saved_at']) as Instant,
});
