/** Brings all that a file has of these discussions into the memory of the machine, as it is while people are at work on them. */
import { DatabaseSync } from 'node:sqlite';

/** By another connection than the store's: the store itself has seen nothing yet. */
export const touch = (path: string, references: readonly string[]): void => {
  const db = new DatabaseSync(path, { readOnly: true });
  const commits = db.prepare('SELECT json FROM commits WHERE discussion_id = ?');
  const notices = db.prepare('SELECT id, delivery FROM notices WHERE discussion_id = ? ORDER BY version, seq');
  const byId = db.prepare('SELECT status FROM notices WHERE id = ?');
  const summary = db.prepare('SELECT rowid AS place, last_at AS at, json FROM summaries WHERE discussion_id = ?');
  const ended = db.prepare('SELECT 1 FROM summaries WHERE open = 0 AND last_at = ? AND rowid = ?');
  for (const reference of references) {
    commits.all(reference);
    for (const { id = null } of notices.all(reference)) byId.all(id);
    for (const { at = null, place = null } of summary.all(reference)) ended.all(at, place);
  }
  db.close();
};
