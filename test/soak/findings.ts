/** What a soak must show, and whether it did: the last lines it prints. Pure. */
import type { Turn } from './front.ts';
import type { Verdict } from './judge.ts';
import type { Growth } from './memory.ts';
import { isWhole, waits } from './talk.ts';

/** Nobody waits longer for an answer. Milliseconds. */
export const longestMs = 2_000;

export interface Soaked {
  readonly seconds: number;
  readonly restartEveryMs: number;
  /** Two instances on Cosmos DB. */
  readonly verdict: Verdict;
  /** The council on one machine. */
  readonly upgraded: Verdict;
  readonly growth: Growth;
  /** Those since the upgrade began, the upgrade included. */
  readonly turns: readonly Turn[];
  readonly turnsDuringUpgrade: number;
  /** Null where its code was not to be had. */
  readonly earlier: string | null;
  readonly restarts: number;
  readonly told: number;
  readonly brokenOff: readonly string[];
}

export interface Finding {
  readonly what: string;
  readonly holds: boolean;
  readonly said: string;
}

export const findingsOf = (soaked: Soaked): readonly Finding[] => {
  const { verdict, upgraded, growth, earlier, restarts, told, brokenOff } = soaked;
  return [
    { what: 'nothing lost', holds: isWhole(verdict), said: wholeness(verdict) },
    { what: 'memory flat', holds: growth.isFlat, said: growth.said },
    p99Of(soaked),
    {
      what: 'one of two instances restarted',
      holds: restarts > 0,
      said: `every ${soaked.restartEveryMs / 1_000} s, ${restarts} times in ${soaked.seconds} s, without warning and politely in turn; both on one Cosmos DB`,
    },
    {
      what: 'upgraded in the middle',
      holds: earlier !== null && soaked.turnsDuringUpgrade > 0,
      said:
        earlier === null
          ? 'NOT SHOWN: this copy has no history, so both began as they ended'
          : `both from ${earlier} to today’s, one after the other, and ${soaked.turnsDuringUpgrade} turns meanwhile`,
    },
    { what: 'upgraded on one machine', holds: isWhole(upgraded), said: wholeness(upgraded) },
    {
      what: 'work done',
      holds: told > 0 && brokenOff.length === 0,
      said: `${told} discussions told to their decision, ${brokenOff.length} broken off`,
    },
  ];
};

const wholeness = (v: Verdict): string =>
  `of ${v.acknowledged} acknowledged commands ${v.lost.length} lost and ${v.twice.length} recorded twice; ${v.broken.length} chains broken; ${v.notices.wrong.length} of ${v.notices.owed} notices wrong`;

const p99Of = ({ turns }: Soaked): Finding => {
  const slowest = waits(turns).toSorted((a, b) => b.p99 - a.p99)[0];
  if (slowest === undefined) return { what: 'p99 held', holds: false, said: 'nobody asked for anything' };
  return {
    what: 'p99 held',
    holds: slowest.p99 <= longestMs,
    said: `${Math.round(slowest.p99)} ms for the slowest kind of turn (${slowest.kind}) of ${turns.length} turns since the upgrade began; at most ${longestMs} ms is held`,
  };
};

export const findingLines = (findings: readonly Finding[]): readonly string[] => [
  ...findings.map(({ what, holds, said }) => `${holds ? 'held    ' : 'NOT HELD'}  ${what.padEnd(32)}${said}`),
  findings.every(({ holds }) => holds) ? 'All of it held.' : 'IT DID NOT HOLD.',
];
