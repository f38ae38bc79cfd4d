/** A database file that is there already, looked at by a read-only connection so that a damaged one is not touched. */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable, damaged, damagedJournal, notAFile } from '../unavailable.ts';
import { busyTimeoutMs, schemaVersion } from './connect.ts';
import { isJournalDamaged } from './journal.ts';
import { migrations } from './schema.ts';
import { isSmall, isWhole } from './wholeFile.ts';

/** Throws StoreUnavailable unless the file is ours, not newer than this program, and as far as is looked at now, whole. */
export const checkUntouched = (path: string): void => {
  if (!statSync(path).isFile()) throw new StoreUnavailable(notAFile(path));
  // SQLite would take an empty file for a new database and discard the journal beside it.
  if (statSync(path).size === 0) throw new StoreUnavailable(damaged(path));
  if (isJournalDamaged(`${path}-wal`)) throw new StoreUnavailable(damagedJournal(path));
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  try {
    if (isSmall(path) && !isWhole(db)) throw new StoreUnavailable(damaged(path));
    refuseForeign(path, db);
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
