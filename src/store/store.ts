/**
 * The folder keeps what has happened: one port, two stores behind it (`sqlite/`, the default, and `cosmos/`), the formats
 * and the hash chain they share. A discussion is a stream of commits: the events of one command and the notices they
 * cause, written together or not at all. Every store must pass `test/store/contract/contract.ts`.
 */
import type { Commit } from '../discussion/state/commit.ts';
import type { CardKind, Delivery, TrackedNotice } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Summary } from '../discussion/state/summary.ts';
import type { Archive } from './archive.ts';
import type { Conversations, DirectoryRows, Drafts, RecordedRead } from './rows.ts';

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

  /**
   * Whether it concerns this person, by its newest summary: true where the summary does not say. For somebody whom it does
   * not concern this takes the same as where there is no such discussion.
   */
  concerns(reference: string, personId: string): Promise<boolean>;

  /** Discussions that are still open, the soonest deadline or meeting first; at most `limit`. */
  listOpen(limit: number): Promise<readonly Summary[]>;

  /** Decided discussions after which something is still to be done, the soonest first; at most `limit`. */
  listOwing(limit: number): Promise<readonly Summary[]>;

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
   * Makes the newest card of this kind owed again at `at`: what it shows has changed without a commit, such as how other
   * notices fared. One that is being sent may have been bound before: it is owed again as soon as it is sent. Nothing if
   * it is still to be sent, for then it will show it anyway.
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

/** Everything one database holds, opened and closed together. */
export interface Stores {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly drafts: Drafts;
  readonly directory: DirectoryRows;
  readonly archive: Archive;
  /**
   * Looks at the file from end to end, beside other work. Null where nothing is known: the store was closed meanwhile, or
   * there is no file, since what Cosmos DB holds is looked after there. Rejects where the file cannot be read.
   */
  lookAtAll(): Promise<'whole' | 'damaged' | null>;
  /** Closes the database; closing twice is harmless. */
  close(): Promise<void>;
}
