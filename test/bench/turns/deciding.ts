/**
 * What a decision costs: its own turn, and what it owes. While decisions are being recorded, whatever is sent waits for
 * its answer: no notice is delivered until the last of them has been answered.
 */
import { figure, type Figure, type TurnCost } from '../costs.ts';
import type { Extent } from '../extent.ts';
import { forSoLong, soMany } from '../load/batch.ts';
import { decided } from './asked.ts';
import { costOf, turnCost, type Round } from './contest.ts';
import { pressedOn } from './everyday.ts';
import { manager, type InSession } from './prepared.ts';
import type { Bot, Scene } from './stage.ts';

interface Decided {
  readonly turn: Round;
  readonly whole: Round;
  readonly notice: { readonly cpuMs: number; readonly bareMs: number };
  readonly notices: number;
}

export interface Deciding {
  readonly turns: readonly TurnCost[];
  readonly figures: readonly Figure[];
}

const bareSends = 100;

export const decisions = async (
  scene: Scene,
  discussions: readonly InSession[],
  { warmUps, rounds, decided: each, batchMs }: Extent,
): Promise<Deciding> => {
  const found: Decided[] = [];
  for (let i = 0; i < warmUps + rounds; i += 1) {
    const result = await decideSome(scene, discussions.slice(i * each, (i + 1) * each), batchMs);
    if (i >= warmUps) found.push(result);
  }
  const about = { floor: 'durable', goal: 0.6 } as const;
  return {
    turns: [
      turnCost(
        { ...about, turn: 'a decision recorded' },
        found.map(({ turn }) => turn),
      ),
      turnCost(
        { ...about, goal: null, turn: 'a decision, and all it owes' },
        found.map(({ whole }) => whole),
      ),
    ],
    figures: [
      figure(
        'CPU of a notice, beside that of a bare send',
        'times',
        null,
        found.map(({ notice }) => notice.cpuMs / notice.bareMs),
      ),
      figure(
        'CPU of a notice',
        'ms',
        null,
        found.map(({ notice }) => notice.cpuMs),
      ),
      figure(
        'notices of a decision',
        'notices',
        null,
        found.map(({ notices }) => notices / each),
      ),
    ],
  };
};

const decideSome = async (
  { product, plain, durable, tenant, ledger }: Scene,
  discussions: readonly InSession[],
  batchMs: number,
): Promise<Decided> => {
  const bare = await costOf({
    process: durable.process,
    ask: () => forSoLong(batchMs, discussions.length, pressedOn(durable)),
    settled: () => Promise.resolve(),
  });
  const released = Promise.withResolvers<'now'>();
  ledger.claims();
  tenant.hold(released.promise);
  const side = {
    process: product.process,
    ask: () => soMany(discussions.length, discussions.length, decided(product.client, discussions)),
    settled: () => Promise.resolve(),
  };
  const turn = await costOf(side);
  const before = await product.process.used();
  const from = performance.now();
  released.resolve('now');
  await ledger.quiet();
  const seconds = (performance.now() - from) / 1_000;
  const owedMs = (await product.process.used()).cpuMs - before.cpuMs;
  const { claims, putBack } = ledger.claims();
  const count = discussions.length;
  const whole = {
    perSecond: count / (count / turn.perSecond + seconds),
    cpuMs: turn.cpuMs + owedMs / count,
  };
  const notices = claims - putBack;
  return {
    turn: { product: turn, bare },
    whole: { product: whole, bare },
    notice: { cpuMs: owedMs / notices, bareMs: await bareSend(plain) },
    notices,
  };
};

/** Milliseconds of processor time for a message that nobody asked for and nobody keeps. */
const bareSend = async ({ process, client }: Bot): Promise<number> => {
  const before = await process.used();
  await client.say(manager, `send ${bareSends}`);
  return ((await process.used()).cpuMs - before.cpuMs) / bareSends;
};
