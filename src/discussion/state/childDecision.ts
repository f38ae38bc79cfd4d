/** What is decided about one child, as it is stored. */
import { z } from 'zod';

export const childDecisionSchema = z.strictObject({
  childId: z.string(),
  s47: z.boolean(),
  reasons: z.string(),
  outcomes: z.array(z.strictObject({ code: z.string(), fields: z.record(z.string(), z.string()) })),
  /** By plan field name; empty when no enquiry starts. */
  plan: z.record(z.string(), z.string()),
  familyTold: z.strictObject({
    decision: z.enum(['told', 'withheld']),
    what: z.string(),
    withheldBecause: z.string().nullable(),
  }),
  /** Further answers the checks needed (P-4, J-12, L-1...), by fact name. */
  answers: z.record(z.string(), z.union([z.boolean(), z.string()])),
  /** Answers to the areas the standard asks about when it decides (medical, FGM...), by area and field name. */
  further: z.record(z.string(), z.record(z.string(), z.string())),
});
export type ChildDecision = z.infer<typeof childDecisionSchema>;
