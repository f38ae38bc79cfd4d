/**
 * A discussion's line in the lists. It is marked `unsure` before a commit is written and sure again after it, so that
 * a crash in between leaves a mark that says where to look, and never a list that is wrong without anybody knowing.
 */
import { z } from 'zod';
import type { Summary } from '../../discussion/state/summary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { holdSchema, nextAtOf, summarySchema, tombstoneSchema } from '../beside.ts';
import { parsed } from '../storedFault.ts';
import { changing, partitionOf, point, type Cosmos } from './items.ts';

const listing = z.object({
  id: z.literal('listing'),
  partition: z.string(),
  authorityId: z.string(),
  kind: z.literal('listing'),
  reference: z.string(),
  /** The version `summary` is of; 0 before the first. */
  version: z.number(),
  /** A commit with this version may have been written. */
  mayBeAt: z.number(),
  unsure: z.boolean(),
  open: z.boolean(),
  /** Something is still to be done after the decision. */
  owing: z.boolean().optional(),
  nextAt: z.string().optional(),
  lastAt: z.string().optional(),
  summary: summarySchema.nullable(),
  hold: holdSchema.nullable(),
  tombstone: tombstoneSchema.nullable(),
  _etag: z.string().optional(),
});
export type Listing = z.infer<typeof listing>;

export const readListing = (value: unknown): Listing => parsed(listing, value, 'A stored list entry');

export const emptyListing = (cosmos: Cosmos, reference: string): Listing => ({
  id: 'listing',
  partition: partitionOf(cosmos, 'discussion', reference),
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

export const listingOf = (cosmos: Cosmos, reference: string): Promise<Listing | null> =>
  point(cosmos, partitionOf(cosmos, 'discussion', reference), 'listing', readListing);

/** `change` answers null to leave the entry as it is; false where it did. */
export const changeListing = (
  cosmos: Cosmos,
  reference: string,
  change: (listing: Listing | null) => Listing | null,
): Promise<boolean> => changing(cosmos, () => listingOf(cosmos, reference), change);

/** The entry as a newer summary has it; null when the entry is as new already. */
export const confirmed = (entry: Listing, summary: Summary, lastAt: Instant): Listing | null => {
  if (entry.version >= summary.version || entry.tombstone !== null) return null;
  const { version, open, owed } = summary;
  const mayBeAt = Math.max(entry.mayBeAt, version);
  const unsure = mayBeAt > version;
  return { ...entry, version, mayBeAt, unsure, open, owing: owed !== null, nextAt: nextAtOf(summary), lastAt, summary };
};
