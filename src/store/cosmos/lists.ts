/** The lists of discussions, and what keeps them true after a crash. */
import type { Summary } from '../../discussion/state/summary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { StoredFault } from '../storedFault.ts';
import { readCommitItem, type CommitItem } from './commitItem.ts';
import { acrossPartitions, inPartition, partitionOf, type Cosmos } from './items.ts';
import { changeListing, confirmed, emptyListing, readListing, type Listing } from './listing.ts';

/**
 * How many entries that a crash may have left unsure are looked into at once, the latest first: one whose commit was never
 * written stays unsure, and must not hide others.
 */
const unsureAtOnce = 100;

/** Looks where a crash may have come between a commit and its list entry, and puts the entry right. */
export const settleUnsure = async (cosmos: Cosmos): Promise<void> => {
  const where = 'c.unsure = true ORDER BY c._ts DESC';
  const unsure = await acrossPartitions(cosmos, `SELECT TOP ${unsureAtOnce} * FROM c`, { where });
  for (const entry of unsure.map(readListing)) {
    const newest = await newestAfter(cosmos, entry);
    if (newest === undefined) continue;
    const at = (JSON.parse(newest.text) as { commit: { at: Instant } }).commit.at;
    await confirm(cosmos, entry.reference, newest.summary, at);
  }
};

const newestAfter = async (cosmos: Cosmos, { partition, version }: Listing): Promise<CommitItem | undefined> => {
  const newer = await inPartition(cosmos, partition, 'SELECT * FROM c', {
    where: 'c.kind = @kind AND c.version > @version',
    values: { '@kind': 'commit', '@version': version },
  });
  return newer.map(readCommitItem).toSorted((a, b) => b.version - a.version)[0];
};

/** Brings the entry up to the summary; false when it is as new already, or the discussion has been purged. */
export const confirm = (cosmos: Cosmos, reference: string, summary: Summary, at: Instant): Promise<boolean> =>
  changeListing(cosmos, reference, (entry) => confirmed(entry ?? emptyListing(cosmos, reference), summary, at));

/** True as well while the entry may be behind its stream: a crash came in between. */
export const concerns = async (cosmos: Cosmos, reference: string, personId: string): Promise<boolean> => {
  const says = 'c.unsure = true OR NOT IS_ARRAY(c.summary.people) OR ARRAY_CONTAINS(c.summary.people, @person)';
  const found = await inPartition(cosmos, partitionOf(cosmos, 'discussion', reference), 'SELECT c.version FROM c', {
    where: `c.kind = @kind AND (${says})`,
    values: { '@kind': 'listing', '@person': personId },
  });
  return found.length > 0;
};

export const listOpen = async (cosmos: Cosmos, limit: number): Promise<readonly Summary[]> => {
  await settleUnsure(cosmos);
  const rows = await acrossPartitions(cosmos, `SELECT TOP ${limit} * FROM c`, {
    where: 'c.open = true ORDER BY c.nextAt',
  });
  return rows.map(listed);
};

/** Entries written before this was kept have no `owing`: their discussion is listed once something more is recorded. */
export const listOwing = async (cosmos: Cosmos, limit: number): Promise<readonly Summary[]> => {
  await settleUnsure(cosmos);
  const rows = await acrossPartitions(cosmos, `SELECT TOP ${limit} * FROM c`, {
    where: 'c.kind = @kind AND c.owing = true ORDER BY c.nextAt',
    values: { '@kind': 'listing' },
  });
  return rows.map(listed);
};

const listed = (row: unknown): Summary => {
  const { reference, summary } = readListing(row);
  if (summary === null)
    throw new StoredFault(`The list entry of discussion ${reference} is in a list and says nothing`);
  return summary;
};

/** References of discussions that are there, after `after`, in their order. */
export const listAll = async (cosmos: Cosmos, after: string | null, limit: number): Promise<readonly string[]> => {
  await settleUnsure(cosmos);
  const rows = await acrossPartitions(cosmos, `SELECT TOP ${limit} VALUE c.reference FROM c`, {
    where: 'c.kind = @kind AND c.version > 0 AND c.reference > @after ORDER BY c.reference',
    values: { '@kind': 'listing', '@after': after ?? '' },
  });
  return rows.map(String);
};

/** Those no longer open that were last written before `before`, those first. */
export const listEnded = async (cosmos: Cosmos, before: Instant, limit: number): Promise<readonly string[]> => {
  await settleUnsure(cosmos);
  const rows = await acrossPartitions(cosmos, `SELECT TOP ${limit} VALUE c.reference FROM c`, {
    where: 'c.kind = @kind AND c.open = false AND c.lastAt < @before ORDER BY c.lastAt',
    values: { '@kind': 'listing', '@before': before },
  });
  return rows.map(String);
};
