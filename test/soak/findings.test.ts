/** The verdict of a soak: each thing that must be shown, when it was not. */
import { expect, it } from 'vitest';
import { findingLines, findingsOf, longestMs, type Soaked } from './findings.ts';
import type { Verdict } from './judge.ts';

const whole: Verdict = {
  discussions: 1,
  commits: 9,
  acknowledged: 8,
  lost: [],
  twice: [],
  broken: [],
  notices: { owed: 5, settled: 5, waiting: 0, repeats: 0, wrong: [] },
};

const turnsOf = (count: number, slow: number) =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'decision' as const,
    ms: i < slow ? longestMs + 1 : 100,
    isAnswered: true,
  }));

const good: Soaked = {
  seconds: 1_800,
  restartEveryMs: 300_000,
  verdict: whole,
  upgraded: whole,
  growth: { isFlat: true, said: 'zero within its noise' },
  turns: turnsOf(200, 1),
  turnsDuringUpgrade: 12,
  earlier: '25fe494',
  restarts: 5,
  told: 40,
  brokenOff: [],
};

it('where all of it was shown, all of it held', () => {
  const lines = findingLines(findingsOf(good));
  expect(lines.at(-1)).toBe('All of it held.');
  expect(lines.slice(0, -1).every((line) => line.startsWith('held '))).toBe(true);
});

it.each<[string, Partial<Soaked>, string]>([
  ['one thing lost', { verdict: { ...whole, lost: ['SD-1: decision'] } }, 'nothing lost'],
  ['a broken chain', { verdict: { ...whole, broken: ['SD-1'] } }, 'nothing lost'],
  ['a forgotten notice', { verdict: { ...whole, notices: { ...whole.notices, wrong: ['n'] } } }, 'nothing lost'],
  ['nothing acknowledged', { verdict: { ...whole, acknowledged: 0 } }, 'nothing lost'],
  ['memory that grows', { growth: { isFlat: false, said: 'IT GROWS' } }, 'memory flat'],
  ['one turn in fifty too slow', { turns: turnsOf(100, 2) }, 'p99 held'],
  ['no turns', { turns: [] }, 'p99 held'],
  ['no restart', { restarts: 0 }, 'one of two instances restarted'],
  ['no earlier release', { earlier: null }, 'upgraded in the middle'],
  ['nobody at work during the upgrade', { turnsDuringUpgrade: 0 }, 'upgraded in the middle'],
  ['a loss on one machine', { upgraded: { ...whole, lost: ['SD-2: information'] } }, 'upgraded on one machine'],
  ['a discussion broken off', { brokenOff: ['waited in vain'] }, 'work done'],
])('%s is found, and nothing else', (_, wrong, what) => {
  const findings = findingsOf({ ...good, ...wrong });
  expect(findings.filter(({ holds }) => !holds).map((finding) => finding.what)).toEqual([what]);
  expect(findingLines(findings).at(-1)).toBe('IT DID NOT HOLD.');
});
