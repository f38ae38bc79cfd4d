/** What has been recorded of each child while it was seen and enquired about: an entry each time, and none is changed. */
import type { Instant } from '../../practice/time/instant.ts';
import type { Child } from './childShape.ts';
import type { EventOf } from './event.ts';

export type Entry = Omit<EventOf<'enquiryRecorded'>, 'type'>;

/** A discussion, as far as this goes. */
interface Recorded {
  readonly enquired: readonly Entry[];
}

/** In the order they were recorded. */
export const visitsTo = ({ enquired }: Recorded, childId: string): readonly Visit[] =>
  enquired.flatMap((entry) => (entry.childId === childId && entry.seen !== null ? [entry.seen] : []));
type Visit = NonNullable<Entry['seen']>;

/** What was answered last, by area; how the child was seen is one of them. */
export const answersOn = ({ enquired }: Recorded, childId: string): ByArea =>
  Object.assign({}, ...enquired.filter((entry) => entry.childId === childId).map(answersIn)) as ByArea;
type ByArea = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const answersIn = ({ seen, answers }: Entry): ByArea =>
  seen === null ? answers : { ...answers, childSeen: seen.answers };

/** When a child is known to have been seen, the first time first. */
export const timesSeen = (d: Recorded, { childId, seenBefore }: Child): readonly Instant[] =>
  [...(seenBefore === undefined ? [] : [seenBefore]), ...visitsTo(d, childId).map(({ at }) => at)].toSorted();
