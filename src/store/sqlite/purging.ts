/** Removing everything held about a discussion, and what is left of it: a tombstone. */
import type { Instant } from '../../practice/time/instant.ts';
import { readTombstone } from '../beside.ts';
import { formsOf } from '../draftId.ts';
import type { Purged, Tombstone } from '../archive.ts';
import { loadCommits } from './commits.ts';
import { summaryOf } from './lists.ts';
import type { Sqlite } from './statements.ts';
import { inTransaction } from './transaction.ts';

interface Purge {
  readonly at: Instant;
  readonly by: string;
}

export const purge = (sqlite: Sqlite, reference: string, asked: Purge): Purged =>
  inTransaction(sqlite.db, () => purgeWithin(sqlite, reference, asked));

const purgeWithin = (sqlite: Sqlite, reference: string, { at, by }: Purge): Purged => {
  const { sql } = sqlite;
  if (sql.isPurged.get(reference) !== undefined) return 'purged';
  const summary = summaryOf(sqlite, reference);
  if (summary === null) return 'unknown';
  if (sql.holdOf.get(reference) !== undefined) return 'held';
  if (summary.open) return 'open';
  const commits = loadCommits(sqlite, reference);
  const lastHash = commits.at(-1)?.hash ?? '';
  remove(sqlite, reference);
  const from = formsOf(reference);
  sql.removeDrafts.run({ reference, from, before: `${from}${lastOfAll}` });
  putTombstone(sqlite, { reference, purgedAt: at, by, versions: commits.length, lastHash });
  return 'purged';
};

/** Of what begins alike, nothing comes after it. */
const lastOfAll = '\u{10FFFF}';

/** Removes the record itself; within the caller's transaction. */
export const remove = ({ sql }: Sqlite, reference: string): void => {
  // In this order: a notice's row refers to its commit's.
  for (const removal of [sql.removeNotices, sql.removeCommits, sql.removeSummary, sql.removeReads]) {
    removal.run(reference);
  }
};

/** Writes a tombstone another database had. */
export const bury = (sqlite: Sqlite, tombstone: Tombstone): void =>
  inTransaction(sqlite.db, () => {
    remove(sqlite, tombstone.reference);
    putTombstone(sqlite, tombstone);
  });

const putTombstone = ({ sql }: Sqlite, tombstone: Tombstone): void => {
  sql.putTombstone.run(tombstone.reference, JSON.stringify(tombstone));
};

/** By reference. */
export const tombstones = ({ sql }: Sqlite): readonly Tombstone[] =>
  sql.tombstones.all().map((row) => readTombstone(String(row['json'])));
