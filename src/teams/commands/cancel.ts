/** `/strategy cancel REF`: opens the form to stand a discussion down; forms/standDown.ts reads it. */
import type { Card } from '../../cards/bind.ts';
import { standDownCard } from '../../cards/standDown.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { refusalCard } from '../answers.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

export const cancel = async (reference: string, edges: Edges, { who }: Typed): Promise<Card> => {
  const seen = await edges.conduct.read({ reference, actor: who.actor, deed: 'read' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  const refusal = forbidden('standDown', 'standDown', seen.discussion, who.actor);
  if (refusal !== null) return refusalCard(refusal);
  const { stage } = seen.discussion;
  if (stage === 'decided' || stage === 'stoodDown')
    return refusalCard({ code: 'tooLate', command: 'standDown', stage });
  const practice = edges.conduct.practiceOf(seen.discussion);
  return standDownCard(seen.discussion, practice, edges.newId(), londonDate(edges.clock()));
};
