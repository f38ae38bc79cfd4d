/** Commits, the lists and the record of who looked: the part of the Cosmos store that is about discussions. */
import { randomUUID } from 'node:crypto';
import type { Commit } from '../../discussion/state/commit.ts';
import type { Summary } from '../../discussion/state/summary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { nothingBefore } from '../chain.ts';
import {
  acrossPartitions,
  changing,
  commitItemOf,
  createItem,
  inPartition,
  partitionOf,
  point,
  readCommitItem,
  readListing,
  removeItem,
  type Cosmos,
  type Listing,
} from './items.ts';
import type { Appended, RecordedRead } from '../store.ts';
import { readSummary } from '../beside.ts';
import { isTooLarge, readStream, storedCommit } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';

/**
 * How many entries that a crash may have left unsure are looked into at once, the latest first: one whose commit was never
 * written stays unsure, and must not hide others.
 */
const unsureAtOnce = 100;

export const cosmosDiscussions = (cosmos: Cosmos) => {
  const partition = (reference: string): string => partitionOf(cosmos, 'discussion', reference);
  const listingOf = (reference: string) => point(cosmos, partition(reference), 'listing', readListing);

  const sealed = async (reference: string): Promise<readonly string[]> => {
    const select = 'SELECT c.version, c.text FROM c';
    const rows = await inPartition(cosmos, partition(reference), select, {
      where: 'c.kind = @kind',
      values: { '@kind': 'commit' },
    });
    const texts = (rows as readonly { version: number; text: string }[]).toSorted((a, b) => a.version - b.version);
    return texts.map((row) => row.text);
  };

  const load = async (reference: string): Promise<readonly Commit[]> => readStream(reference, await sealed(reference));

  /** The writer decided from something other than the stored stream: a bug, and the chain would be broken for good. */
  const refuseStray = async (commit: Commit): Promise<void> => {
    const before =
      commit.version === 1
        ? null
        : await point(cosmos, partition(commit.reference), String(commit.version - 1), readCommitItem);
    const follows = commit.version === 1 ? nothingBefore : before?.hash;
    if (commit.previousHash === follows) return;
    throw new StoredFault(
      `Version ${commit.version} of discussion ${commit.reference} does not follow the version before it`,
    );
  };

  const announce = (commit: Commit): Promise<boolean> =>
    changing(
      cosmos,
      () => listingOf(commit.reference),
      (listing) => {
        const entry = listing ?? emptyListing(cosmos, commit.reference);
        if (entry.tombstone !== null || entry.mayBeAt >= commit.version) return null;
        return { ...entry, mayBeAt: commit.version, unsure: true };
      },
    );

  const confirm = (reference: string, summary: Summary, at: Instant): Promise<boolean> =>
    changing(
      cosmos,
      () => listingOf(reference),
      (listing) => confirmed(listing ?? emptyListing(cosmos, reference), summary, at),
    );

  const append = async (commit: Commit, summary: Summary): Promise<Appended> => {
    const text = storedCommit(commit);
    if (isTooLarge(text)) return 'tooLarge';
    const listing = await listingOf(commit.reference);
    if (listing?.tombstone) throw purged(commit.reference);
    if (listing !== null && commit.version <= listing.version) return 'conflict';
    await refuseStray(commit);
    await announce(commit);
    if (!(await createItem(cosmos, commitItemOf(cosmos, commit, text, summary)))) return 'conflict';
    const listed = await confirm(commit.reference, summary, commit.at);
    if (!listed && (await listingOf(commit.reference))?.tombstone) {
      // A purge came in between, and has swept already: it could not see this one.
      await removeItem(cosmos, partition(commit.reference), String(commit.version));
      throw purged(commit.reference);
    }
    return 'appended';
  };

  /** Looks where a crash may have come between a commit and its list entry, and puts the entry right. */
  const settleUnsure = async (): Promise<void> => {
    const where = 'c.unsure = true ORDER BY c._ts DESC';
    const unsure = await acrossPartitions(cosmos, `SELECT TOP ${unsureAtOnce} * FROM c`, { where });
    for (const { reference, discussionId, version } of unsure.map(readListing)) {
      const newer = await inPartition(cosmos, discussionId, 'SELECT * FROM c', {
        where: 'c.kind = @kind AND c.version > @version',
        values: { '@kind': 'commit', '@version': version },
      });
      const newest = newer.map(readCommitItem).toSorted((a, b) => b.version - a.version)[0];
      if (newest === undefined) continue;
      const at = (JSON.parse(newest.text) as { commit: { at: Instant } }).commit.at;
      await confirm(reference, newest.summary, at);
    }
  };

  return {
    sealed,
    load,
    append,
    settleUnsure,

    listOpen: async (limit: number): Promise<readonly Summary[]> => {
      await settleUnsure();
      const rows = await acrossPartitions(cosmos, `SELECT TOP ${limit} * FROM c`, {
        where: 'c.open = true ORDER BY c.nextAt',
      });
      return rows.map((row) => readSummary(JSON.stringify(readListing(row).summary)));
    },

    recordRead: async (read: RecordedRead): Promise<void> => {
      const { authorityId } = cosmos;
      const { reference, ...looked } = read;
      const id = `read-${randomUUID()}`;
      await cosmos.container.items.create({
        ...looked,
        id,
        kind: 'read',
        reference,
        authorityId,
        discussionId: partition(reference),
      });
    },

    reads: async (reference: string): Promise<readonly RecordedRead[]> => {
      const select = 'SELECT c.personId, c.at, c.deed, c.seq, c._ts AS ts FROM c';
      const rows = await inPartition(cosmos, partition(reference), select, {
        where: 'c.kind = @kind',
        values: { '@kind': 'read' },
      });
      return (rows as readonly (Omit<RecordedRead, 'reference'> & { ts: number; seq?: number })[])
        .toSorted((a, b) => (a.at === b.at ? a.ts - b.ts || (a.seq ?? 0) - (b.seq ?? 0) : a.at < b.at ? -1 : 1))
        .map(({ personId, at, deed }) => ({ reference, personId, at, deed }));
    },
  };
};

const purged = (reference: string): StoredFault => new StoredFault(`Discussion ${reference} has been purged`);

export type CosmosDiscussions = ReturnType<typeof cosmosDiscussions>;

export const emptyListing = (cosmos: Cosmos, reference: string): Listing => ({
  id: 'listing',
  discussionId: partitionOf(cosmos, 'discussion', reference),
  authorityId: cosmos.authorityId,
  kind: 'listing',
  reference,
  version: 0,
  mayBeAt: 0,
  unsure: false,
  open: false,
  summary: null,
  hold: null,
  tombstone: null,
});

/** The entry as a newer summary has it; null when the entry is as new already. */
export const confirmed = (listing: Listing, summary: Summary, lastAt: Instant): Listing | null => {
  if (listing.version >= summary.version || listing.tombstone !== null) return null;
  const { version, open, dueAt, meetingAt } = summary;
  const mayBeAt = Math.max(listing.mayBeAt, version);
  const nextAt = dueAt !== null && dueAt < meetingAt ? dueAt : meetingAt;
  return { ...listing, version, mayBeAt, unsure: mayBeAt > version, open, nextAt, lastAt, summary };
};
