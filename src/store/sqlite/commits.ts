/** The stream of one discussion: appended in one transaction with the notices it owes and its line in the lists. */
import type { Commit } from '../../discussion/state/commit.ts';
import type { Summary } from '../../discussion/state/summary.ts';
import { nothingBefore } from '../chain.ts';
import type { Appended } from '../store.ts';
import { isTooLarge, storedCommit } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';
import { putSummary } from './lists.ts';
import { oweNotices } from './notices.ts';
import type { Sqlite } from './statements.ts';

/** The texts of a discussion's commits as they were sealed, in version order, from this version on. */
export const sealedTexts = ({ sql }: Sqlite, reference: string, from = 1): readonly string[] =>
  sql.sealedTexts.all(reference, from).map((row) => String(row['json']));

export const loadCommits = (sqlite: Sqlite, reference: string): readonly Commit[] => {
  const reading = sqlite.streams.begin(reference);
  const texts = sealedTexts(sqlite, reference, reading.from);
  return sqlite.streams.complete(reference, reading, texts) ?? loadCommits(sqlite, reference);
};

/** Within a transaction of its own. */
export const appendCommit = (sqlite: Sqlite, commit: Commit, summary: Summary): Appended => {
  const { reference, version } = commit;
  const text = storedCommit(commit);
  if (isTooLarge(text)) return 'tooLarge';
  refusePurged(sqlite, reference);
  const before = lastOf(sqlite, reference);
  if (version <= before.version) return 'conflict';
  refuseStray(commit, before);
  writeCommit(sqlite, commit, text);
  putSummary(sqlite, summary, commit.at);
  return 'appended';
};

/** Writes the commit and its notices, owed from when they say; within the caller's transaction. */
export const writeCommit = (sqlite: Sqlite, commit: Commit, text: string): void => {
  sqlite.sql.addCommit.run(commit.reference, commit.version, text);
  oweNotices(sqlite, commit);
};

export const refusePurged = ({ sql }: Sqlite, reference: string): void => {
  if (sql.isPurged.get(reference) !== undefined) throw new StoredFault(`Discussion ${reference} has been purged`);
};

interface Last {
  readonly version: number;
  readonly hash: string;
}

const lastOf = ({ sql }: Sqlite, reference: string): Last => {
  const row = sql.lastCommit.get(reference);
  return row === undefined
    ? { version: 0, hash: nothingBefore }
    : { version: Number(row['version']), hash: String(row['hash']) };
};

/** The writer decided from something other than the stored stream: a bug, and the chain would be broken for good. */
const refuseStray = ({ reference, version, previousHash }: Commit, before: Last): void => {
  if (version === before.version + 1 && previousHash === before.hash) return;
  throw new StoredFault(`Version ${version} of discussion ${reference} does not follow version ${before.version}`);
};
