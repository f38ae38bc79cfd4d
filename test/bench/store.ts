/**
 * What Cosmos DB costs: request units for one whole discussion, told by the real product, and for one look of the
 * dispatcher while ever more discussions wait. Fails when a look is not flat.
 */
import { createStreams } from '../../src/store/streams.ts';
import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../../src/practice/time/instant.ts';
import { connect } from '../../src/store/cosmos/client.ts';
import { openCosmos } from '../../src/store/cosmos/cosmos.ts';
import type { JSONObject } from '@azure/cosmos';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { commitItemOf } from '../../src/store/cosmos/commitItem.ts';
import { storedItem } from '../../src/store/cosmos/items.ts';
import type { Stores } from '../../src/store/store.ts';
import { storedCommit } from '../../src/store/stored.ts';
import { announce, convene, decide } from '../instances/story.ts';
import { startCouncil, until } from '../journey/council.ts';
import { aCommit, aNotice, aSummary, minutes, start } from '../store/contract/commits.ts';
import { isRealAccount, startCosmosServer } from '../store/cosmos/server.ts';
import { startMeter, type Meter, type Work } from './requestUnits.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Items created side by side. */
const atOnce = 5_000;
const units = (n: number): string => n.toFixed(1).padStart(9);

const requestsIn = (meter: Meter): number => Object.values(meter.totals()).reduce((sum, t) => sum + t.count, 0);
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

interface Look {
  readonly units: number;
  readonly requests: number;
}

/** One look of a dispatcher: a claim of what is due, and when to look again. */
const look = async (stores: Stores, meter: Meter, due: number): Promise<Look> => {
  meter.reset();
  const claimed = await stores.store.claim({ now: start, leaseUntil: minutes(1), holder: 'bench', limit: 8 });
  await stores.store.nextDue();
  const cost = { units: unitsIn(meter), requests: requestsIn(meter) };
  if (claimed.length !== due) throw new Error(`${claimed.length} notices were due, not ${due}`);
  for (const notice of claimed) await stores.store.settle(notice, { status: 'superseded', at: start, attempts: [] });
  return cost;
};

/** Adds discussions with one notice each, as items and in bulk: an append asks more of a server without an index. */
const add = async (place: CosmosPlace, ids: readonly string[], owedAt: Instant): Promise<void> => {
  const client = await connect(place);
  const container = client.database(place.database).container(place.container);
  const operations = ids.map((reference) => {
    const commit = aCommit(null, { reference, notices: [aNotice(`${reference}/1/reminder`, { owedAt })] });
    const item = commitItemOf(
      { container, authorityId: place.authorityId, streams: createStreams() },
      commit,
      storedCommit(commit),
      aSummary(commit),
    );
    return {
      operationType: 'Create' as const,
      partitionKey: item.partition,
      resourceBody: storedItem(item) as unknown as JSONObject,
    };
  });
  for (let i = 0; i < operations.length; i += atOnce) {
    const answers = await container.items.executeBulkOperations(operations.slice(i, i + atOnce));
    const failed = answers.find((answer) => answer.response?.statusCode !== 201);
    if (failed !== undefined) throw new Error(`an item was not created: ${failed.error?.message ?? 'no reason given'}`);
  }
  client.dispose();
};

const looks = async (place: CosmosPlace, meter: Meter): Promise<void> => {
  const stores = await openCosmos({ ...place, endpoint: meter.endpoint });
  const costs: (readonly [Look, Look])[] = [];
  let filled = 0;
  say('One look for due notices, by how many discussions have a reminder to come:');
  say('   to come     nothing due             8 due');
  for (const count of isRealAccount ? [0, 1_000, 100_000] : [0, 1_000, 10_000]) {
    const ids = Array.from({ length: count - filled }, (_, i) => `SD-${filled + i}`);
    await add(place, ids, minutes(10_000));
    filled = count;
    const idle = await look(stores, meter, 0);
    await add(
      place,
      Array.from({ length: 8 }, (_, i) => `DUE-${count}-${i}`),
      start,
    );
    const busy = await look(stores, meter, 8);
    costs.push([idle, busy]);
    say(`  ${String(count).padStart(8)}${shown(idle)}${shown(busy)}`);
  }
  await stores.close();
  if (!isRealAccount) sayWhatWasNotRun(costs.at(-1));
  refuseGrowth(costs.map(([idle]) => idle));
  refuseGrowth(costs.map(([, busy]) => busy));
};

/** Without an index, a look at 100,000 takes longer than the client waits. */
const sayWhatWasNotRun = (last: readonly [Look, Look] | undefined): void => {
  if (last !== undefined) say(`    100000${shown(last[0])}${shown(last[1])}   not run: as for 10,000`);
  say(
    'The local server has no index and looks at every item. The rows it ran show that a look asks for no more and loads',
  );
  say('no more as the number grows; that finding it through the index costs no more, only a real account can show:');
  say('set COSMOS_TEST_ENDPOINT and COSMOS_TEST_KEY, and 100,000 are run and measured.');
};

const shown = ({ units: cost, requests }: Look): string => `${units(cost)} RU in ${String(requests).padStart(2)}`;

/** nextDue brings one time more where there is one; beyond that the number must not matter. */
const refuseGrowth = (costs: readonly Look[]): void => {
  const [first] = costs;
  if (first === undefined || costs.some((cost) => cost.units > first.units + 3 || cost.requests > first.requests))
    throw new Error('the cost of a look grows with the number of discussions');
};

const server = await startCosmosServer();
const meter = await startMeter(server.endpoint, isRealAccount);
say(
  isRealAccount
    ? `Measured: request units as ${server.endpoint} charged them.`
    : 'Computed, not measured: from the sizes sent and answered, by Microsoft’s table, reads doubled for strong consistency;\nour own guesses, upwards: a replacement costs two writes, a query 2.8 RU (doubled) before what it loads.',
);
for (const work of [wholeDiscussion, looks]) {
  const place = await server.newPlace();
  await work(place, meter);
  await server.removePlace(place);
}
await meter.close();
await server.close();
