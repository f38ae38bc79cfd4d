/** Taking over what another database held about one discussion: when that may be done, and what is to be written. */
import type { Commit } from '../discussion/state/commit.ts';
import type { TrackedNotice } from '../discussion/state/notice.ts';
import type { Held } from './archive.ts';
import { readStream } from './stored.ts';
import { StoredFault } from './storedFault.ts';

/** A commit to take over, and the text it was sealed as: that is what is written, for its hash is of that. */
export interface Taken {
  readonly commit: Commit;
  readonly text: string;
}

/** The commits of a record to take over, verified from their texts. Throws StoredFault where one is not to be believed. */
export const takenFrom = ({ reference, sealed }: Held): readonly Taken[] =>
  readStream(reference, sealed).map((commit, i) => ({ commit, text: sealed[i] ?? '' }));

/**
 * Throws StoredFault unless what is here already is the beginning of the same record, or nothing; and where notices have
 * been delivered from here since, for taking the older state over would send them again.
 */
export const refuseOther = (held: Held, here: readonly string[], notices: readonly TrackedNotice[]): void => {
  const { reference } = held;
  if (!here.every((text, i) => text === held.sealed[i])) {
    throw new StoredFault(`Discussion ${reference} is here already with another record`);
  }
  const tried = new Map(held.notices.map((n) => [n.notice.id, n.delivery.attempts.length]));
  if (notices.some((n) => n.delivery.attempts.length > (tried.get(n.notice.id) ?? 0))) {
    throw new StoredFault(`Discussion ${reference} has been worked on here since it was moved`);
  }
};
