/** Everything that can be said about a case in one file: the facts format of the `practice` commands. */
import { z } from 'zod';
import { decisionFacts } from './decisionFacts.ts';
import { attendanceSchema, decisionSchema, progressSchema, situationSchema } from '../language/facts.ts';
import { factsOf } from './matter.ts';
import type { Practice } from '../practice.ts';
import type { FactSet } from './situation.ts';
import { standardKeys } from '../language/vocabulary.ts';

/** The facts of every kind of scenario together, all optional; a name means the same in each. */
export const caseSchema = z.strictObject({
  standard: z.enum(standardKeys, `must be one of ${standardKeys.join(', ')}`).optional(),
  ...progressSchema.shape,
  ...decisionSchema.shape,
  ...situationSchema.shape,
  ...attendanceSchema.shape,
  attendees: attendanceSchema.shape.attendees.optional(),
});
export type CaseFacts = z.output<typeof caseSchema>;

/** All that the rules of this standard can turn on in a case. */
export function caseFacts(practice: Practice, given: CaseFacts): FactSet {
  const facts = new Set([...factsOf(practice, given), ...decisionFacts(practice, given)]);
  if (given.referrerInvolved === false) facts.add('referrerNotInvolved');
  return facts;
}
