/**
 * Opens the database file, or says in one sentence why it cannot be opened. An existing file is checked by a read-only
 * connection first, so that a damaged one is not touched; a new one is made whole elsewhere and put in place at once,
 * so that no crash leaves half a database behind.
 */
import { closeSync, existsSync, linkSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrations } from './schema.ts';
import { StoreUnavailable, damaged, notAFile, unavailable } from '../unavailable.ts';

/** How long a statement waits for another process to finish writing. */
const busyTimeoutMs = 5_000;

/** With `alone`, the file must be there, and no other program may have it open from now until it is closed. */
type Sharing = 'shared' | 'alone';

/** Opens `path`, creating it if there is none, migrated to today's schema. Throws StoreUnavailable. */
export const openDatabase = (path: string, sharing: Sharing = 'shared'): DatabaseSync => {
  try {
    if (existsSync(path)) checkUntouched(path);
    else if (sharing === 'alone') throw new StoreUnavailable(`There is no database file ${path}.`);
    else create(path);
    return connect(path, sharing);
  } catch (error) {
    throw unavailable(path, error);
  }
};

/** Runs `work` in one transaction that no other writer can interleave with. Anything thrown undoes all of it. */
export const inTransaction = <T>(db: DatabaseSync, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

const connect = (path: string, sharing: Sharing): DatabaseSync => {
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    if (sharing === 'alone') db.exec('PRAGMA locking_mode = EXCLUSIVE');
    // FULL: a commit that was acknowledged survives a power cut, at about 0.3 ms a commit.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Also proves at start that the file can be written, rather than at the first thing somebody records. */
const migrate = (db: DatabaseSync): void =>
  inTransaction(db, () => {
    for (const step of migrations.slice(schemaVersion(db))) db.exec(step);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });

const checkUntouched = (path: string): void => {
  if (!statSync(path).isFile()) throw new StoreUnavailable(notAFile(path));
  // SQLite would take an empty file for a new database and discard the journal beside it.
  if (statSync(path).size === 0) throw new StoreUnavailable(damaged(path));
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  try {
    const faults = db.prepare('PRAGMA quick_check(1)').all();
    if (faults[0]?.['quick_check'] !== 'ok') throw new StoreUnavailable(damaged(path));
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

const schemaVersion = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.['user_version']);

const create = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const journal = `${path}-wal`;
  if (existsSync(journal) && statSync(journal).size > 0) {
    throw new StoreUnavailable(
      `The database file ${path} is missing but its journal ${journal} is there. Put the file back, or restore a backup.`,
    );
  }
  const draft = `${path}.new-${process.pid}`;
  removeDraft(draft);
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    connect(draft, 'shared').close();
    putInPlace(draft, path);
  } finally {
    removeDraft(draft);
  }
};

/** A link, unlike a rename, never replaces a database that another process put there a moment ago. */
const putInPlace = (draft: string, path: string): void => {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
};

const removeDraft = (draft: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${suffix}`, { force: true });
};
