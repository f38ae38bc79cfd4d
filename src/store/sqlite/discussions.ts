/** Commits, summaries and the record of who looked: the part of the SQLite store that is about discussions. */
import type { DatabaseSync } from 'node:sqlite';
import type { Commit } from '../../discussion/state/commit.ts';
import type { Summary } from '../../discussion/state/summary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { nothingBefore } from '../chain.ts';
import { inTransaction } from './open.ts';
import type { Appended, RecordedRead } from '../store.ts';
import { readSummary } from '../beside.ts';
import { isTooLarge, readStream, storedCommit } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';

interface Last {
  readonly version: number;
  readonly hash: string;
}

/** `oweNotices` writes the rows of a commit's notices within the same transaction. */
export const sqliteDiscussions = (db: DatabaseSync, oweNotices: (commit: Commit) => void) => {
  const texts = db.prepare('SELECT json FROM commits WHERE discussion_id = ? ORDER BY version');
  const last = db.prepare(
    `SELECT version, json ->> '$.commit.hash' AS hash FROM commits
     WHERE discussion_id = ? ORDER BY version DESC LIMIT 1`,
  );
  const addCommit = db.prepare('INSERT INTO commits (discussion_id, version, json) VALUES (?, ?, ?)');
  const putSummary = db.prepare(
    `INSERT INTO summaries (discussion_id, open, next_at, json) VALUES (?, ?, ?, ?)
     ON CONFLICT (discussion_id) DO UPDATE SET open = excluded.open, next_at = excluded.next_at, json = excluded.json`,
  );
  const open = db.prepare('SELECT json FROM summaries WHERE open = 1 ORDER BY next_at LIMIT ?');
  const purged = db.prepare('SELECT 1 FROM tombstones WHERE discussion_id = ?');
  const addRead = db.prepare('INSERT INTO reads (discussion_id, person_id, at, deed) VALUES (?, ?, ?, ?)');
  const readsOf = db.prepare('SELECT person_id, at, deed FROM reads WHERE discussion_id = ? ORDER BY seq');

  const sealed = (reference: string): readonly string[] => texts.all(reference).map((row) => String(row['json']));

  const lastOf = (reference: string): Last => {
    const row = last.get(reference);
    return row === undefined
      ? { version: 0, hash: nothingBefore }
      : { version: Number(row['version']), hash: String(row['hash']) };
  };

  const list = (summary: Summary): void => {
    const nextAt = summary.dueAt !== null && summary.dueAt < summary.meetingAt ? summary.dueAt : summary.meetingAt;
    putSummary.run(summary.reference, Number(summary.open), nextAt, JSON.stringify(summary));
  };

  return {
    /** Writes the line lists show; within the caller's transaction. */
    list,

    sealed,

    load: (reference: string): readonly Commit[] => readStream(reference, sealed(reference)),

    append: (commit: Commit, summary: Summary): Appended => {
      const text = storedCommit(commit);
      if (isTooLarge(text)) return 'tooLarge';
      return inTransaction(db, () => {
        if (purged.get(commit.reference) !== undefined) {
          throw new StoredFault(`Discussion ${commit.reference} has been purged`);
        }
        const before = lastOf(commit.reference);
        if (commit.version <= before.version) return 'conflict';
        refuseStray(commit, before);
        addCommit.run(commit.reference, commit.version, text);
        oweNotices(commit);
        list(summary);
        return 'appended';
      });
    },

    listOpen: (limit: number): readonly Summary[] => open.all(limit).map((row) => readSummary(String(row['json']))),

    recordRead: ({ reference, personId, at, deed }: RecordedRead): void => {
      addRead.run(reference, personId, at, deed);
    },

    reads: (reference: string): readonly RecordedRead[] =>
      readsOf.all(reference).map((row) => ({
        reference,
        personId: String(row['person_id']),
        at: String(row['at']) as Instant,
        deed: String(row['deed']),
      })),
  };
};

/** The writer decided from something other than the stored stream: a bug, and the chain would be broken for good. */
const refuseStray = (commit: Commit, before: Last): void => {
  if (commit.version !== before.version + 1 || commit.previousHash !== before.hash) {
    throw new StoredFault(
      `Version ${commit.version} of discussion ${commit.reference} does not follow version ${before.version}`,
    );
  }
};
