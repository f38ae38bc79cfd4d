import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTyped, timeTyped } from '../../src/typed/clock.ts';

describe('a time', () => {
  it.each([
    ['14:30', '14:30'],
    ['14:30:00', '14:30'],
    ['14:30:00.000', '14:30'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['9:05', '09:05'],
    ['2:30 PM', '14:30'],
    ['2.30pm', '14:30'],
    ['2:30 p.m.', '14:30'],
    ['2pm', '14:00'],
    ['12:15 am', '00:15'],
    ['12 pm', '12:00'],
    ['00:00', '00:00'],
  ])('“%s” is %s', (typed, time) => {
    expect(timeTyped(typed)).toBe(time);
  });

  it.each(['', '9', '25:00', '14:60', '13pm', '0pm', 'noonish', '14:30 Z', '2:30 xm', '14:3'])(
    '“%s” is none',
    (typed) => {
      expect(timeTyped(typed)).toBeNull();
    },
  );

  it('of a client is read as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(timeTyped(time)).toBe(time);
        expect(timeTyped(`${time}:59`)).toBe(time);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['2026-11-25', '2026-11-25'],
    ['2026-11-25T00:00:00Z', '2026-11-25'],
    ['2026-11-25T00:00:00.000+01:00', '2026-11-25'],
    ['25/11/2026', '2026-11-25'],
    ['25.11.2026', '2026-11-25'],
    ['11/25/2026', '2026-11-25'],
    ['4/4/2026', '2026-04-04'],
    ['25 Nov 2026', '2026-11-25'],
    ['25 November 2026', '2026-11-25'],
    ['25-Nov-2026', '2026-11-25'],
    ['Wednesday 25th November 2026', '2026-11-25'],
  ])('“%s” is %s', (typed, date) => {
    expect(dateTyped(typed)).toEqual({ kind: 'date', date });
  });

  it('that can be read in two ways is asked about, the British one first', () => {
    expect(dateTyped('03/04/2026')).toEqual({ kind: 'either', dates: ['2026-04-03', '2026-03-04'] });
  });

  it.each(['', '2026-02-30', '31/04/2026', '30 Feb 2026', '25 Foo 2026', '25/11/26', '2026', 'tomorrow', '13/13/2026'])(
    '“%s” is none',
    (typed) => {
      expect(dateTyped(typed)).toBeNull();
    },
  );
});
