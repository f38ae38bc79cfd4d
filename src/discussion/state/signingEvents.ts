/** The record is signed, authorised where a standard has that, or sent back. A shape once stored is never edited. */
import { z } from 'zod';
import { participantSchema } from './personShape.ts';

const answers = z.record(z.string(), z.string());

/** What makes a later change of the record show: a signature over all that had happened by then. */
const sealSchema = z.strictObject({
  /** The hash of the last commit before it. */
  head: z.string(),
  /** The fingerprint of the key that signed. */
  key: z.string(),
  /** Over the head, the reference, the number and the step: a JWS of EdDSA, in its compact form. */
  signature: z.string(),
});
export type Seal = z.infer<typeof sealSchema>;

export const signingEvents = [
  z.strictObject({
    type: z.literal('recordSigned'),
    /** 1, 2...: each time it is signed it is another version of the record. */
    number: z.int(),
    /** By field name: what whoever signs it adds to the record, and confirms. */
    answers: z.strictObject({ holds: answers, signOff: answers }),
    /** What they said in signing it, word for word. */
    statement: z.string(),
    /** Who is asked to authorise it; null where nobody is. */
    authoriser: participantSchema.nullable(),
    seal: sealSchema,
  }),
  z.strictObject({ type: z.literal('recordAuthorised'), number: z.int(), statement: z.string(), seal: sealSchema }),
  z.strictObject({ type: z.literal('recordSentBack'), number: z.int(), reason: z.string() }),
  /** Whoever was asked is in the directory no more. */
  z.strictObject({ type: z.literal('authoriserReplaced'), number: z.int(), authoriser: participantSchema }),
] as const;
