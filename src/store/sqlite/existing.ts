/**
 * A database file that is there already, looked at by a read-only connection so that a damaged one is not touched. It takes
 * the same time however large the file is: the whole of it is looked at once the program answers (wholeFile.ts).
 */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable, damaged, damagedJournal, notAFile } from '../unavailable.ts';
import { busyTimeoutMs, schemaVersion } from './connect.ts';
import { isJournalDamaged } from './journal.ts';
import { migrations } from './schema.ts';

/** Throws StoreUnavailable unless the file is ours, not newer than this program, and as far as is looked at now, whole. */
export const checkUntouched = (path: string): void => {
  if (!statSync(path).isFile()) throw new StoreUnavailable(notAFile(path));
  // SQLite would take an empty file for a new database and discard the journal beside it.
  if (statSync(path).size === 0) throw new StoreUnavailable(damaged(path));
  if (isJournalDamaged(`${path}-wal`)) throw new StoreUnavailable(damagedJournal(path));
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  try {
    refuseForeign(path, db);
    readEachTable(db);
  } finally {
    db.close();
  }
};

const refuseForeign = (path: string, db: DatabaseSync): void => {
  const version = schemaVersion(db);
  if (version > migrations.length) {
    throw new StoreUnavailable(
      `The database file ${path} was written by a newer version of this program (its schema is ${version}, ` +
        `this version knows ${migrations.length}). Start the newer version.`,
    );
  }
  if (version === 0) {
    throw new StoreUnavailable(
      `The database file ${path} belongs to some other program; it has been left as it is. Set DATA_DIR to another folder.`,
    );
  }
};

/** The way to the first row of each, and not its index. SQLite throws for a page that it cannot make sense of. */
const readEachTable = (db: DatabaseSync): void => {
  for (const { name } of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()) {
    db.prepare(`SELECT 1 FROM "${String(name)}" NOT INDEXED LIMIT 1`).get();
  }
};
