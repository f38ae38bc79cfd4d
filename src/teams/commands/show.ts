/** `/strategy show REF`: one discussion, for those who have a part in it. */
import type { Card } from '../../cards/bind.ts';
import { discussionCard, refusalCard } from '../answers.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

export const show = async (reference: string, edges: Edges, { who }: Typed): Promise<Card> => {
  const seen = await edges.conduct.read({ reference, actor: who.actor, deed: 'read' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  return discussionCard(seen.discussion, who, edges);
};
