/**
 * Time as the practice rules count it: Europe/London, England and Wales bank holidays, working days.
 * Dates are `YYYY-MM-DD` on the London calendar; instants are UTC. Nothing here reads the clock.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';
// By function: the whole of date-fns takes longer to load than the rest of the practice.
import { addMonths } from 'date-fns/addMonths';
import { addYears } from 'date-fns/addYears';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { bankHolidays } from './bankHolidays.ts';
import { instant, millis, plusMillis, type Instant, day, hour, minute } from './instant.ts';

/** A London calendar date, `YYYY-MM-DD`. Sorts as text in time order. */
export type LocalDate = string;

/** How long a rule allows. Every kind but `hours` ends at 23:59:59 London time. */
export type Period =
  /** The Nth working day strictly after the event's date. */
  | { readonly workingDays: number }
  /** The event's own date, working day or not. */
  | { readonly sameDay: true }
  /** Elapsed time: a clock change moves the wall-clock time, and no working day is involved. */
  | { readonly hours: number }
  /** Counted on every day of the week, never rolled forward. */
  | { readonly calendarDays: number }
  /** The same day of the month, or that month's last day if it is shorter. */
  | { readonly months: number };

export interface Calendar {
  /** As the rules count: Monday to Friday, no bank holiday. Days the authority adds lengthen no limit. */
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** The authority's offices are closed, whatever the rules count. */
  readonly isClosed: (date: LocalDate) => boolean;
}

/**
 * The last year whose bank holidays gov.uk has published. Later ones are computed from the usual pattern and carry the
 * warning `bankHolidaysNotPublished`, because an extra holiday may yet be announced.
 */
export const lastPublishedYear = 2028;

const zone = 'Europe/London';
const isDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const isTime = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** True for a date that exists: `2026-02-29` does not. */
export const isLocalDate = (value: string): boolean =>
  isDate.test(value) && !Number.isNaN(Date.parse(value)) && instant(value).slice(0, 10) === value;

const onDate = (change: (date: Date) => Date, date: LocalDate): LocalDate =>
  format(change(parseISO(date)), 'yyyy-MM-dd');

/** The date `days` later (earlier if negative). */
export const plusDays = (date: LocalDate, days: number): LocalDate =>
  instant(Date.parse(date) + days * day).slice(0, 10);

/** The same day of the month `months` later, or that month's last day. */
export const plusMonths = (date: LocalDate, months: number): LocalDate => onDate((d) => addMonths(d, months), date);

/** The same date `years` later; 29 February becomes 28 February in a common year. */
export const plusYears = (date: LocalDate, years: number): LocalDate => onDate((d) => addYears(d, years), date);

/** The day on which somebody reaches an age: of those born on 29 February, 1 March where there is no such day. */
export const birthday = (bornOn: LocalDate, age: number): LocalDate => {
  const thatDay = `${String(Number(bornOn.slice(0, 4)) + age).padStart(4, '0')}${bornOn.slice(4)}`;
  return isLocalDate(thatDay) ? thatDay : thatDay.replace(/02-29$/, '03-01');
};

/**
 * England and Wales, Monday to Friday, without bank holidays. The authority's own closed days (`YYYY-MM-DD`) are known
 * beside it. Throws RangeError if one of those is not a date.
 */
export function createCalendar(extraNonWorkingDays: readonly string[]): Calendar {
  const wrong = extraNonWorkingDays.find((date) => !isLocalDate(date));
  if (wrong !== undefined) throw new RangeError(`"${wrong}" is not a date written as YYYY-MM-DD`);
  const closed = new Set(extraNonWorkingDays);
  const byYear = new Map<string, ReadonlySet<LocalDate>>();
  const holidaysOf = (year: string): ReadonlySet<LocalDate> => {
    const known = byYear.get(year) ?? bankHolidays(Number(year));
    byYear.set(year, known);
    return known;
  };
  return {
    isWorkingDay: (date) => {
      const weekday = new Date(date).getUTCDay();
      return weekday !== 0 && weekday !== 6 && !holidaysOf(date.slice(0, 4)).has(date);
    },
    isClosed: (date) => closed.has(date),
  };
}

