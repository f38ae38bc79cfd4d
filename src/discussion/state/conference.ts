/** What becomes of the child protection conference of each child (DL-3, DL-4). A shape once stored is never edited. */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import type { PersonId } from './people.ts';

const outcome = z.discriminatedUnion('what', [
  /** `plannedFor`: the day it is to be held, where that is known. */
  z.strictObject({
    what: z.literal('askedFor'),
    askedOf: z.string(),
    askedOn: z.iso.date(),
    plannedFor: z.iso.date().nullable(),
  }),
  /** `plan`: it decided on a child protection plan. */
  z.strictObject({ what: z.literal('held'), heldOn: z.iso.date(), plan: z.boolean() }),
  z.strictObject({ what: z.literal('notNeeded'), reason: z.string(), agreedBy: z.string() }),
]);
export type ConferenceOutcome = z.infer<typeof outcome>;

/** Said again of a child, the newest stands. */
export const conferenceEvent = z.strictObject({
  type: z.literal('conferenceRecorded'),
  childIds: z.array(z.string()).min(1),
  outcome,
});

/** One entry of the record. */
export type Conference = Omit<z.infer<typeof conferenceEvent>, 'type'> & {
  readonly at: Instant;
  readonly by: PersonId;
};

/** A discussion, as far as this goes: it has them once it is decided. */
interface Concerned {
  readonly reference: string;
  readonly conferences?: readonly Conference[];
}

/** What is recorded last of a child’s; null while nothing is. */
export const conferenceOf = ({ conferences = [] }: Concerned, childId: string): ConferenceOutcome | null =>
  conferences.findLast(({ childIds }) => childIds.includes(childId))?.outcome ?? null;
