/** What a soak prints while it goes on, and the figures at its end. */
import { availableParallelism, loadavg } from 'node:os';
import { percentile } from './figures.ts';
import type { Turn } from './front.ts';
import type { Verdict } from './judge.ts';
import type { Pair } from './pair.ts';
import { turnKinds, type TurnKind } from './turnKind.ts';

const ms = (n: number): string => `${Math.round(n)} ms`;

export const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

export const took = (from: number): string => `${((performance.now() - from) / 1_000).toFixed(1)} s`;

export interface Waited {
  readonly kind: TurnKind;
  readonly turns: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

/** How long people waited, by what they asked for. */
export const waits = (turns: readonly Turn[]): readonly Waited[] =>
  turnKinds.flatMap((kind) => {
    const own = turns.filter((turn) => turn.kind === kind);
    if (own.length === 0) return [];
    const times = own.map((turn) => turn.ms);
    const errors = own.filter(({ isAnswered }) => !isAnswered).length;
    return [{ kind, turns: own.length, errors, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }];
  });

export const turnLines = (turns: readonly Turn[]): readonly string[] =>
  waits(turns).map(
    ({ kind, turns: count, errors, p50, p99 }) =>
      `  ${kind.padEnd(12)}${String(count).padStart(6)} turns${String(errors).padStart(5)} errors   p50 ${ms(p50).padStart(8)}   p99 ${ms(p99).padStart(8)}`,
  );

/** How busy the machine was, with whatever else: a wait is the product’s alone where it was not. */
const loadLine = (): string =>
  `load of the machine ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores`;

export const minuteLines = (seconds: number, pair: Pair, turns: readonly Turn[]): readonly string[] => {
  const living = ['one', 'two'].map((name) => pair.lives().findLast((life) => life.name === name));
  const memory = living.map((life) => {
    const [held, resident] = [life?.held.at(-1), life?.resident.at(-1)].map((at) => at?.megabytes.toFixed(1));
    return `${life?.name ?? '?'} takes ${resident ?? '?'} MB${held === undefined ? '' : ` and holds ${held}`}`;
  });
  return [`${clock(seconds)} ${memory.join(', ')}; ${loadLine()}`, ...turnLines(turns)];
};

export interface Share {
  readonly process: string;
  /** Seconds of processor time. */
  readonly cpu: number;
}

export const cpuLines = (shares: readonly Share[], seconds: number, machine: number): readonly string[] => {
  const ours = shares.reduce((sum, { cpu }) => sum + cpu, 0);
  const line = ({ process, cpu }: Share): string =>
    `  ${process.padEnd(44)}${cpu.toFixed(1).padStart(8)} s   ${((cpu / seconds) * 100).toFixed(0).padStart(3)}% of a core`;
  return [
    `processor time in ${seconds.toFixed(0)} s, on ${availableParallelism()} cores`,
    ...shares.map(line),
    line({ process: 'whatever else ran on this machine', cpu: Math.max(0, machine - ours) }),
  ];
};

export const verdictLines = (name: string, v: Verdict): readonly string[] => [
  `${name}: ${v.discussions} discussions, ${v.commits} commits, ${v.acknowledged} acknowledged commands`,
  `  notices ${v.notices.owed}: ${v.notices.settled} settled, ${v.notices.waiting} still owed (not due yet, or being tried again); ${v.notices.repeats} e-mails repeated because nobody knew whether the first had arrived`,
  ...[...v.lost, ...v.twice, ...v.broken, ...v.notices.wrong].slice(0, 20).map((what) => `    ${what}`),
];

export const isWhole = (v: Verdict): boolean =>
  v.lost.length + v.twice.length + v.broken.length + v.notices.wrong.length === 0 && v.acknowledged > 0;
