/** Responsibility for a child is asked to pass to its home authority, and what that answers (H-3). A shape once stored is never edited. */
import { z } from 'zod';
import { participantSchema } from './personShape.ts';

/** How an answer came that somebody here recorded: only the first two are in writing. */
export const waysOfAnswering = ['letter', 'email', 'telephone'] as const;

const enteredSchema = z.strictObject({
  how: z.enum(waysOfAnswering),
  /** Who gave it, by name. */
  from: z.string(),
  /** The day it bears, or was given. */
  on: z.iso.date(),
});
export type EnteredAnswer = z.infer<typeof enteredSchema>;

export const transferEvents = [
  z.strictObject({
    type: z.literal('transferAsked'),
    number: z.int().positive(),
    childIds: z.array(z.string()).min(1),
    /** Whoever is asked, for the home authority. */
    of: participantSchema,
    /** What they are told with it; blank where nothing is. */
    note: z.string(),
  }),
  z.strictObject({
    type: z.literal('transferAnswered'),
    number: z.int().positive(),
    accepts: z.boolean(),
    words: z.string(),
    /** Left out where whoever was asked wrote it themselves. */
    entered: enteredSchema.optional(),
  }),
] as const;
