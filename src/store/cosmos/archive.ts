/** Whole discussions in Cosmos DB: exporting, keeping, purging, and taking over from another database. */
import type { Instant } from '../../practice/time/instant.ts';
import { confirmed, emptyListing, type CosmosDiscussions } from './discussions.ts';
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
  withNotices,
  type Cosmos,
  type Listing,
} from './items.ts';
import { draftItem, readDraft } from './kept.ts';
import type { CosmosNotices } from './notices.ts';
import type { Archive, Held, LegalHold, Purged } from '../store.ts';
import { formsOf } from '../draftId.ts';
import { refuseOther, takenFrom, type Taken } from '../held.ts';
import { isTooLarge, readStream } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';

export const cosmosArchive = (cosmos: Cosmos, discussions: CosmosDiscussions, notices: CosmosNotices): Archive => {
  const { authorityId } = cosmos;
  const partition = (reference: string): string => partitionOf(cosmos, 'discussion', reference);
  const listingOf = (reference: string) => point(cosmos, partition(reference), 'listing', readListing);
  const changeListing = (reference: string, change: (listing: Listing | null) => Listing | null) =>
    changing(cosmos, () => listingOf(reference), change);

  const held = async (reference: string): Promise<Held | null> => {
    await discussions.settleUnsure();
    const listing = await listingOf(reference);
    if (listing === null || listing.summary === null) return null;
    const sealed = await discussions.sealed(reference);
    return {
      reference,
      commits: readStream(reference, sealed),
      sealed,
      summary: listing.summary,
      notices: await notices.notices(reference),
      reads: await discussions.reads(reference),
      hold: listing.hold,
    };
  };

  /** The list entry is written last: until then the discussion is in no list, and a move begins it again. */
  const take = async (other: Held): Promise<void> => {
    const { reference, summary, hold } = other;
    if ((await listingOf(reference))?.tombstone) throw new StoredFault(`Discussion ${reference} has been purged`);
    refuseOther(other, await discussions.sealed(reference), await notices.notices(reference));
    for (const taken of takenFrom(other)) await takeCommit(other, taken);
    const here = (await discussions.reads(reference)).length;
    for (const [seq, { personId, at, deed }] of other.reads.entries()) {
      if (seq < here) continue;
      const looked = { personId, at, deed, seq, kind: 'read', reference, authorityId };
      await createItem(cosmos, { ...looked, id: `taken-${seq}`, discussionId: partition(reference) });
    }
    const lastAt = other.commits.at(-1)?.at ?? summary.meetingAt;
    await changeListing(reference, (listing) => {
      const entry = listing ?? emptyListing(cosmos, reference);
      return { ...(confirmed(entry, summary, lastAt) ?? entry), hold };
    });
  };

  const takeCommit = async (other: Held, { commit, text }: Taken): Promise<void> => {
    if (isTooLarge(text))
      throw new StoredFault(`Version ${commit.version} of discussion ${other.reference} is too large`);
    const item = commitItemOf(cosmos, commit, text, other.summary);
    const deliveries = new Map(other.notices.map((n) => [n.notice.id as string, n.delivery]));
    const states = item.notices.map((state) => ({ ...state, delivery: deliveries.get(state.id) ?? state.delivery }));
    await changing(
      cosmos,
      () => point(cosmos, item.discussionId, item.id, readCommitItem),
      (stored) => ({ ...withNotices(item, states), _etag: stored?._etag }),
    );
  };

  /** The entry becomes the tombstone first, so that a purge cut short is found and finished, and nothing is added. */
  const purge = async (
    reference: string,
    { at, by }: { readonly at: Instant; readonly by: string },
  ): Promise<Purged> => {
    await discussions.settleUnsure();
    const lastHash = (await discussions.load(reference)).at(-1)?.hash ?? '';
    const refusal: { found: Purged } = { found: 'purged' };
    await changeListing(reference, (listing) => {
      refusal.found = mayPurge(listing);
      if (listing === null || listing.tombstone !== null || refusal.found !== 'purged') return null;
      const tombstone = { reference, purgedAt: at, by, versions: listing.version, lastHash };
      return { ...emptyListing(cosmos, reference), tombstone, _etag: listing._etag };
    });
    if (refusal.found !== 'purged') return refusal.found;
    await sweep(reference);
    return 'purged';
  };

  const sweep = async (reference: string): Promise<void> => {
    const key = partition(reference);
    const items = await inPartition(cosmos, key, 'SELECT VALUE c.id FROM c', {
      where: 'c.kind != @kept',
      values: { '@kept': 'listing' },
    });
    for (const id of items.map(String)) await removeItem(cosmos, key, id);
    const drafts = await acrossPartitions(cosmos, 'SELECT VALUE c.discussionId FROM c', {
      where: 'c.kind = @kind AND (c.draftId = @id OR STARTSWITH(c.draftId, @prefix))',
      values: { '@kind': 'draft', '@id': reference, '@prefix': formsOf(reference) },
    });
    for (const draft of drafts.map(String)) await removeItem(cosmos, draft, 'draft');
  };

  return {
    held,
    take,
    purge,

    discussions: async (after, limit) => {
      await discussions.settleUnsure();
      const rows = await acrossPartitions(cosmos, `SELECT TOP ${limit} VALUE c.reference FROM c`, {
        where: 'c.kind = @kind AND c.version > 0 AND c.reference > @after ORDER BY c.reference',
        values: { '@kind': 'listing', '@after': after ?? '' },
      });
      return rows.map(String);
    },

    endedBefore: async (before, limit) => {
      await discussions.settleUnsure();
      const rows = await acrossPartitions(cosmos, `SELECT TOP ${limit} VALUE c.reference FROM c`, {
        where: 'c.kind = @kind AND c.open = false AND c.lastAt < @before ORDER BY c.lastAt',
        values: { '@kind': 'listing', '@before': before },
      });
      return rows.map(String);
    },

    hold: async (reference, hold: LegalHold | null) => {
      const kept = await changeListing(reference, (listing) =>
        listing === null || listing.version === 0 ? null : { ...listing, hold },
      );
      return kept ? 'kept' : 'unknown';
    },

    tombstones: async () => {
      const rows = await acrossPartitions(cosmos, 'SELECT * FROM c', {
        where: 'c.kind = @kind AND c.version = 0',
        values: { '@kind': 'listing' },
      });
      const found = rows.map(readListing).flatMap((listing) => listing.tombstone ?? []);
      return found.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
    },

    bury: async (tombstone) => {
      const { reference } = tombstone;
      await changeListing(reference, (listing) => ({
        ...emptyListing(cosmos, reference),
        tombstone,
        _etag: listing?._etag,
      }));
      await sweep(reference);
    },

    conversations: async () => {
      const rows = await acrossPartitions(cosmos, 'SELECT c.key, c.conversation FROM c', {
        where: 'c.kind = @kind',
        values: { '@kind': 'conversation' },
      });
      const all = rows as readonly { readonly key: string; readonly conversation: string }[];
      return all
        .map(({ key, conversation }) => ({ key, reference: conversation }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    },

    takeDraft: async (draft) => {
      await cosmos.container.items.upsert(draftItem(cosmos, draft));
    },

    drafts: async () => {
      const rows = await acrossPartitions(cosmos, 'SELECT * FROM c', {
        where: 'c.kind = @kind',
        values: { '@kind': 'draft' },
      });
      const all = rows.map(readDraft).map(({ _etag, ...draft }) => draft);
      return all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
};

/** A tombstone answers `purged`: the purge is finished if it was cut short. */
const mayPurge = (listing: Listing | null): Purged => {
  if (listing === null || (listing.version === 0 && listing.tombstone === null)) return 'unknown';
  if (listing.hold !== null) return 'held';
  return listing.open ? 'open' : 'purged';
};
