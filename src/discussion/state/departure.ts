import { z } from 'zod';
import { instantSchema, personIdSchema } from './ids.ts';

/** Somebody who took part has gone before the end. */
export const departureRecorded = z.strictObject({
  type: z.literal('departureRecorded'),
  personId: personIdSchema,
  leftAt: instantSchema,
});
