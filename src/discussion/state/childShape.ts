import { z } from 'zod';
import { instantSchema } from './ids.ts';

export const childSchema = z.strictObject({
  /** `A`, `B`... in the order they were entered: how outcomes and cards tell children apart. */
  childId: z.string(),
  name: z.string(),
  initials: z.string(),
  birth: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('born'), on: z.iso.date() }),
    z.strictObject({ kind: z.literal('unborn'), expectedOn: z.iso.date() }),
  ]),
  caseReference: z.string().nullable(),
  /** When it was last seen, as the discussion before this one recorded it; left out where it was not. */
  seenBefore: instantSchema.optional(),
});
export type Child = z.infer<typeof childSchema>;
