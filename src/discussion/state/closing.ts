/** How a discussion ends for good, and the one after it, where there is one. A shape once stored is never edited. */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import { instantSchema } from './ids.ts';
import type { PersonId } from './people.ts';

/** `of`: the kind of duty or message, or the number of an action or a transfer. `who`: a name; null for the referrer. */
const leftUndone = z.strictObject({
  is: z.enum(['duty', 'action', 'notice', 'transfer']),
  of: z.string(),
  who: z.string().nullable(),
  dueAt: instantSchema.nullable(),
});
export type LeftUndone = z.infer<typeof leftUndone>;

export const closingEvents = [
  /** Another discussion about the same children has been convened, held or stood down. */
  z.strictObject({
    type: z.literal('nextDiscussionKnown'),
    reference: z.string(),
    stands: z.enum(['convened', 'decided', 'stoodDown']),
  }),
  /** A further discussion was to be held, and is not. */
  z.strictObject({ type: z.literal('nextDiscussionCalledOff'), reason: z.string() }),
  /** `left`: what still remained; then there is a reason. */
  z.strictObject({ type: z.literal('discussionClosed'), reason: z.string(), left: z.array(leftUndone) }),
] as const;

/** Those after this one, the first of them first. */
export interface NextDiscussion {
  readonly reference: string;
  readonly stands: 'convened' | 'decided' | 'stoodDown';
}

export interface Closed {
  readonly at: Instant;
  readonly by: PersonId;
  /** Blank where nothing remained. */
  readonly reason: string;
  readonly left: readonly LeftUndone[];
}
