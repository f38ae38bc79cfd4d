/** How far the record has come on its way into the child’s file. A shape once stored is never edited. */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import type { PersonId } from './people.ts';

export const filingSteps = ['started', 'filed', 'signedOff'] as const;

export const filingRecordedEvent = z.strictObject({
  type: z.literal('filingRecorded'),
  step: z.enum(filingSteps),
  /** In which system, and under what number; may be blank. */
  where: z.string(),
});

/** One entry of the record. */
export type Filing = Omit<z.infer<typeof filingRecordedEvent>, 'type'> & {
  readonly at: Instant;
  readonly by: PersonId;
  readonly version: number;
};

/** A discussion, as far as this goes: it has them once it is decided. */
interface Filed {
  readonly reference: string;
  readonly filing?: readonly Filing[];
}

/** The oldest first. */
export const filingOf = ({ filing = [] }: Filed): readonly Filing[] => filing;

/** The last time of this step, since a version: what was filed before the record was signed is another record. */
export const filedSince = (d: Filed, step: Filing['step'], version: number): Filing | null =>
  filingOf(d).findLast((each) => each.step === step && each.version > version) ?? null;
