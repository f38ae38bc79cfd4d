import type { Commit } from '../discussion/state/commit.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { evolve } from '../discussion/state/evolve.ts';

/**
 * What each stream came to, as long as its last commit is in memory: a commit is in one stream, at one place. Of a stream
 * that has gone on, no more than where it is now: much is worked out from each state and kept with it.
 */
const folded = new WeakMap<Commit, Discussion | null>();

/** Folds a stream of commits into the discussion as it stands; null for an empty stream. */
export const fold = (commits: readonly Commit[]): Discussion | null => {
  const last = commits.at(-1);
  if (last === undefined) return null;
  const known = commits.findLastIndex((commit) => folded.has(commit));
  const from = commits[known];
  let state = from === undefined ? null : (folded.get(from) ?? null);
  for (const { at, actor, version, events } of commits.slice(known + 1)) {
    for (const event of events) state = evolve(state, event, { at, by: actor.personId, version });
  }
  if (from !== undefined) folded.delete(from);
  folded.set(last, state);
  return state;
};
