/**
 * Fifty people press at once while the outbox drains, within the limits of Teams: how long the slowest in a hundred waits,
 * and how often a notice is claimed before it is sent.
 */
import { figure, type Figure } from '../costs.ts';
import type { Extent } from '../extent.ts';
import { forSoLong, soMany, type Turn } from '../load/batch.ts';
import { percentile } from '../../soak/figures.ts';
import { decided, informationAdded, informationOpened, refreshed } from './asked.ts';
import { pressedOn } from './everyday.ts';
import type { InSession } from './prepared.ts';
import type { Bot, Scene } from './stage.ts';

export const people = 50;
/** What nobody is to wait longer for. Milliseconds. */
const promisedMs = 500;
const promisedClaims = 1.1;

interface Busy {
  readonly slowest: number;
  readonly bare: number;
  readonly claims: number;
}

/** Most look; some open a form, and some add what they know. */
export const mixed = ({ client }: Bot, discussions: readonly InSession[]): Turn => {
  const [look, open, add] = [refreshed, informationOpened, informationAdded].map((turn) => turn(client, discussions));
  return async (asker) => {
    const turn = asker % 10 < 6 ? look : asker % 10 < 9 ? open : add;
    await turn?.(asker);
  };
};

export const busyHour = async (
  scene: Scene,
  { talked, toDecide }: { readonly talked: readonly InSession[]; readonly toDecide: readonly InSession[] },
  { rounds, decided: each, busyMs }: Extent,
): Promise<readonly Figure[]> => {
  const product = await scene.withLimits();
  const found: Busy[] = [];
  for (let i = 0; i < rounds; i += 1) {
    found.push(await busyRound(scene, product, talked, toDecide.slice(i * each, (i + 1) * each), busyMs));
  }
  const slowest = `of an invoke, ${people} at once with the outbox draining: the slowest in a hundred`;
  return [
    figure(
      slowest,
      'ms',
      promisedMs,
      found.map((busy) => busy.slowest),
    ),
    figure(
      `${slowest}, beside the floor’s`,
      'times',
      null,
      found.map((busy) => busy.slowest / busy.bare),
    ),
    figure(
      'claims for each notice',
      'claims',
      promisedClaims,
      found.map((busy) => busy.claims),
    ),
  ];
};

const busyRound = async (
  { plain, ledger }: Scene,
  product: Bot,
  talked: readonly InSession[],
  toDecide: readonly InSession[],
  busyMs: number,
): Promise<Busy> => {
  const bare = await forSoLong(busyMs / 2, people, pressedOn(plain));
  ledger.claims();
  await soMany(toDecide.length, toDecide.length, decided(product.client, toDecide));
  const { times } = await forSoLong(busyMs, people, mixed(product, talked));
  await ledger.quiet();
  const { claims, putBack } = ledger.claims();
  return {
    slowest: percentile(times, 0.99),
    bare: percentile(bare.times, 0.99),
    claims: claims / (claims - putBack),
  };
};
