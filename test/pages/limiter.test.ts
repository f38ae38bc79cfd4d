import { expect, it } from 'vitest';
import { createLimiter } from '../../src/pages/limiter.ts';
import { instant, plusMillis } from '../../src/practice/time/instant.ts';

const start = instant('2026-09-15T10:00:00+01:00');
const limited = () => {
  let now = start;
  const allow = createLimiter({ most: 2, windowMs: 60_000, clock: () => now });
  return { allow, setClock: (ms: number) => void (now = plusMillis(start, ms)) };
};

it('so many in a window, each key by itself, and again when the window is over', () => {
  const { allow, setClock } = limited();
  expect([allow('a'), allow('a'), allow('a'), allow('b')]).toEqual([true, true, false, true]);
  setClock(59_999);
  expect(allow('a')).toBe(false);
  setClock(60_000);
  expect(allow('a')).toBe(true);
});

it('a clock put back does not lock anybody out', () => {
  const { allow, setClock } = limited();
  expect([allow('a'), allow('a'), allow('a')]).toEqual([true, true, false]);
  setClock(-1);
  expect(allow('a')).toBe(true);
});

it('a flood of keys is forgotten, the oldest first', () => {
  const { allow } = limited();
  expect([allow('a'), allow('a'), allow('a')]).toEqual([true, true, false]);
  for (let i = 0; i < 10_000; i += 1) allow(`key ${i}`);
  expect(allow('a')).toBe(true);
});
