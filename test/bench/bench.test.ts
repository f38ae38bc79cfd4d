/** That the bench can be run and says what it is asked for. How fast anything is, it says itself: two cores that are busy say nothing. */
import { describe, expect, it } from 'vitest';
import { askedFor } from './asking.ts';
import { quick, smallest, whole } from './extent.ts';
import { measure } from './measure.ts';
import { spreadOf } from './spread.ts';
import { tableOf } from './table.ts';

/** A minute of a whole machine: asked for by `BENCH=1 npm test -- bench`, and reported as skipped otherwise. */
const asked = it.runIf(process.env['BENCH'] === '1');

describe('the bench', () => {
  asked(
    'finds every figure of the table',
    async () => {
      const costs = await measure(smallest, () => undefined);
      expect(costs.turns.map(({ turn }) => turn)).toEqual([
        '`/strategy help`',
        '`/strategy show`',
        '`/strategy list`',
        'a page of the convene form',
        'a card refreshed',
        'information added',
        'a decision recorded',
        'a decision, and all it owes',
      ]);
      const grown = '300 discussions beside 180';
      expect(costs.figures.map(({ what }) => what)).toEqual([
        'CPU of a notice, beside that of a bare send',
        'CPU of a notice',
        'notices of a decision',
        'of an invoke, 50 at once with the outbox draining: the slowest in a hundred',
        'of an invoke, 50 at once with the outbox draining: the slowest in a hundred, beside the floor’s',
        'claims for each notice',
        'from a cold start to the first answer, beside the floor',
        'from a cold start to the first answer',
        'memory, idle, beside the floor',
        'memory, idle',
        `one load: ${grown}`,
        `one append: ${grown}`,
        `one claim: ${grown}`,
        `the notices of one discussion: ${grown}`,
        `one load, untouched for long: ${grown}`,
        `one append, untouched for long: ${grown}`,
        `one claim, untouched for long: ${grown}`,
        `the notices of one discussion, untouched for long: ${grown}`,
        `the list: ${grown}`,
        `opening the file, to the first answer: ${grown}`,
        'CPU, idle, with 300 discussions',
        'on disk, a discussion',
        'the commits of one that is decided',
        'the same, packed as one',
      ]);
      const spreads = [
        ...costs.turns.flatMap(({ throughput, cpu, cpuMs }) => [throughput, cpu, cpuMs]),
        ...costs.figures.map(({ found }) => found),
      ];
      for (const { median, low, high } of spreads) {
        expect(low).toBeGreaterThan(0);
        expect(median).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(median);
        expect(high).toBeLessThan(Infinity);
      }
      const rows = tableOf(costs).split('\n');
      for (const { turn } of costs.turns) expect(rows.filter((row) => row.startsWith(`| ${turn} |`))).toHaveLength(1);
      for (const { what } of costs.figures) expect(rows.filter((row) => row.startsWith(`| ${what} |`))).toHaveLength(1);
    },
    600_000,
  );

  it('measures as much as it is asked to', () => {
    expect(askedFor([])).toEqual({ extent: whole, as: 'table' });
    expect(askedFor(['--quick', '--json'])).toEqual({ extent: quick, as: 'json' });
    expect(askedFor(['--discussions', '1000000'])).toEqual({
      extent: { ...whole, discussions: 1_000_000 },
      as: 'table',
    });
  });

  it('refuses what it does not know, and fewer discussions than the smaller file has', () => {
    expect(() => askedFor(['--fast'])).toThrow('--fast');
    expect(() => askedFor(['--discussions', '100'])).toThrow();
  });
});

describe('what rounds say together', () => {
  it('is their middle, between the lowest and the highest', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, low: 1, high: 4 });
  });
});
