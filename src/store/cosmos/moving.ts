/** Everything held about one discussion, to be exported or moved; and taking over what another database held. */
import { refuseOther, takenFrom, type Taken } from '../held.ts';
import type { Held } from '../archive.ts';
import { isTooLarge, readStream } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';
import { commitItemOf, readCommitItem, withNotices } from './commitItem.ts';
import { sealedTexts } from './commits.ts';
import { changing, point, type Cosmos } from './items.ts';
import { changeListing, confirmed, emptyListing, listingOf } from './listing.ts';
import { settleUnsure } from './lists.ts';
import { noticesOf } from './notices.ts';
import { readsOf, takeReads } from './reads.ts';

export const heldOf = async (cosmos: Cosmos, reference: string): Promise<Held | null> => {
  await settleUnsure(cosmos);
  const listing = await listingOf(cosmos, reference);
  if (listing === null || listing.summary === null) return null;
  const sealed = await sealedTexts(cosmos, reference);
  return {
    reference,
    commits: readStream(reference, sealed),
    sealed,
    summary: listing.summary,
    notices: await noticesOf(cosmos, reference),
    reads: await readsOf(cosmos, reference),
    hold: listing.hold,
  };
};

/** The list entry is written last: until then the discussion is in no list, and a move begins it again. */
export const take = async (cosmos: Cosmos, other: Held): Promise<void> => {
  const { reference, summary, hold } = other;
  if ((await listingOf(cosmos, reference))?.tombstone) throw new StoredFault(`Discussion ${reference} has been purged`);
  refuseOther(other, await sealedTexts(cosmos, reference), await noticesOf(cosmos, reference));
  const taken = takenFrom(other);
  for (const one of taken) await takeCommit(cosmos, other, one);
  await takeReads(cosmos, reference, other.reads);
  const lastAt = taken.at(-1)?.commit.at ?? summary.meetingAt;
  await changeListing(cosmos, reference, (listing) => {
    const entry = listing ?? emptyListing(cosmos, reference);
    return { ...(confirmed(entry, summary, lastAt) ?? entry), hold };
  });
};

const takeCommit = async (cosmos: Cosmos, other: Held, { commit, text }: Taken): Promise<void> => {
  if (isTooLarge(text))
    throw new StoredFault(`Version ${commit.version} of discussion ${other.reference} is too large`);
  const item = commitItemOf(cosmos, commit, text, other.summary);
  const deliveries = new Map(other.notices.map((n) => [n.notice.id as string, n.delivery]));
  const states = item.notices.map((state) => ({ ...state, delivery: deliveries.get(state.id) ?? state.delivery }));
  await changing(
    cosmos,
    () => point(cosmos, item.partition, item.id, readCommitItem),
    (stored) => ({ ...withNotices(item, states), _etag: stored?._etag }),
  );
};
