import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCosmos } from '../../src/store/cosmos.ts';
import { storeContract } from './contract.ts';
import { isRealAccount, notOnLocalServer, startCosmosServer, type CosmosServer } from './cosmosServer.ts';
import { oweNotices } from './commits.ts';

let server: CosmosServer;

beforeAll(async () => {
  server = await startCosmosServer();
  const skipped = Object.values(notOnLocalServer);
  if (!isRealAccount) process.stdout.write(`Not shown, for want of a real account:\n${skipped.map((s) => `  ${s}\n`).join('')}`);
});

afterAll(() => server.close());

storeContract('the Cosmos store', async () => {
  const place = await server.newPlace();
  return {
    open: () => openCosmos(place),
    child: ['cosmos', JSON.stringify(place)],
    remove: () => server.removePlace(place),
  };
});

describe('two authorities in one container', () => {
  it('see nothing of each other, even under the same reference', async () => {
    const place = await server.newPlace('exampleshire');
    const ours = await openCosmos(place);
    const theirs = await openCosmos({ ...place, authorityId: 'otherton' });
    await oweNotices(ours.store, 'SD-1', []);
    expect(await theirs.store.load('SD-1')).toEqual([]);
    expect(await theirs.store.listOpen(10)).toEqual([]);
    await oweNotices(theirs.store, 'SD-1', []);
    expect(await ours.store.load('SD-1')).toHaveLength(1);
    await ours.conversations.remember('channel', 'ours');
    expect(await theirs.conversations.recall('channel')).toBeNull();
    await ours.close();
    await theirs.close();
    await server.removePlace(place);
  });
});
