/**
 * What Cosmos DB costs: request units for one whole discussion, told by the real product, and for one look of the
 * dispatcher while ever more discussions wait. Fails when a look is not flat.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { connect, openCosmos } from '../../src/store/cosmos.ts';
import type { CosmosPlace } from '../../src/store/cosmosFault.ts';
import { commitItemOf, createItem } from '../../src/store/cosmosItems.ts';
import type { Stores } from '../../src/store/store.ts';
import { storedCommit } from '../../src/store/stored.ts';
import { announce, convene, decide } from '../instances/story.ts';
import { startCouncil, until } from '../journey/council.ts';
import { aCommit, aNotice, aSummary, minutes, start } from '../store/commits.ts';
import { isRealAccount, startCosmosServer } from '../store/cosmosServer.ts';
import { queryUnits, startMeter, type Meter, type Work } from './requestUnits.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const units = (n: number): string => n.toFixed(1).padStart(9);

const unitsIn = (meter: Meter): number => Object.values(meter.totals()).reduce((sum, t) => sum + t.units, 0);

/** The main story from `/strategy` to the decision and everything it owes that day. */
const wholeDiscussion = async (place: CosmosPlace, meter: Meter): Promise<void> => {
  const council = await startCouncil({
    env: {
      STORE: 'cosmos',
      COSMOS_ENDPOINT: meter.endpoint,
      COSMOS_DATABASE: place.database,
      COSMOS_CONTAINER: place.container,
      COSMOS_KEY: place.key ?? '',
      AUTHORITY_ID: place.authorityId,
    },
  });
  const stores = await openCosmos(place);
  await wait(500);
  meter.reset();
  const [announced] = await announce(council.origin, 1);
  if (announced === undefined) throw new Error('nothing was announced');
  const reference = await convene(council.origin, announced);
  await decide(council.origin, reference);
  await until('what is owed to be sent', async () => ((await isQuiet(stores, reference)) ? true : undefined), 60_000);
  say(
    `One whole discussion: ${(await stores.store.load(reference)).length} commits, ${(await stores.store.notices(reference)).length} notices`,
  );
  const rows = Object.entries(meter.totals()) as [Work, { units: number; count: number }][];
  for (const [work, total] of rows) say(`  ${work.padEnd(14)}${units(total.units)} RU in ${total.count} requests`);
  say(`  ${'together'.padEnd(14)}${units(unitsIn(meter))} RU`);
  await stores.close();
  await council.stop();
};

const isQuiet = async ({ store }: Stores, reference: string): Promise<boolean> => {
  const due = (await store.notices(reference)).filter(({ delivery, notice }) =>
    notice.owedAt < '2026-09-15T09:30' ? ['owed', 'sending', 'maybe'].includes(delivery.status) : false,
  );
  return due.length === 0;
};

/** One look of an idle dispatcher: a claim that finds nothing, and when to look again. */
const sweep = async (stores: Stores, meter: Meter): Promise<number> => {
  meter.reset();
  const claimed = await stores.store.claim({ now: start, leaseUntil: minutes(1), holder: 'bench', limit: 8 });
  await stores.store.nextDue();
  if (claimed.length > 0) throw new Error('something was due');
  return unitsIn(meter);
};

/** Adds discussions whose reminders are for later, as items: an append asks more of a server without an index. */
const fill = async (place: CosmosPlace, from: number, to: number): Promise<void> => {
  const client = await connect(place);
  const container = client.database(place.database).container(place.container);
  const cosmos = { container, authorityId: place.authorityId };
  const add = (discussionId: string) => {
    const commit = aCommit(null, {
      discussionId,
      notices: [aNotice(`${discussionId}/reminder`, { owedAt: minutes(10_000) })],
    });
    return createItem(cosmos, commitItemOf(cosmos, commit, storedCommit(commit), aSummary(commit)));
  };
  for (let i = from; i < to; i += 32) {
    await Promise.all(Array.from({ length: Math.min(32, to - i) }, (_, k) => add(`SD-${i + k}`)));
  }
  client.dispose();
};

const sweeps = async (place: CosmosPlace, meter: Meter): Promise<void> => {
  const metered = await openCosmos({ ...place, endpoint: meter.endpoint });
  const costs: number[] = [];
  let filled = 0;
  say('One look for due notices, with nothing due, while discussions with reminders to come are waiting:');
  for (const count of isRealAccount ? [0, 1_000, 100_000] : [0, 1_000]) {
    await fill(place, filled, count);
    filled = count;
    costs.push(await sweep(metered, meter));
    say(`  ${String(count).padStart(7)} waiting ${units(costs.at(-1) ?? 0)} RU`);
  }
  // The local server has no index: it takes minutes to look through 100,000, which would show nothing about the service.
  if (!isRealAccount) {
    const each = queryUnits(0) + queryUnits(JSON.stringify(minutes(10_000)).length);
    say(
      `   100000 waiting ${units(each)} RU, not run: a claim that loads nothing, and one time from the end of an index`,
    );
  }
  await metered.close();
  const [first = 0] = costs;
  // nextDue brings one time more where there is one; beyond that the number must not matter.
  if (costs.some((cost) => cost > first + 2))
    throw new Error('the cost of a look grows with the number of discussions');
};

const server = await startCosmosServer();
const meter = await startMeter(server.endpoint, isRealAccount);
say(
  isRealAccount
    ? `Measured: request units as ${server.endpoint} charged them.`
    : 'Computed from sizes by Microsoft’s table for session consistency; replacements counted twice, queries 2.8 RU and what they load. Not measured.',
);
for (const work of [wholeDiscussion, sweeps]) {
  const place = await server.newPlace();
  await work(place, meter);
  await server.removePlace(place);
}
await meter.close();
await server.close();
