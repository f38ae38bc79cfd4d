/**
 * `/strategy audit REF`: who did and who read what in one discussion, and not what it is about. That the auditor looked
 * is recorded like any other look.
 */
import type { Card } from '../../cards/bind.ts';
import { auditCard } from '../../cards/audit.ts';
import { traces } from '../../conduct/auditTrail.ts';
import { refusalCard } from '../answers.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

export const audit = async (
  reference: string,
  { conduct, store, directory }: Edges,
  { who: { actor } }: Typed,
): Promise<Card> => {
  const seen = await conduct.read({ reference, actor, deed: 'readAudit' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  const [commits, reads, people] = await Promise.all([store.load(reference), store.reads(reference), directory.all()]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return auditCard(reference, traces({ reference, commits, reads }, names));
};
