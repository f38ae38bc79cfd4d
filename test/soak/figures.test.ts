/** The figures a soak is judged by, from numbers that anybody can check. */
import { describe, expect, it } from 'vitest';
import { percentile, slopeOf } from './figures.ts';
import { growthOf } from './memory.ts';
import { waits } from './talk.ts';
import { turnKindOf } from './turnKind.ts';

const line = (n: number, megabytes: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => ({ seconds: i * 60, megabytes: megabytes(i) }));

describe('memory', () => {
  it('that grows by a megabyte a minute grows by sixty an hour, and there is no doubt of it', () => {
    const slope = slopeOf(line(30, (i) => 200 + i));
    expect(slope?.perHour).toBeCloseTo(60, 6);
    expect(slope?.standardError).toBeCloseTo(0, 6);
  });

  it('that goes up and down grows by nothing that is larger than its standard error', () => {
    const slope = slopeOf(line(31, (i) => 200 + (i % 2 === 0 ? 5 : -5)));
    expect(Math.abs(slope?.perHour ?? NaN)).toBeLessThan(slope?.standardError ?? NaN);
  });

  it('has the slope and the standard error that are worked out by hand', () => {
    const points = [1, 2, 4].map((megabytes, i) => ({ seconds: i, megabytes }));
    // Slope 3/2 a second; strays 1/6, −1/3, 1/6, whose squares are 1/6 together; the root of (1/6)/1/2.
    expect(slopeOf(points)?.perHour).toBeCloseTo(1.5 * 3_600, 6);
    expect(slopeOf(points)?.standardError).toBeCloseTo(Math.sqrt(1 / 12) * 3_600, 6);
  });

  it('that strays in waves is known less well than where each measurement strays for itself', () => {
    const stray = (i: number): number => [0, 3, 4, 3, 0, -3, -4, -3][i % 8] ?? 0;
    const waves = slopeOf(line(80, stray))?.standardError ?? NaN;
    const shuffled = slopeOf(line(80, (i) => stray(i * 5)))?.standardError ?? NaN;
    expect(waves).toBeGreaterThan(2 * shuffled);
  });
});

describe('what an instance holds', () => {
  /** The same noise in every run, as like a die as need be. Within a megabyte either way. */
  const noise = (i: number): number => (Math.sin(i * 12.9898) * 43_758.5453) % 1;
  /** Held over twenty minutes, weighed every fifteen seconds. */
  const held = (megabytes: (hours: number) => number) =>
    Array.from({ length: 80 }, (_, i) => ({ seconds: i * 15, megabytes: megabytes((i * 15) / 3_600) + noise(i) }));

  it('is flat where it goes up and down', () => {
    const { isFlat, said } = growthOf(held(() => 100));
    expect(isFlat).toBe(true);
    expect(said).toContain('zero within its noise');
  });

  it('grows where something leaks, however the noise', () => {
    const { isFlat, said } = growthOf(held((hours) => 100 + 30 * hours));
    expect(isFlat).toBe(false);
    expect(said).toContain('GROWS');
  });

  it('grows while it warms up, which is not counted', () => {
    const warmingUp = held((hours) => 100 - 20 * Math.exp(-hours * 60));
    expect(growthOf(warmingUp).isFlat).toBe(true);
  });

  it('is not judged where it is not known well enough: neither too short a time nor too much noise is flat', () => {
    expect(growthOf(held(() => 100).slice(0, 2)).isFlat).toBe(false);
    const wild = held(() => 100).map((point, i) => ({ ...point, megabytes: 100 + 40 * noise(i) }));
    expect(growthOf(wild).isFlat).toBe(false);
    expect(growthOf(wild).said).toContain('not known well enough');
  });
});

describe('waiting', () => {
  it('is told by kind of turn, with its errors', () => {
    const turns = [50, 70, 60].map((ms) => ({ kind: 'decision' as const, ms, isAnswered: ms !== 70 }));
    expect(waits(turns)).toEqual([{ kind: 'decision', turns: 3, errors: 1, p50: 60, p99: 70 }]);
  });

  it('is counted by nearest rank', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
    expect(percentile([], 0.99)).toBe(0);
  });
});

it.each([
  [{ type: 'message', text: '<at>Strategy bot</at> /strategy' }, 'convene'],
  [{ type: 'message', text: '/strategy list' }, 'list'],
  [{ type: 'message', text: '/strategy show SD-ABC234' }, 'show'],
  [{ type: 'invoke', value: { action: { verb: 'attend.send' } } }, 'attendance'],
  [{ type: 'invoke', value: { action: { verb: 'attendance.send' } } }, 'attendance'],
  [{ type: 'invoke', value: { action: { verb: 'decision.record' } } }, 'decision'],
  [{ type: 'invoke', value: { action: { verb: 'agenda.show' } } }, 'other'],
  [{ type: 'conversationUpdate', membersAdded: [] }, null],
])('%j is a turn of the kind %s', (activity, kind) => {
  expect(turnKindOf(Buffer.from(JSON.stringify(activity)))).toBe(kind);
});
