/** A copy of the database file that is whole, taken while the bot goes on using it. */
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync, backup } from 'node:sqlite';
import { StoreUnavailable, unavailable } from './unavailable.ts';

/**
 * Copies the database at `from` to a new file `to`, readable by this user only, and checks the copy from end to end.
 * Rejects with StoreUnavailable, and leaves no copy, where there is no such database, `to` exists already, or the copy
 * cannot be made. A file copied by hand would lack what is still in the journal beside it.
 */
export const backupSqlite = async (from: string, to: string): Promise<void> => {
  if (!existsSync(from)) throw new StoreUnavailable(`There is no database file ${from}.`);
  claimName(to);
  try {
    await copy(from, to);
    check(to);
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${to}${suffix}`, { force: true });
    throw unavailable(from, error);
  }
};

/** Never over a file that is there: it may be the only good copy. */
const claimName = (to: string): void => {
  try {
    closeSync(openSync(to, 'wx', 0o600));
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const why = exists ? 'it exists already' : 'it cannot be written';
    throw new StoreUnavailable(`The copy cannot be made at ${to}: ${why}.`, { cause: error });
  }
};

const copy = async (from: string, to: string): Promise<void> => {
  const db = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    await backup(db, to);
  } finally {
    db.close();
  }
};

const check = (path: string): void => {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const found = db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
    if (found !== 'ok') throw new StoreUnavailable('The copy is damaged, so it has been removed. Check the disk.');
  } finally {
    db.close();
  }
};
