/** Removing everything held about a discussion, and what is left of it: a tombstone. */
import type { Instant } from '../../practice/time/instant.ts';
import { formsOf } from '../draftId.ts';
import type { Purged, Tombstone } from '../archive.ts';
import { loadCommits } from './commits.ts';
import { acrossPartitions, inPartition, partitionOf, removeItem, type Cosmos } from './items.ts';
import { changeListing, emptyListing, readListing, type Listing } from './listing.ts';
import { settleUnsure } from './lists.ts';

/** The entry becomes the tombstone first, so that a purge cut short is found and finished, and nothing is added. */
export const purge = async (
  cosmos: Cosmos,
  reference: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<Purged> => {
  await settleUnsure(cosmos);
  const lastHash = (await loadCommits(cosmos, reference)).at(-1)?.hash ?? '';
  const refusal: { found: Purged } = { found: 'purged' };
  await changeListing(cosmos, reference, (listing) => {
    refusal.found = mayPurge(listing);
    if (listing === null || listing.tombstone !== null || refusal.found !== 'purged') return null;
    const tombstone = { reference, purgedAt: at, by, versions: listing.version, lastHash };
    return { ...emptyListing(cosmos, reference), tombstone, _etag: listing._etag };
  });
  if (refusal.found !== 'purged') return refusal.found;
  await sweep(cosmos, reference);
  return 'purged';
};

/** A tombstone answers `purged`: the purge is finished if it was cut short. */
const mayPurge = (listing: Listing | null): Purged => {
  if (listing === null || (listing.version === 0 && listing.tombstone === null)) return 'unknown';
  if (listing.hold !== null) return 'held';
  return listing.open ? 'open' : 'purged';
};

const sweep = async (cosmos: Cosmos, reference: string): Promise<void> => {
  const partition = partitionOf(cosmos, 'discussion', reference);
  const items = await inPartition(cosmos, partition, 'SELECT VALUE c.id FROM c', {
    where: 'c.kind != @kept',
    values: { '@kept': 'listing' },
  });
  for (const id of items.map(String)) await removeItem(cosmos, partition, id);
  const drafts = await acrossPartitions(cosmos, 'SELECT VALUE c.draftId FROM c', {
    where: 'c.kind = @kind AND (c.draftId = @id OR STARTSWITH(c.draftId, @prefix))',
    values: { '@kind': 'draft', '@id': reference, '@prefix': formsOf(reference) },
  });
  for (const id of drafts.map(String)) await removeItem(cosmos, partitionOf(cosmos, 'draft', id), 'draft');
};

/** Writes a tombstone another database had. */
export const bury = async (cosmos: Cosmos, tombstone: Tombstone): Promise<void> => {
  const { reference } = tombstone;
  await changeListing(cosmos, reference, (listing) => ({
    ...emptyListing(cosmos, reference),
    tombstone,
    _etag: listing?._etag,
  }));
  await sweep(cosmos, reference);
};

export const tombstones = async (cosmos: Cosmos): Promise<readonly Tombstone[]> => {
  const rows = await acrossPartitions(cosmos, 'SELECT * FROM c', {
    where: 'c.kind = @kind AND c.version = 0',
    values: { '@kind': 'listing' },
  });
  const found = rows.map(readListing).flatMap((listing) => listing.tombstone ?? []);
  return found.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
};
