/** The turns people take all day, each beside what the floor takes for a turn of its kind. */
import type { TurnCost } from '../costs.ts';
import type { Extent } from '../extent.ts';
import { forSoLong, soMany, type Turn } from '../load/batch.ts';
import { formFilledIn, informationAdded, refreshed, shown, typed } from './asked.ts';
import { atOnce, contend, type Contest, type Side } from './contest.ts';
import { manager } from './prepared.ts';
import type { Bot, Scene } from './stage.ts';

const atOnceDone = (): Promise<void> => Promise.resolve();

/** Any button of the floor’s. */
export const pressedOn = ({ client }: Bot): Turn => {
  const action = { verb: 'anything', data: {} };
  return async () => {
    await client.press({ person: manager, message: 'any', action });
  };
};

export const everydayTurns = (
  { product, plain, durable, ledger, discussions, forms }: Scene,
  { day, batchMs, ...extent }: Extent & { readonly day: string },
): Promise<readonly TurnCost[]> => {
  const asking = ({ process }: Bot, turn: Turn, settled = atOnceDone): Side => ({
    process,
    ask: () => forSoLong(batchMs, atOnce, turn),
    settled,
  });
  const { client } = product;
  const saying = (turn: string, own: Turn): Contest => ({
    ...{ turn, floor: 'plain', goal: turn === '`/strategy help`' ? 0.85 : 0.8 },
    product: asking(product, own),
    bare: asking(plain, typed(plain.client, 'anything')),
  });
  const pressing = (turn: string, floor: 'plain' | 'durable', own: Side): Contest => {
    const bot = floor === 'plain' ? plain : durable;
    return { turn, floor, goal: floor === 'plain' ? 0.8 : 0.6, product: own, bare: asking(bot, pressedOn(bot)) };
  };
  const adding: Side = {
    process: product.process,
    // Once to each: on a longer record it would be another turn.
    ask: () => soMany(discussions.length, atOnce, informationAdded(client, discussions)),
    settled: () => ledger.quiet(),
  };
  return contend(
    [
      saying('`/strategy help`', typed(client, '/strategy help')),
      saying('`/strategy show`', shown(client, discussions)),
      saying('`/strategy list`', typed(client, '/strategy list')),
      pressing('a page of the convene form', 'durable', asking(product, formFilledIn(client, forms, day))),
      pressing('a card refreshed', 'plain', asking(product, refreshed(client, discussions))),
      pressing('information added', 'durable', adding),
    ],
    extent,
  );
};
