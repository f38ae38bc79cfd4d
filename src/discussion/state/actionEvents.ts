/** What is agreed to be done, and what comes of it. A shape once stored is never edited. */
import { z } from 'zod';
import { participantSchema } from './personShape.ts';

export const actionEvents = [
  z.strictObject({
    type: z.literal('actionAgreed'),
    number: z.int().positive(),
    step: z.string(),
    owner: participantSchema,
    dueOn: z.iso.date(),
    /** Blank where nobody said. */
    outcome: z.string(),
    reason: z.string(),
    answers: z.record(z.string(), z.string()),
    childIds: z.array(z.string()),
  }),
  /** It was handed on, or its date moved: owner and date as they are from now on. */
  z.strictObject({
    type: z.literal('actionChanged'),
    number: z.int().positive(),
    owner: participantSchema,
    dueOn: z.iso.date(),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('actionSettled'),
    number: z.int().positive(),
    as: z.enum(['done', 'blocked']),
    note: z.string(),
  }),
] as const;
