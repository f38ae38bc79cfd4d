/** How work on the file is run: in one go, and as a promise. */
import type { DatabaseSync } from 'node:sqlite';

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

/** SQLite's primary codes for a file that another program is writing. */
const busyCodes = [5, 6];
/** How long work waits for another program to finish writing: a backup of a large file takes some seconds. Milliseconds. */
const patienceMs = 15_000;
const pauseMs = 25;

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  busyCodes.includes(error.errcode & 0xff);

/**
 * A synchronous piece of work as a promise: whatever it throws becomes a rejection. Each is one statement or one
 * transaction, so where another program has the file it is done again, and this one goes on with other things meanwhile.
 */
export const soon = async <T>(work: () => T): Promise<T> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};
