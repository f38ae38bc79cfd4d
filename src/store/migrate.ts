/**
 * Moves everything from one store to another: for a council that has outgrown one machine. Each discussion is carried
 * over whole, then read back and compared. What is there already and the same is passed over, so that a move cut short
 * goes on where it was. Nothing is changed where it comes from.
 */
import { createHash } from 'node:crypto';
import { digestOf } from './chain.ts';
import type { Held } from './archive.ts';
import { directoryRowKinds, type DirectoryRow } from './rows.ts';
import type { Stores } from './store.ts';
import { StoredFault } from './storedFault.ts';

export interface Moved {
  readonly discussions: number;
  /** Those of them that an earlier move had carried over. */
  readonly already: number;
  readonly commits: number;
  readonly notices: number;
  readonly reads: number;
  readonly tombstones: number;
  readonly conversations: number;
  readonly drafts: number;
  readonly directory: number;
  /** SHA-256 (hex) over all discussions; the same on both sides. */
  readonly digest: string;
}

const pageSize = 200;

/**
 * Carries everything over. `progress` hears how many discussions of how many are done. Rejects with StoredFault, naming
 * the discussion, where the copy is not the same, or where another record is there already; and before anything is written
 * where the other side holds something that did not come from here.
 */
export const migrate = async (
  from: Stores,
  to: Stores,
  progress: (done: number, total: number) => void,
): Promise<Moved> => {
  const ids = await allIds(from);
  await refuseOthers(from, to, ids);
  const tombstones = await from.archive.tombstones();
  for (const tombstone of tombstones) await to.archive.bury(tombstone);
  const all = createHash('sha256');
  const counts = { already: 0, commits: 0, notices: 0, reads: 0 };
  for (const [i, id] of ids.entries()) {
    const held = await from.archive.held(id);
    if (held === null) throw new StoredFault(`Discussion ${id} has gone while it was being moved.`);
    const { digest, already } = await moveOne(held, to);
    all.update(digest);
    counts.already += Number(already);
    counts.commits += held.commits.length;
    counts.notices += held.notices.length;
    counts.reads += held.reads.length;
    progress(i + 1, ids.length);
  }
  const kept = await moveKept(from, to);
  refuseDifferent('discussions', ids, await allIds(to));
  return { discussions: ids.length, ...counts, tombstones: tombstones.length, ...kept, digest: all.digest('hex') };
};

/** Two councils in one place could not be told apart again, so that is found out first, and not by comparing at the end. */
const refuseOthers = async (from: Stores, to: Stores, ids: readonly string[]): Promise<void> => {
  const keys = async ({ archive }: Stores): Promise<readonly string[]> =>
    (await archive.conversations()).map(({ key }) => key);
  const drafts = async ({ archive }: Stores): Promise<readonly string[]> =>
    (await archive.drafts()).map(({ id }) => id);
  const people = async (stores: Stores): Promise<readonly string[]> =>
    (await rowsOf(stores)).map(({ kind, id }) => `${kind} ${id}`);
  const graves = async ({ archive }: Stores): Promise<readonly string[]> =>
    (await archive.tombstones()).map(({ reference }) => reference);
  // One that an earlier move carried over may have been purged since.
  const purged = await graves(from);
  const held: readonly (readonly [what: string, here: readonly string[], there: readonly string[]])[] = [
    ['discussions', [...ids, ...purged], await allIds(to)],
    ['purged discussions', purged, await graves(to)],
    ['entries of the directory', await people(from), await people(to)],
    ['conversations', await keys(from), await keys(to)],
    ['drafts', await drafts(from), await drafts(to)],
  ];
  for (const [what, here, there] of held) {
    const others = new Set(there).difference(new Set(here)).size;
    if (others > 0) {
      throw new StoredFault(
        `The place to move to has other ${what} already (${others}). Nothing has been moved. Move to an empty container, or under another AUTHORITY_ID.`,
      );
    }
  }
};

const moveOne = async (held: Held, to: Stores): Promise<{ readonly digest: string; readonly already: boolean }> => {
  const digest = digestOf(held);
  const there = await to.archive.held(held.reference);
  if (there !== null && digestOf(there) === digest) return { digest, already: true };
  await to.archive.take(held);
  const copy = await to.archive.held(held.reference);
  if (copy === null || digestOf(copy) !== digest) {
    throw new StoredFault(`Discussion ${held.reference} is not the same after the move.`);
  }
  return { digest, already: false };
};

const moveKept = async (from: Stores, to: Stores): Promise<Pick<Moved, 'conversations' | 'drafts' | 'directory'>> => {
  const conversations = await from.archive.conversations();
  for (const { key, reference } of conversations) await to.conversations.remember(key, reference);
  const drafts = await from.archive.drafts();
  for (const draft of drafts) await to.archive.takeDraft(draft);
  const rows = await rowsOf(from);
  if (rows.length > 0) await to.directory.put(rows);
  refuseDifferent('conversations', conversations, await to.archive.conversations());
  refuseDifferent('drafts', drafts, await to.archive.drafts());
  refuseDifferent('rows of the directory', rows, await rowsOf(to));
  return { conversations: conversations.length, drafts: drafts.length, directory: rows.length };
};

const rowsOf = async ({ directory }: Stores): Promise<readonly DirectoryRow[]> =>
  (await Promise.all(directoryRowKinds.map((kind) => directory.all(kind)))).flat();

const refuseDifferent = (what: string, ours: readonly unknown[], theirs: readonly unknown[]): void => {
  if (digestOf(ours) === digestOf(theirs)) return;
  throw new StoredFault(`The ${what} are not the same after the move: there are ${theirs.length} for ${ours.length}.`);
};

/** The references of all discussions. */
export const allIds = async ({ archive }: Pick<Stores, 'archive'>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (;;) {
    const page = await archive.discussions(ids.at(-1) ?? null, pageSize);
    ids.push(...page);
    if (page.length < pageSize) return ids;
  }
};
