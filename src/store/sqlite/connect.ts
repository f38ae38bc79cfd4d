/** A connection to the file, with the schema brought up to date. */
import { DatabaseSync } from 'node:sqlite';
import { migrations } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** How long opening the file waits for another process to finish writing. */
export const busyTimeoutMs = 5_000;

/** With `alone`, the file must be there, and no other program may have it open from now until it is closed. */
export type Sharing = 'shared' | 'alone';

export const connect = (path: string, sharing: Sharing): DatabaseSync => {
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    if (sharing === 'alone') db.exec('PRAGMA locking_mode = EXCLUSIVE');
    // FULL: a commit that was acknowledged survives a power cut, at about 0.3 ms a commit.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // What is removed (a discarded form, a purged discussion) is overwritten in the file, not only forgotten.
    db.exec('PRAGMA secure_delete = ON');
    migrate(db);
    // From here on waiting is done between statements: within one it would stop everything else (transaction.ts).
    db.exec('PRAGMA busy_timeout = 0');
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

/** How many steps of the schema the file has had; 0 for one that is not ours. */
export const schemaVersion = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
