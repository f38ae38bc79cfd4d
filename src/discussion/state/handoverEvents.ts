/** What somebody answered for is somebody else’s from then on. */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import type { PersonId } from './people.ts';
import { participantSchema } from './personShape.ts';

/** What somebody answers for, and can hand over. */
export const handedParts = ['convenor', 'chair', 'socialWorker'] as const;
export type HandedPart = (typeof handedParts)[number];

const handedOver = z.strictObject({
  type: z.literal('handedOver'),
  part: z.enum(handedParts),
  from: participantSchema,
  to: participantSchema,
  /** As whoever asked for it says; blank where this program did it. */
  reason: z.string(),
  /** They are in the directory no more, and nothing can be sent to them. */
  hasLeft: z.literal(true).optional(),
});
export const handoverEvents = [handedOver] as const;

/** One of them, as a discussion keeps it. */
export type Handover = Omit<z.infer<typeof handedOver>, 'type'> & {
  readonly at: Instant;
  readonly by: PersonId;
  /** Of the commit: what it owes anew is owed to whoever had it before no longer. */
  readonly version: number;
};
