/** Everything held about one discussion, to be exported or moved; and taking over what another database held. */
import { readHold } from '../beside.ts';
import { refuseOther, takenFrom } from '../held.ts';
import type { Held, LegalHold } from '../archive.ts';
import { readStream } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';
import { refusePurged, sealedTexts, writeCommit } from './commits.ts';
import { putSummary, readsOf, recordRead, summaryOf } from './lists.ts';
import { noticesInFull, setDelivery } from './notices.ts';
import { remove } from './purging.ts';
import type { Sqlite } from './statements.ts';
import { inTransaction } from './transaction.ts';

export const heldOf = (sqlite: Sqlite, reference: string): Held | null => {
  const summary = summaryOf(sqlite, reference);
  if (summary === null) return null;
  const sealed = sealedTexts(sqlite, reference);
  return {
    reference,
    commits: readStream(reference, sealed),
    sealed,
    summary,
    notices: noticesInFull(sqlite, reference),
    reads: readsOf(sqlite, reference),
    hold: holdOn(sqlite, reference),
  };
};

const holdOn = ({ sql }: Sqlite, reference: string): LegalHold | null => {
  const row = sql.holdOf.get(reference);
  return row === undefined ? null : readHold(String(row['json']));
};

/** Lifts it with null. `unknown` where there is no such discussion. */
export const setHold = (sqlite: Sqlite, reference: string, hold: LegalHold | null): 'kept' | 'unknown' => {
  if (sqlite.sql.summaryOf.get(reference) === undefined) return 'unknown';
  writeHold(sqlite, reference, hold);
  return 'kept';
};

const writeHold = ({ sql }: Sqlite, reference: string, hold: LegalHold | null): void => {
  if (hold === null) sql.liftHold.run(reference);
  else sql.putHold.run(reference, JSON.stringify(hold));
};

export const take = (sqlite: Sqlite, other: Held): void =>
  inTransaction(sqlite.db, () => {
    const { reference } = other;
    refusePurged(sqlite, reference);
    refuseOther(other, sealedTexts(sqlite, reference), noticesInFull(sqlite, reference));
    remove(sqlite, reference);
    const taken = takenFrom(other);
    const last = taken.at(-1);
    if (last === undefined) throw new StoredFault(`Discussion ${reference} was to be taken over without a commit`);
    for (const { commit, text } of taken) writeCommit(sqlite, commit, text);
    for (const { notice, delivery } of other.notices) setDelivery(sqlite, notice.id, delivery);
    putSummary(sqlite, other.summary, last.commit.at);
    for (const read of other.reads) recordRead(sqlite, read);
    writeHold(sqlite, reference, other.hold);
  });
