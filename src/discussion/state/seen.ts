/** What a decision rests on, as whoever records it has seen it: others add to it meanwhile. */
import type { Known } from './discussion.ts';

export const seenKinds = ['children', 'information', 'emergencyActions', 'scores', 'actions'] as const;
export type SeenKind = (typeof seenKinds)[number];

/** How much of each there was: what is added makes it more. */
export type Seen = Readonly<Record<SeenKind, number>>;

export const seenOf = ({ changedChildren, information, emergencyActions, scores, actions }: Known): Seen => ({
  children: changedChildren.length,
  information: information.length,
  emergencyActions: emergencyActions.length,
  scores: scores.length,
  actions: actions.length,
});

/** What has come since. */
export const comeSince = (d: Known, seen: Seen): readonly SeenKind[] => {
  const now = seenOf(d);
  return seenKinds.filter((kind) => now[kind] !== seen[kind]);
};
