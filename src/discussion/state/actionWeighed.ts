/** What a standard asks of emergency action, what was answered, and what that leaves to weigh (E-2, E-3). */
import { z } from 'zod';
import { ruleIdSchema } from './ids.ts';

export const actionWeighedSchema = z.strictObject({
  /** Null: nobody said. */
  planned: z.boolean().nullable(),
  /** By field name; what was left blank is left out. */
  answers: z.record(z.string(), z.string()),
  /** What the standard has to say to them. It holds nothing up. */
  toWeigh: z.array(z.strictObject({ rule: ruleIdSchema, words: z.string() })),
});
export type ActionWeighed = z.infer<typeof actionWeighedSchema>;
