/**
 * The store's one port. A discussion is a stream of commits: the events of one command and the notices they cause,
 * written together or not at all. Every store must pass `test/store/contract.ts`.
 */
import type { Commit } from '../discussion/commit.ts';
import type { CardKind, Delivery, TrackedNotice } from '../discussion/notice.ts';
import type { Instant } from '../practice/instant.ts';
import type { Summary } from '../discussion/summary.ts';

export interface Store {
  /** All commits of one discussion in version order, from 1; empty if there is none. */
  load(discussionId: string): Promise<readonly Commit[]>;

  /**
   * Appends one commit under its version. `conflict` when that version already exists: load, decide again, try again.
   * Its notices become due when they are owed. The summary replaces the discussion's earlier one. Rejects, and writes
   * nothing, when the commit does not follow the one before it, could not be read back, or repeats a notice id.
   */
  append(commit: Commit, summary: Summary): Promise<'appended' | 'conflict'>;

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
  showAgain(discussionId: string, kind: CardKind, at: Instant): Promise<void>;

  /** Every notice of one discussion with its delivery, in the order they were owed. */
  notices(discussionId: string): Promise<readonly TrackedNotice[]>;

  /** The earliest time at which `claim` would find something, or null: lets the dispatcher sleep. */
  nextDue(): Promise<Instant | null>;

  /** How the debts stand at `now`: for health checks and alerts. */
  counts(now: Instant): Promise<NoticeCounts>;

  /** Records that somebody looked at a discussion: part of the audit trail, kept as long as the discussion is. */
  recordRead(read: RecordedRead): Promise<void>;

  /** Everybody who looked at a discussion, in the order they did. */
  reads(discussionId: string): Promise<readonly RecordedRead[]>;
}

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
  readonly discussionId: string;
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

/** Everything one database holds, opened and closed together. */
export interface Stores {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly drafts: Drafts;
  readonly directory: DirectoryRows;
  /** Closes the database; closing twice is harmless. */
  close(): Promise<void>;
}
