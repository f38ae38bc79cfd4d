/** Whole discussions in Cosmos DB: exporting, keeping, purging, and taking over from another database. */
import type { Archive } from '../archive.ts';
import { allConversations } from './conversations.ts';
import { allDrafts, takeDraft } from './drafts.ts';
import type { Cosmos } from './items.ts';
import { changeListing } from './listing.ts';
import { listAll, listEnded } from './lists.ts';
import { heldOf, take } from './moving.ts';
import { bury, purge, tombstones } from './purging.ts';

export const cosmosArchive = (cosmos: Cosmos): Archive => ({
  discussions: (after, limit) => listAll(cosmos, after, limit),
  held: (reference) => heldOf(cosmos, reference),
  take: (other) => take(cosmos, other),
  endedBefore: (before, limit) => listEnded(cosmos, before, limit),
  hold: async (reference, hold) => {
    const kept = await changeListing(cosmos, reference, (listing) =>
      listing === null || listing.version === 0 ? null : { ...listing, hold },
    );
    return kept ? 'kept' : 'unknown';
  },
  purge: (reference, by) => purge(cosmos, reference, by),
  tombstones: () => tombstones(cosmos),
  bury: (tombstone) => bury(cosmos, tombstone),
  conversations: () => allConversations(cosmos),
  drafts: () => allDrafts(cosmos),
  takeDraft: (draft) => takeDraft(cosmos, draft),
});
