/** Whole discussions: exporting, keeping, purging and moving them. For operators; nothing here answers a person in Teams. */
import type { Commit } from '../discussion/state/commit.ts';
import type { TrackedNotice } from '../discussion/state/notice.ts';
import type { Summary } from '../discussion/state/summary.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { RecordedRead, StoredDraft } from './rows.ts';

/** Everything held about one discussion: what an export shows, and what a move to another database carries over. */
export interface Held {
  readonly reference: string;
  /** What `sealed` says, in today's shape. */
  readonly commits: readonly Commit[];
  /** Each commit as it was sealed, byte for byte: what its hash is of, and what a move carries over. */
  readonly sealed: readonly string[];
  readonly summary: Summary;
  /** In the order they were owed. */
  readonly notices: readonly TrackedNotice[];
  readonly reads: readonly RecordedRead[];
  readonly hold: LegalHold | null;
}

/** Keeps a discussion from being purged, whatever its age, until it is lifted. */
export interface LegalHold {
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
}

/** What is left of a purged discussion: that there was one, how long its record was, and who removed it when. */
export interface Tombstone {
  readonly reference: string;
  readonly purgedAt: Instant;
  readonly by: string;
  readonly versions: number;
  /** The hash of its last commit: tells whether a copy found elsewhere is the whole record. */
  readonly lastHash: string;
}

export interface Archive {
  /** References of discussions after `after` (null from the start), in their order; at most `limit`. Purged ones are left out. */
  discussions(after: string | null, limit: number): Promise<readonly string[]>;
  /** Everything held about one discussion; null if there is none. */
  held(reference: string): Promise<Held | null>;
  /** Writes what another database held. Doing it again changes nothing; rejects if another record is there already. */
  take(held: Held): Promise<void>;
  /** Discussions that are no longer open and were last written before `before`, those first; at most `limit`. */
  endedBefore(before: Instant, limit: number): Promise<readonly string[]>;
  /** Sets the legal hold, or lifts it with null. */
  hold(reference: string, hold: LegalHold | null): Promise<'kept' | 'unknown'>;
  /** Removes everything held about a discussion, its drafts included, and leaves a tombstone. Can be repeated after a crash. */
  purge(reference: string, purge: { readonly at: Instant; readonly by: string }): Promise<Purged>;
  tombstones(): Promise<readonly Tombstone[]>;
  /** Writes a tombstone another database had. Doing it again changes nothing. */
  bury(tombstone: Tombstone): Promise<void>;
  conversations(): Promise<readonly { readonly key: string; readonly reference: string }[]>;
  drafts(): Promise<readonly StoredDraft[]>;
  /** Writes a draft another database had, whatever its revision. */
  takeDraft(draft: StoredDraft): Promise<void>;
}

/** `open`: somebody still has to decide, so it is not purged. */
export type Purged = 'purged' | 'held' | 'open' | 'unknown';
