/**
 * `/strategy actions REF`: who does what by when, for those who have a part in the discussion. Without a reference, what
 * whoever asks is to do in all of them.
 */
import { yourActionsCard } from '../../cards/yourActions.ts';
import type { Card } from '../../cards/bind.ts';
import { actionsFor } from '../actions/list.ts';
import { refusalCard } from '../answers.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

export const actions = async (reference: string | null, edges: Edges, { who }: Typed): Promise<Card> => {
  if (reference === null) return yours(edges, who.actor.personId);
  const seen = await edges.conduct.read({ reference, actor: who.actor, deed: 'read' });
  return seen.result === 'refused' ? refusalCard(seen.refusal) : actionsFor(seen.discussion, who, edges);
};

/** How many lines of each list are looked through. */
const mostLooked = 200;

const yours = async ({ store, clock }: Edges, ownerId: string): Promise<Card> => {
  const lists = await Promise.all([store.listOpen(mostLooked), store.listOwing(mostLooked)]);
  const isAll = lists.every((list) => list.length < mostLooked);
  return yourActionsCard({ lines: lists.flat(), isAll }, { ownerId, now: clock() });
};
