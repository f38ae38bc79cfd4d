/**
 * What comes back from a card: strings, or nothing. Each card has a zod schema made of these parts; its faults are the
 * sentences a person reads, so they say what to do.
 */
import { z } from 'zod';
import { formatDate, londonTimeToInstant } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { addressTyped } from '../typed/address.ts';
import { dateTyped, timeTyped } from '../typed/clock.ts';

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Parses what a card sent. Problems come in the order of the form, each once. */
export const readForm = <S extends z.ZodType>(schema: S, data: unknown): Read<z.output<S>> => {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: [...new Set(parsed.error.issues.map((issue) => issue.message))] };
};

/** Our own break in `${` and marks around codes, control characters, and marks that would turn the direction of the text around them. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ue000\ue001]|(?![\n\r\t])\p{Cc}/gu;

/** What somebody typed into one input, blank where there is nothing: clients leave an empty input out altogether. */
export const typedText = (value: unknown): string =>
  typeof value === 'string' ? value.toWellFormed().normalize('NFC').replace(unseen, '').trim() : '';

/** Of everything a client sent, what was typed into this card's own inputs: for showing the form again. */
export const inputsOf = <K extends string>(
  inputs: Readonly<Record<K, unknown>>,
  sent: Readonly<Record<string, unknown>>,
): Partial<Record<K, string>> =>
  Object.fromEntries(
    Object.keys(inputs).flatMap((name) => (typeof sent[name] === 'string' ? [[name, sent[name]]] : [])),
  ) as Partial<Record<K, string>>;

const typed = z.unknown().optional().transform(typedText);

/** Names, agencies, addresses and the like: no break in them sets anything below them in a letter. */
const longestLine = 100;

const atMost = (what: string, max: number) =>
  typed
    .transform((text) => (max <= longestLine ? text.replace(/\s+/g, ' ') : text))
    .refine((text) => text.length <= max, `${what} must be ${max} characters or fewer.`);

/** Optional text; blank becomes an empty string. */
export const optional = (what: string, max: number) => atMost(what, max);

/** Text that must be there. `missing` is the whole sentence shown when it is not. */
export const required = (what: string, max: number, missing: string) =>
  atMost(what, max).refine((text) => text !== '', missing);

/** One of the given values. */
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V, missing: string) =>
  z.enum(values, missing);

/** A multi-select choice set: values joined with commas. */
export const several = typed.transform((text) => text.split(',').filter((value) => value !== ''));

export const yesOrNo = (missing: string) => z.enum(['yes', 'no'], missing).transform((answer) => answer === 'yes');

/** An e-mail address, or nothing. */
export const email = (what: string) =>
  atMost(what, 200)
    .refine(
      (text) => text === '' || addressTyped(text) !== null,
      `${what} must be an e-mail address, like name@example.gov.uk.`,
    )
    .transform(addressTyped);

/** A telephone number as people write it, with an extension or when to ring; or nothing. */
export const telephone = (what: string) =>
  atMost(what, 60).refine(
    (text) => text === '' || text.replace(/\D/g, '').length >= 5,
    `${what} must be a telephone number, like 01632 960 101 ext. 12.`,
  );

/** The date that was typed; what cannot be read with certainty stays as it is. */
export const dateIn = (text: string): string => {
  const read = dateTyped(text);
  return read?.kind === 'date' ? read.date : text;
};

/** Null for a date that can be read in one way. */
export const dateProblem = (text: string): string | null => {
  const read = dateTyped(text);
  if (read === null) return 'enter a real date.';
  if (read.kind === 'date') return null;
  const [first, second] = read.dates.map(formatDate);
  return `is it ${first ?? ''} or ${second ?? ''}? Write the month as a word, such as 3 April 2026.`;
};

/** The same, beginning with what the date is of. */
export const dayProblem = (what: string, typed: string): string | null => {
  const problem = dateProblem(typed);
  return problem === null ? null : `${what}: ${problem}`;
};

/** A date and a time on the wall clock in London, as an instant; `null` when both are blank and nothing is required. */
export const wallTime = (date: string, time: string, what: string): Read<Instant | null> => {
  if (date === '' && time === '') return { ok: true, value: null };
  const wrong = dateProblem(date);
  if (wrong !== null) return fault(`${what}: ${wrong}`);
  const day = dateIn(date);
  if (day < '2000' || day >= '2100') return fault(`${what}: check the year.`);
  const clock = timeTyped(time);
  if (clock === null) return fault(`${what}: enter a time, such as 14:30.`);
  const found = londonTimeToInstant(day, clock);
  if (found.kind === 'skipped' || found.kind === 'notATime') {
    return fault(
      `${what}: there is no ${clock} on ${formatDate(day)}, because the clocks go forward. Choose another time.`,
    );
  }
  return { ok: true, value: found.at };
};

const fault = (problem: string): Read<never> => ({ ok: false, problems: [problem] });
