/** A copy of the database file that is whole, taken while the bot goes on using it. */
import { closeSync, existsSync, linkSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync, backup } from 'node:sqlite';
import { StoreUnavailable, unavailable } from '../unavailable.ts';

/**
 * Copies the database at `from` to a new file `to`, readable by this user only, and checks the copy from end to end.
 * Rejects with StoreUnavailable, and leaves no copy, where there is no such database, `to` exists already, or the copy
 * cannot be made. A file copied by hand would lack what is still in the journal beside it.
 */
export const backupSqlite = async (from: string, to: string): Promise<void> => {
  if (!existsSync(from)) throw new StoreUnavailable(`There is no database file ${from}.`);
  if (existsSync(to)) throw cannotBeMade(to, 'it exists already', null);
  const draft = `${to}.part-${process.pid}`;
  createFor(draft, to);
  try {
    await copy(from, draft);
    check(draft);
    putInPlace(draft, to);
  } catch (error) {
    throw unavailable(from, error);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${suffix}`, { force: true });
  }
};

const cannotBeMade = (to: string, why: string, cause: unknown): StoreUnavailable =>
  new StoreUnavailable(`The copy cannot be made at ${to}: ${why}.`, { cause });

const createFor = (draft: string, to: string): void => {
  try {
    closeSync(openSync(draft, 'wx', 0o600));
  } catch (error) {
    throw cannotBeMade(to, 'it cannot be written', error);
  }
};

/** Only a copy that has been checked has the name; and never over a file that is there, which may be the only good one. */
const putInPlace = (draft: string, to: string): void => {
  try {
    linkSync(draft, to);
  } catch (error) {
    throw existsSync(to) ? cannotBeMade(to, 'it exists already', error) : error;
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
