/** The figures a soak is judged by, from numbers that anybody can check. */
import { describe, expect, it } from 'vitest';
import { percentile, slopeOf } from './figures.ts';
import { memoryReport } from './memory.ts';
import { slowKinds } from './talk.ts';
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

  it('of two measurements says nothing', () => {
    expect(slopeOf(line(2, (i) => i))).toBeNull();
    expect(memoryReport([{ name: 'one', points: line(2, () => 300) }])[1]).toContain('too short to say');
  });
});

describe('waiting', () => {
  it('is over the limit where one in fifty takes longer, and not where one in two hundred does', () => {
    const turns = (count: number, slow: number) =>
      Array.from({ length: count }, (_, i) => ({
        kind: 'decision' as const,
        ms: i < slow ? 2_001 : 100,
        isAnswered: true,
      }));
    expect(slowKinds(turns(100, 2))).toEqual(['decision']);
    expect(slowKinds(turns(200, 1))).toEqual([]);
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