/** By the hour since 1970: the clocks change on the hour. */
const offsets = new Map<number, number>();
const mostOffsets = 10_000;

/** Minutes by which London is ahead of UTC at an instant. */
const offsetAt = (at: number): number => {
  const hourOf = Math.floor(at / hour);
  const known = offsets.get(hourOf);
  if (known !== undefined) return known;
  const offset = tzOffset(zone, new Date(at));
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(hourOf, offset);
  return offset;
};

const wallClock = (at: Instant): string => instant(millis(at) + offsetAt(millis(at)) * minute).slice(0, 19);

/** The London date of an instant. */
export const londonDate = (at: Instant): LocalDate => wallClock(at).slice(0, 10);

/** The London time of an instant, `HH:MM`. */
export const londonTime = (at: Instant): string => wallClock(at).slice(11, 16);

/** The instant with the London offset in force: `2026-05-28T23:59:59+01:00`. Milliseconds are dropped. */
export const londonIso = (at: Instant): string => {
  const hours = String(offsetAt(millis(at)) / 60).padStart(2, '0');
  return `${wallClock(at)}+${hours}:00`;
};

/** As GOV.UK writes it: `Thursday 28 May 2026, 11:59pm`, with `midday` and `midnight` in words. */
export const formatLondon = (at: Instant): string => `${formatDate(londonDate(at))}, ${timeInWords(londonTime(at))}`;

/** `2:05pm`: of a moment whose day is known. */
export const formatTime = (at: Instant): string => timeInWords(londonTime(at));

/** `Thursday 28 May 2026`. */
export const formatDate = (date: LocalDate): string => format(parseISO(date), 'EEEE d MMMM yyyy');

const timeInWords = (time: string): string => {
  if (time === '00:00') return 'midnight';
  if (time === '12:00') return 'midday';
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
};

/** What a London wall-clock time means: normally one instant, but none or two around a clock change. */
export type WallTime =
  | { readonly kind: 'exact'; readonly at: Instant }
  /** The clocks went back: `at` is the first time the clock showed it, `again` an hour later. */
  | { readonly kind: 'ambiguous'; readonly at: Instant; readonly again: Instant }
  /** The clocks went forward past it. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'notATime' };

/** The instant at which London clocks show `time` (`HH:MM` or `HH:MM:SS`) on `date`. */
export function londonTimeToInstant(date: LocalDate, time: string): WallTime {
  if (!isLocalDate(date) || !isTime.test(time)) return { kind: 'notATime' };
  const wall = Date.parse(`${date}T${time}Z`);
  const [at, again] = [60, 0].map((offset) => wall - offset * minute).filter((t) => wall === t + offsetAt(t) * minute);
  if (at === undefined) return { kind: 'skipped' };
  return again === undefined
    ? { kind: 'exact', at: instant(at) }
    : { kind: 'ambiguous', at: instant(at), again: instant(again) };
}

/** 23:59:59 London time on a date. The clocks never change at that hour. */
export const endOfDay = (date: LocalDate): Instant => {
  const wall = Date.parse(`${date}T23:59:59Z`);
  return instant(wall - offsetAt(wall) * minute);
};

const workingDayAfter = (calendar: Calendar, date: LocalDate, count: number): LocalDate => {
  let at = Date.parse(date);
  for (let left = count; left > 0;) {
    at += day;
    if (calendar.isWorkingDay(instant(at).slice(0, 10))) left -= 1;
  }
  return instant(at).slice(0, 10);
};

/** When something allowed `period` from an event falls due, inclusive. */
export function dueAt(calendar: Calendar, from: Instant, period: Period): Instant {
  if ('hours' in period) return plusMillis(from, period.hours * hour);
  const date = londonDate(from);
  if ('workingDays' in period) return endOfDay(workingDayAfter(calendar, date, period.workingDays));
  if ('calendarDays' in period) return endOfDay(plusDays(date, period.calendarDays));
  if ('months' in period) return endOfDay(plusMonths(date, period.months));
  return endOfDay(date);
}

/** True where a due time was counted in working days that reach past the published bank holidays. */
export const beyondPublishedHolidays = (period: Period, due: Instant): boolean =>
  'workingDays' in period && Number(londonDate(due).slice(0, 4)) > lastPublishedYear;
