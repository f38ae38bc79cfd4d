/** One kind of turn, asked of the product and of the floor by turns, so that a slower minute is one for both. */
import type { TurnCost } from '../costs.ts';
import type { Extent } from '../extent.ts';
import type { Batch } from '../load/batch.ts';
import type { Measured } from '../processes/measured.ts';
import { spreadOf } from '../spread.ts';

export const atOnce = 10;

export interface Side {
  readonly process: Measured;
  /** Asks for many turns. */
  readonly ask: () => Promise<Batch>;
  /** Resolves when all has been done that was caused by it; what that took counts as processor time of the turns. */
  readonly settled: () => Promise<void>;
}

export interface Contest {
  readonly turn: string;
  readonly floor: 'plain' | 'durable';
  readonly goal: number | null;
  readonly product: Side;
  readonly bare: Side;
}

interface Cost {
  readonly perSecond: number;
  readonly cpuMs: number;
}

export interface Round {
  readonly product: Cost;
  readonly bare: Cost;
}

export const costOf = async ({ process, ask, settled }: Side): Promise<Cost> => {
  const before = await process.used();
  const { seconds, times } = await ask();
  await settled();
  const after = await process.used();
  return { perSecond: times.length / seconds, cpuMs: (after.cpuMs - before.cpuMs) / times.length };
};

/** Who is first changes with every round. */
const round = async ({ product, bare }: Contest, time: number): Promise<Round> => {
  if (time % 2 === 0) return { product: await costOf(product), bare: await costOf(bare) };
  const first = await costOf(bare);
  return { product: await costOf(product), bare: first };
};

export const turnCost = (about: Pick<TurnCost, 'turn' | 'floor' | 'goal'>, rounds: readonly Round[]): TurnCost => ({
  ...about,
  throughput: spreadOf(rounds.map(({ product, bare }) => product.perSecond / bare.perSecond)),
  cpu: spreadOf(rounds.map(({ product, bare }) => product.cpuMs / bare.cpuMs)),
  cpuMs: spreadOf(rounds.map(({ product }) => product.cpuMs)),
});

export const contend = async (
  contests: readonly Contest[],
  { warmUps, rounds }: Pick<Extent, 'warmUps' | 'rounds'>,
): Promise<readonly TurnCost[]> => {
  const found = new Map<Contest, Round[]>(contests.map((contest) => [contest, []]));
  for (let time = 0; time < warmUps + rounds; time += 1) {
    for (const [contest, results] of found) {
      const result = await round(contest, time);
      if (time >= warmUps) results.push(result);
    }
  }
  return [...found].map(([{ turn, floor, goal }, results]) => turnCost({ turn, floor, goal }, results));
};
