/** What a soak prints: a line for each kind of turn every minute, and the judgement at the end. */
import { availableParallelism, loadavg } from 'node:os';
import { percentile } from './figures.ts';
import type { Turn } from './front.ts';
import type { Verdict } from './judge.ts';
import type { Pair } from './pair.ts';
import { turnKinds, type TurnKind } from './turnKind.ts';

/** Nobody waits longer for an answer. Milliseconds. */
export const longestMs = 2_000;

const ms = (n: number): string => `${Math.round(n)} ms`;

export const turnLines = (turns: readonly Turn[]): readonly string[] =>
  turnKinds.flatMap((kind) => {
    const own = turns.filter((turn) => turn.kind === kind);
    if (own.length === 0) return [];
    const errors = own.filter(({ isAnswered }) => !isAnswered).length;
    const times = own.map((turn) => turn.ms);
    const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
    return [
      `  ${kind.padEnd(12)}${String(own.length).padStart(6)} turns${String(errors).padStart(5)} errors   p50 ${ms(half).padStart(8)}   p99 ${ms(most).padStart(8)}`,
    ];
  });

/** How busy the machine was, with whatever else: a wait is the product’s alone where it was not. */
export const loadLine = (): string =>
  `load of the machine ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores`;

export const connectorLine = (pair: Pair): string => {
  const { requests, faults } = pair.front.connector();
  const mails = pair.files().reduce((sum, file) => sum + [...file.mails().values()].reduce((all, n) => all + n, 0), 0);
  return `${requests} requests to the connector, ${faults} of them made to fail; ${mails} e-mails taken`;
};

/** The kinds whose p99 is over the limit. */
export const slowKinds = (turns: readonly Turn[]): readonly TurnKind[] =>
  turnKinds.filter((kind) => {
    const times = turns.filter((turn) => turn.kind === kind).map((turn) => turn.ms);
    return percentile(times, 0.99) > longestMs;
  });

export const verdictLines = (name: string, v: Verdict): readonly string[] => [
  `${name}: ${v.discussions} discussions, ${v.commits} commits, ${v.acknowledged} acknowledged commands`,
  `  acknowledged and lost ${v.lost.length}, acknowledged once and recorded twice ${v.twice.length}, chains broken ${v.broken.length}`,
  `  notices ${v.notices.owed}: ${v.notices.settled} settled, ${v.notices.waiting} still owed (not due yet, or being tried again), ${v.notices.wrong.length} wrong; ${v.notices.repeats} e-mails repeated because nobody knew whether the first had arrived`,
  ...[...v.lost, ...v.twice, ...v.broken, ...v.notices.wrong].slice(0, 20).map((what) => `    ${what}`),
];

export const isWhole = (v: Verdict): boolean =>
  v.lost.length + v.twice.length + v.broken.length + v.notices.wrong.length === 0 && v.acknowledged > 0;
