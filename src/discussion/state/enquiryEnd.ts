/**
 * How the enquiry into each child ended, where no gate says it (GT-*): the returns a council makes ask it of every
 * enquiry. A shape once stored is never edited.
 */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import type { PersonId } from './people.ts';

export const waysToEnd = ['noFurtherAction', 'furtherSupport', 'conference'] as const;
export type WayToEnd = (typeof waysToEnd)[number];

/** `reason` and `agreedBy`: why no conference follows, and who agreed; blank where one does. */
export const enquiryEndedEvent = z.strictObject({
  type: z.literal('enquiryEnded'),
  childIds: z.array(z.string()).min(1),
  how: z.enum(waysToEnd),
  on: z.iso.date(),
  reason: z.string(),
  agreedBy: z.string(),
});

/** One entry of the record. */
export type EnquiryEnd = Omit<z.infer<typeof enquiryEndedEvent>, 'type'> & {
  readonly at: Instant;
  readonly by: PersonId;
};

/** A discussion, as far as this goes: it has them once it is decided. */
interface Ended {
  readonly reference: string;
  readonly ends?: readonly EnquiryEnd[];
}

/** What is recorded last of a child’s; null while nothing is. */
export const endRecorded = ({ ends = [] }: Ended, childId: string): EnquiryEnd | null =>
  ends.findLast(({ childIds }) => childIds.includes(childId)) ?? null;
