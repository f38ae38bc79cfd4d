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

/** A synchronous piece of work as a promise: whatever it throws becomes a rejection. */
export const soon = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));
