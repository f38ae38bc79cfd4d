/** People as events hold them. A shape once stored is never edited: what is new in it may be left out. */
import { z } from 'zod';
import { ranks } from '../../practice/language/vocabulary.ts';
import { personIdSchema } from './ids.ts';
import { identifications } from './people.ts';

export const participantSchema = z.strictObject({
  personId: personIdSchema,
  name: z.string(),
  role: z.string(),
  roles: z.array(z.string()).readonly().optional(),
  agency: z.string(),
  rank: z.enum(ranks).nullable(),
  email: z.string().nullable(),
});

export const identifiedSchema = z.strictObject({ how: z.enum(identifications), note: z.string() });
