import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import {
  beyondPublishedHolidays,
  createCalendar,
  dueAt,
  formatDate,
  formatLondon,
  isLocalDate,
  lastPublishedYear,
  londonDate,
  londonIso,
  londonTime,
  londonTimeToInstant,
  plusDays,
  plusMonths,
  plusYears,
  type Period,
} from '../../src/practice/time/calendar.ts';
import { at } from './given.ts';

const calendar = createCalendar([]);

/** Published by gov.uk for England and Wales. */
const bankHolidays: Record<number, string> = {
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

const weekdaysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = plusDays(day, 1)) {
    if (![0, 6].includes(new Date(day).getUTCDay())) days.push(day);
  }
  return days;
};

describe('working days', () => {
  it.each(Object.entries(bankHolidays))(
    'are every weekday of %s but the published bank holidays',
    (year, published) => {
      const closed = weekdaysOf(Number(year)).filter((day) => !calendar.isWorkingDay(day));
      expect(closed).toEqual(published.split(' ').map((day) => `${year}-${day}`));
    },
  );

  it('are the same as by an independent reckoning of the bank holidays, to the end of the century', () => {
    const theirs = new Holidays('GB', 'ENG', { types: ['public'] });
    for (let year = 2013; year <= 2100; year += 1) {
      const closed = new Set(theirs.getHolidays(year).map(({ date }) => date.slice(0, 10)));
      expect(weekdaysOf(year).filter((day) => !calendar.isWorkingDay(day))).toEqual(
        weekdaysOf(year).filter((day) => closed.has(day)),
      );
    }
  });

  it('never fall on a Saturday or Sunday', () => {
    expect(['2026-06-06', '2026-06-07'].map(calendar.isWorkingDay)).toEqual([false, false]);
  });

  it('are not lost by a day an authority is closed, which is known beside them', () => {
    const withClosed = createCalendar(['2026-12-29']);
    expect([withClosed.isWorkingDay('2026-12-29'), withClosed.isClosed('2026-12-29')]).toEqual([true, true]);
    expect(calendar.isClosed('2026-12-29')).toBe(false);
  });

  it('refuse a closed day that is no date', () => {
    expect(() => createCalendar(['2026-02-30'])).toThrow('"2026-02-30" is not a date written as YYYY-MM-DD');
  });
});

describe('when something falls due', () => {
  it.each<[string, string, Period, string]>([
    [
      'the day after a Friday before a bank holiday',
      '2026-05-22T15:30:00+01:00',
      { workingDays: 1 },
      '2026-05-26T23:59:59+01:00',
    ],
    ['a Sunday event, one working day', '2026-06-07T12:00:00+01:00', { workingDays: 1 }, '2026-06-08T23:59:59+01:00'],
    ['over Christmas', '2025-12-24T15:10:00+00:00', { workingDays: 3 }, '2025-12-31T23:59:59+00:00'],
    [
      'just before midnight in London is still that day',
      '2026-06-08T23:30:00+01:00',
      { workingDays: 1 },
      '2026-06-09T23:59:59+01:00',
    ],
    ['the same day, even a Sunday', '2026-06-07T12:00:00+01:00', { sameDay: true }, '2026-06-07T23:59:59+01:00'],
    ['24 hours over the spring change', '2026-03-28T10:00:00+00:00', { hours: 24 }, '2026-03-29T11:00:00+01:00'],
    ['24 hours over the autumn change', '2026-10-24T16:00:00+01:00', { hours: 24 }, '2026-10-25T15:00:00+00:00'],
    ['calendar days end on a Sunday', '2026-04-02T13:00:00+01:00', { calendarDays: 3 }, '2026-04-05T23:59:59+01:00'],
    ['a month from 31 January', '2026-01-31T10:00:00+00:00', { months: 1 }, '2026-02-28T23:59:59+00:00'],
    ['three months into summer time', '2026-01-15T10:00:00+00:00', { months: 3 }, '2026-04-15T23:59:59+01:00'],
  ])('%s', (_, from, period, due) => {
    expect(londonIso(dueAt(calendar, at(from), period))).toBe(due);
  });

  it('says when working days were counted beyond the published bank holidays', () => {
    const last = at(`${lastPublishedYear}-12-29T10:00:00Z`);
    const beyond = (period: Period) => beyondPublishedHolidays(period, dueAt(calendar, last, period));
    expect(beyond({ workingDays: 3 })).toBe(true);
    expect(beyond({ calendarDays: 9 })).toBe(false);
    const inside = dueAt(calendar, at('2028-12-01T10:00:00Z'), { workingDays: 3 });
    expect(beyondPublishedHolidays({ workingDays: 3 }, inside)).toBe(false);
  });
});

describe('London time', () => {
  it('is written with the offset in force', () => {
    expect(londonIso(at('2026-05-28T22:59:59Z'))).toBe('2026-05-28T23:59:59+01:00');
    expect(londonIso(at('2026-12-28T23:59:59Z'))).toBe('2026-12-28T23:59:59+00:00');
  });

  it('has its own date and time of day', () => {
    expect([londonDate(at('2026-06-08T23:30:00Z')), londonTime(at('2026-06-08T23:30:00Z'))]).toEqual([
      '2026-06-09',
      '00:30',
    ]);
  });

  it.each([
    ['2026-05-28T22:59:00Z', 'Thursday 28 May 2026, 11:59pm'],
    ['2026-05-28T08:00:00Z', 'Thursday 28 May 2026, 9am'],
    ['2026-05-28T11:00:00Z', 'Thursday 28 May 2026, midday'],
    ['2026-05-27T23:00:00Z', 'Thursday 28 May 2026, midnight'],
    ['2026-05-28T11:05:00Z', 'Thursday 28 May 2026, 12:05pm'],
    ['2026-01-01T00:30:00Z', 'Thursday 1 January 2026, 12:30am'],
  ])('%s reads %s', (given, words) => {
    expect(formatLondon(at(given))).toBe(words);
  });

  it('of a wall clock is one instant on most days', () => {
    expect(londonTimeToInstant('2026-06-09', '09:05')).toEqual({ kind: 'exact', at: at('2026-06-09T08:05:00Z') });
  });

  it('does not exist in the hour the clocks go forward over', () => {
    expect(londonTimeToInstant('2026-03-29', '01:30')).toEqual({ kind: 'skipped' });
  });

  it('comes twice in the hour the clocks go back over', () => {
    expect(londonTimeToInstant('2026-10-25', '01:30')).toEqual({
      kind: 'ambiguous',
      at: at('2026-10-25T00:30:00Z'),
      again: at('2026-10-25T01:30:00Z'),
    });
  });

  it.each([
    ['2026-02-30', '10:00'],
    ['2026-06-09', '24:00'],
    ['tomorrow', '10:00'],
    ['2026-06-09', ''],
  ])('%s %s is no time', (date, time) => {
    expect(londonTimeToInstant(date, time)).toEqual({ kind: 'notATime' });
  });
});

describe('dates', () => {
  it('exist or do not', () => {
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '2026-6-1'].map(isLocalDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('keep to the end of a shorter month', () => {
    expect(plusMonths('2026-08-31', -6)).toBe('2026-02-28');
    expect(plusYears('2008-02-29', 18)).toBe('2026-02-28');
  });

  it('are written out in full', () => {
    expect(formatDate('2026-05-28')).toBe('Thursday 28 May 2026');
  });
});
