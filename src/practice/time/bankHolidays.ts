/**
 * The weekdays on which banks are closed in England and Wales. The Banking and Financial Dealings Act 1971 says which each
 * year has, so they are reckoned and no list of them ends; what is proclaimed for one year is in a table.
 */
import { day, instant } from './instant.ts';

/** Proclaimed since 2013: a holiday more, or a day that another took the place of. */
const proclaimed: Readonly<Record<number, { readonly more: readonly string[]; readonly none: readonly string[] }>> = {
  2020: { more: ['2020-05-08'], none: ['2020-05-04'] },
  2022: { more: ['2022-06-02', '2022-06-03', '2022-09-19'], none: ['2022-05-30'] },
  2023: { more: ['2023-05-08'], none: [] },
};

/** As `YYYY-MM-DD`. */
export const bankHolidays = (year: number): ReadonlySet<string> => {
  const { more, none } = proclaimed[year] ?? { more: [], none: [] };
  return new Set([...usual(year), ...more].filter((date) => !none.includes(date)));
};

const usual = (year: number): readonly string[] => {
  const easter = easterSunday(year);
  const christmas = weekdayFrom(Date.UTC(year, 11, 25));
  return [
    weekdayFrom(Date.UTC(year, 0, 1)),
    easter - 2 * day,
    easter + day,
    mondayFrom(Date.UTC(year, 4, 1)),
    mondayFrom(Date.UTC(year, 4, 25)),
    mondayFrom(Date.UTC(year, 7, 25)),
    christmas,
    // Of two that fall on a weekend, each is made up for by a day of its own.
    weekdayFrom(Math.max(Date.UTC(year, 11, 26), christmas + day)),
  ].map((at) => instant(at).slice(0, 10));
};

const weekday = (at: number): number => new Date(at).getUTCDay();

/** That day, or the Monday after it. */
const weekdayFrom = (at: number): number => (weekday(at) % 6 === 0 ? mondayFrom(at) : at);

/** The first Monday from that day on. */
const mondayFrom = (at: number): number => at + ((8 - weekday(at)) % 7) * day;

/** The Gregorian reckoning of Easter (Meeus, Jones and Butcher), with its own letters. */
const easterSunday = (year: number): number => {
  const whole = Math.floor;
  const a = year % 19;
  const [b, c] = [whole(year / 100), year % 100];
  const [d, e] = [whole(b / 4), b % 4];
  const g = whole((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [whole(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = whole((a + 11 * h + 19 * l) / 433);
  const month = whole((h + l - 7 * m + 90) / 25);
  return Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32);
};
