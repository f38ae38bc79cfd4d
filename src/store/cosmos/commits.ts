/** The stream of one discussion: one commit is one item whose id is its version, so a duplicate is the conflict. */
import type { Commit } from '../../discussion/state/commit.ts';
import type { Summary } from '../../discussion/state/summary.ts';
import { nothingBefore } from '../chain.ts';
import type { Appended } from '../store.ts';
import { isTooLarge, storedCommit } from '../stored.ts';
import { StoredFault } from '../storedFault.ts';
import { commitItemAt, commitItemOf } from './commitItem.ts';
import { createItem, inPartition, partitionOf, removeItem, type Cosmos } from './items.ts';
import { changeListing, emptyListing, listingOf } from './listing.ts';
import { confirm } from './lists.ts';

/** The texts of a discussion's commits as they were sealed, in version order, from this version on. */
export const sealedTexts = async (cosmos: Cosmos, reference: string, from = 1): Promise<readonly string[]> => {
  const partition = partitionOf(cosmos, 'discussion', reference);
  const rows = await inPartition(cosmos, partition, 'SELECT c.version, c.text FROM c', {
    where: 'c.kind = @kind AND c.version >= @from',
    values: { '@kind': 'commit', '@from': from },
  });
  const texts = rows as readonly { readonly version: number; readonly text: string }[];
  return texts.toSorted((a, b) => a.version - b.version).map((row) => row.text);
};

export const loadCommits = async (cosmos: Cosmos, reference: string): Promise<readonly Commit[]> => {
  const reading = cosmos.streams.begin(reference);
  const texts = await sealedTexts(cosmos, reference, reading.from);
  return cosmos.streams.complete(reference, reading, texts) ?? loadCommits(cosmos, reference);
};

export const appendCommit = async (cosmos: Cosmos, commit: Commit, summary: Summary): Promise<Appended> => {
  const { reference, version } = commit;
  const text = storedCommit(commit);
  if (isTooLarge(text)) return 'tooLarge';
  const listing = await listingOf(cosmos, reference);
  if (listing?.tombstone) throw purged(reference);
  if (listing !== null && version <= listing.version) return 'conflict';
  await refuseStray(cosmos, commit);
  await announce(cosmos, commit);
  if (!(await createItem(cosmos, commitItemOf(cosmos, commit, text, summary)))) return 'conflict';
  const listed = await confirm(cosmos, reference, summary, commit.at);
  if (!listed && (await listingOf(cosmos, reference))?.tombstone) {
    // A purge came in between, and has swept already: it could not see this one.
    await removeItem(cosmos, partitionOf(cosmos, 'discussion', reference), String(version));
    throw purged(reference);
  }
  return 'appended';
};

/** The writer decided from something other than the stored stream: a bug, and the chain would be broken for good. */
const refuseStray = async (cosmos: Cosmos, { reference, version, previousHash }: Commit): Promise<void> => {
  const follows = version === 1 ? nothingBefore : (await commitItemAt(cosmos, reference, version - 1))?.hash;
  if (previousHash === follows) return;
  throw new StoredFault(`Version ${version} of discussion ${reference} does not follow the version before it`);
};

/** Marks the list entry: from now on, a commit with this version may have been written. */
const announce = (cosmos: Cosmos, { reference, version }: Commit): Promise<boolean> =>
  changeListing(cosmos, reference, (listing) => {
    const entry = listing ?? emptyListing(cosmos, reference);
    if (entry.tombstone !== null || entry.mayBeAt >= version) return null;
    return { ...entry, mayBeAt: version, unsure: true };
  });

const purged = (reference: string): StoredFault => new StoredFault(`Discussion ${reference} has been purged`);
