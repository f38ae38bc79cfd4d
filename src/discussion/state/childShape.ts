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

/** The same name and date of birth is one child; two unborn children are told apart by their initials. */
export const isSameChild = (one: Child, other: Child): boolean => keyOf(one) === keyOf(other);

const keyOf = ({ name, initials, birth }: Child): string =>
  [name === '' ? initials : name, birth.kind === 'born' ? birth.on : birth.expectedOn].join('/').toLowerCase();
