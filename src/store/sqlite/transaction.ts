/** How work on the file is run: in one go, and as a promise. */
import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs `work` in one transaction that no other writer can interleave with; within another, as a part of it. Anything
 * thrown undoes all of it, and nothing else.
 */
export const inTransaction = <T>(db: DatabaseSync, work: () => T): T => {
  const { begin, end, undo } = db.isTransaction ? part : whole;
  db.exec(begin);
  try {
    const result = work();
    db.exec(end);
    return result;
  } catch (error) {
    // A full disk undoes everything by itself.
    if (db.isTransaction) db.exec(undo);
    throw error;
  }
};

const whole = { begin: 'BEGIN IMMEDIATE', end: 'COMMIT', undo: 'ROLLBACK' };
const part = { begin: 'SAVEPOINT part', end: 'RELEASE part', undo: 'ROLLBACK TO part; RELEASE part' };

/** SQLite's primary codes for a file that another program is writing. */
const busyCodes = [5, 6];
/** How long work waits for another program to finish writing: a backup of a large file takes some seconds. Milliseconds. */
export const patienceMs = 15_000;
export const pauseMs = 25;

export const isBusy = (error: unknown): boolean =>
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
