/** The lists of discussions, and the record of who looked at one. */
import type { Summary } from '../../discussion/state/summary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { nextAtOf, readSummary } from '../beside.ts';
import type { RecordedRead } from '../rows.ts';
import type { Sqlite } from './statements.ts';

/** Writes the line lists show, of a discussion that was last written at `lastAt`; within the caller's transaction. */
export const putSummary = ({ sql }: Sqlite, summary: Summary, lastAt: Instant): void => {
  const { reference, open } = summary;
  sql.putSummary.run(reference, Number(open), nextAtOf(summary), lastAt, JSON.stringify(summary));
};

export const summaryOf = ({ sql }: Sqlite, reference: string): Summary | null => {
  const row = sql.summaryOf.get(reference);
  return row === undefined ? null : readSummary(String(row['json']));
};

export const concerns = ({ sql }: Sqlite, reference: string, personId: string): boolean =>
  sql.concerns.get({ reference, personId }) !== undefined;

export const listOpen = ({ sql }: Sqlite, limit: number): readonly Summary[] =>
  sql.openSummaries.all(limit).map((row) => readSummary(String(row['json'])));

export const listOwing = ({ sql }: Sqlite, limit: number): readonly Summary[] =>
  sql.owingSummaries.all(limit).map((row) => readSummary(String(row['json'])));

/** References of discussions that are there, after `after`, in their order. */
export const listAll = ({ sql }: Sqlite, after: string | null, limit: number): readonly string[] =>
  sql.references.all(after ?? '', limit).map((row) => String(row['discussion_id']));

/** Those no longer open that were last written before `before`, those first. */
export const listEnded = ({ sql }: Sqlite, before: Instant, limit: number): readonly string[] =>
  sql.endedBefore.all(before, limit).map((row) => String(row['discussion_id']));

export const recordRead = ({ sql }: Sqlite, { reference, personId, at, deed }: RecordedRead): void => {
  sql.addRead.run(reference, personId, at, deed);
};

export const readsOf = ({ sql }: Sqlite, reference: string): readonly RecordedRead[] =>
  sql.readsOf.all(reference).map((row) => ({
    reference,
    personId: String(row['person_id']),
    at: String(row['at']) as Instant,
    deed: String(row['deed']),
  }));
