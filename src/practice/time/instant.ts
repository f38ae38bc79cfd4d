/** A moment, as ISO 8601 in UTC with milliseconds: `2026-05-22T15:55:00.000Z`. Sorts as text in time order. */
export type Instant = string & { readonly __brand: 'Instant' };

/** Parses any ISO 8601 instant with an offset. Throws RangeError if it is not one: parse people's input before this. */
export const instant = (value: string | number | Date): Instant => new Date(value).toISOString() as Instant;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const millis = (at: Instant): number => Date.parse(at);

/** Elapsed milliseconds added to the instant; no calendar is involved. */
export const plusMillis = (at: Instant, elapsed: number): Instant => instant(millis(at) + elapsed);

/** How an Instant is written: UTC, with milliseconds. */
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const isInstant = (text: string): text is Instant => instantPattern.test(text);

/** Lengths of elapsed time, in milliseconds. A day here is 24 hours, whatever the clocks do. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A time is typed to the minute: the one in which something happened begins with it. */
export const wholeMinute = (at: Instant): Instant => instant(Math.floor(millis(at) / minute) * minute);
