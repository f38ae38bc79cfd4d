/**
 * The store's one port. A discussion is a stream of commits: the events of one command and the notices they cause,
 * written together or not at all. Every store must pass `test/store/contract/contract.ts`.
 */
import type { Commit } from '../discussion/state/commit.ts';
import type { CardKind, Delivery, TrackedNotice } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Summary } from '../discussion/state/summary.ts';

export interface Store {
  /** All commits of one discussion in version order, from 1; empty if there is none. */
  load(reference: string): Promise<readonly Commit[]>;

  /**
   * Appends one commit under its version. `conflict` when that version already exists: load, decide again, try again.
   * Its notices become due when they are owed. The summary replaces the discussion's earlier one. Rejects, and writes
   * nothing, when the commit does not follow the one before it, could not be read back, owes one notice twice, or is of a
   * discussion that has been purged. `tooLarge`, and nothing is written, when it is more than one item can hold.
   */
  append(commit: Commit, summary: Summary): Promise<Appended>;

  /** Discussions that are still open, the soonest deadline or meeting first; at most `limit`. */
  listOpen(limit: number): Promise<readonly Summary[]>;

  /**
   * Leases due notices to one dispatcher: those owed, or sent maybe, with `nextAttemptAt <= now`, and those whose lease has run out.
   * The most urgent deadline first (those without one last), then the oldest. Nobody else is given them until
   * `leaseUntil`. Each comes back with `delivery.status === 'sending'`, and `interrupted` when another's lease ran out:
   * what that one did with the notice is not known.
   */
  claim(claim: {
    readonly now: Instant;
    readonly leaseUntil: Instant;
    readonly holder: string;
    readonly limit: number;
  }): Promise<readonly ClaimedNotice[]>;

  /** Records what became of a claimed notice. `leaseLost` when somebody else holds it by now: nothing is written. */
  settle(claimed: ClaimedNotice, delivery: Settlement): Promise<'settled' | 'leaseLost'>;

  /**
   * Makes the newest card of this kind owed again at `at`, if it has been sent: what it shows has changed without a
   * commit, such as how other notices fared. Nothing if it has not been sent yet, for then it will show it anyway.
   */
  showAgain(reference: string, kind: CardKind, at: Instant): Promise<void>;

  /** Every notice of one discussion with its delivery, in the order they were owed. */
  notices(reference: string): Promise<readonly TrackedNotice[]>;

  /** The earliest time at which `claim` would find something, or null: lets the dispatcher sleep. */
  nextDue(): Promise<Instant | null>;

  /** How the debts stand at `now`: for health checks and alerts. */
  counts(now: Instant): Promise<NoticeCounts>;

  /** Records that somebody looked at a discussion: part of the audit trail, kept as long as the discussion is. */
  recordRead(read: RecordedRead): Promise<void>;

  /** Everybody who looked at a discussion, in the order they did. */
  reads(reference: string): Promise<readonly RecordedRead[]>;
}

export type Appended = 'appended' | 'conflict' | 'tooLarge';

/** A notice leased to one dispatcher: only with this in hand can its delivery be settled. */
export type ClaimedNotice = TrackedNotice & {
  readonly delivery: Extract<Delivery, { status: 'sending' }>;
  readonly interrupted: boolean;
};

/** What a dispatcher may leave a notice as. */
export type Settlement = Exclude<Delivery, { status: 'sending' }>;

export interface NoticeCounts {
  /** Owed by now and not yet settled, those being sent included. */
  readonly owed: number;
  /** Those of them whose deadline has passed. */
  readonly overdue: number;
  readonly oldestOwedAt: Instant | null;
}

export interface RecordedRead {
  readonly reference: string;
  readonly personId: string;
  readonly at: Instant;
  readonly deed: string;
}

/** A conversation the bot may speak in, as the channel described it last; opaque to everything but src/teams. */
export interface Conversations {
  remember(key: string, reference: string): Promise<void>;
  recall(key: string): Promise<string | null>;
}

/** Half-filled forms, kept on the server so that nothing about a child travels back from a card. */
export interface Drafts {
  get(id: string): Promise<StoredDraft | null>;
  /** Writes under `revision`, which must be one more than the stored one (1 for a new draft), else `conflict`. */
  put(draft: StoredDraft): Promise<'saved' | 'conflict'>;
  remove(id: string): Promise<void>;
}

export interface StoredDraft {
  readonly id: string;
  readonly revision: number;
  readonly owner: string;
  /** JSON; parsed by whoever keeps this kind of draft. */
  readonly body: string;
  readonly savedAt: Instant;
}

/** People and agency inboxes as the directory wrote them; opaque to the store but for the keys it looks up by. */
export interface DirectoryRows {
  get(kind: DirectoryRow['kind'], id: string): Promise<DirectoryRow | null>;
  byTeamsKey(teamsKey: string): Promise<DirectoryRow | null>;
  /** All rows of one kind, by id. */
  all(kind: DirectoryRow['kind']): Promise<readonly DirectoryRow[]>;
  /** Writes all of them or none, replacing rows with the same kind and id. Rejects if two rows share a Teams key. */
  put(rows: readonly DirectoryRow[]): Promise<void>;
}

export interface DirectoryRow {
  readonly kind: 'person' | 'inbox';
  readonly id: string;
  /** Finds a person by their Teams identity; null for those without one, and for inboxes. */
  readonly teamsKey: string | null;
  /** JSON; parsed by the directory. */
  readonly body: string;
}

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

/** Whole discussions: exporting, keeping, purging and moving them. For operators; nothing here answers a person in Teams. */
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

/** Everything one database holds, opened and closed together. */
export interface Stores {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly drafts: Drafts;
  readonly directory: DirectoryRows;
  readonly archive: Archive;
  /** Closes the database; closing twice is harmless. */
  close(): Promise<void>;
}
