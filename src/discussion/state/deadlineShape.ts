import { z } from 'zod';
import { deadlineWarnings } from '../../practice/language/codes.ts';
import { instantSchema, ruleIdSchema } from './ids.ts';

export const deadlineSchema = z.strictObject({
  /** The outer limit, or null where the standard gives no figure (T-13). */
  dueAt: instantSchema.nullable(),
  rule: ruleIdSchema,
  warnings: z.array(z.enum(deadlineWarnings)),
  /** Later than this deserves a second thought, though no rule forbids it. */
  adviseBy: instantSchema.nullable(),
});
export type Deadline = z.infer<typeof deadlineSchema>;
