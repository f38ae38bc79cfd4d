import type { Container, CosmosClient } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../src/store/cosmos/client.ts';
import { openCosmos } from '../../../src/store/cosmos/cosmos.ts';
import type { CosmosPlace } from '../../../src/store/cosmos/fault.ts';
import { itemsBefore } from '../before/before.ts';
import { storeContract } from '../contract/contract.ts';
import { isRealAccount, onlyTheService, startCosmosServer, type CosmosServer } from './server.ts';
import { aCommit, aNotice, aSummary, minutes, oweNotices, start } from '../contract/commits.ts';

let server: CosmosServer;

beforeAll(async () => {
  server = await startCosmosServer();
  if (!isRealAccount)
    process.stdout.write(['Skipped, for want of a real account:', ...Object.values(onlyTheService), ''].join('\n  '));
});

afterAll(() => server.close());

const writeBefore = async (place: CosmosPlace): Promise<void> => {
  const client = await connect(place);
  const { items } = client.database(place.database).container(place.container);
  for (const item of itemsBefore) await items.create(item);
  client.dispose();
};

storeContract('the Cosmos store', async () => {
  const place = await server.newPlace();
  return {
    open: () => openCosmos(place),
    child: ['cosmos', JSON.stringify(place)],
    writeBefore: () => writeBefore(place),
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

  it('ask nothing that could bring what is the other’s', async () => {
    const place = await server.newPlace('exampleshire');
    const ours = await openCosmos(place);
    const theirs = await openCosmos({ ...place, authorityId: 'otherton' });
    const commit = await oweNotices(ours.store, 'SD-1', [aNotice('SD-1/1/a', { deadline: minutes(1) })]);
    const ended = aCommit(commit, { at: minutes(1) });
    await ours.store.append(ended, aSummary(ended, { open: false, stage: 'decided' }));
    await ours.store.recordRead({ reference: 'SD-1', personId: 'chair', at: start, deed: 'read' });
    await ours.drafts.put({ id: 'SD-2', revision: 1, owner: 'chair', body: '{}', savedAt: start });
    await ours.directory.put([{ kind: 'person', id: 'p', teamsKey: 'tenant/p', body: '{}' }]);
    await ours.conversations.remember('channel', 'ours');
    const lastHash = ended.hash;
    const buried = { reference: 'SD-3', purgedAt: start, by: 'records', versions: 2, lastHash };
    await ours.archive.bury(buried);

    const { store, archive, directory, drafts } = theirs;
    const now = minutes(60);
    expect(await store.claim({ now, leaseUntil: minutes(61), holder: 'theirs', limit: 10 })).toEqual([]);
    expect(await store.nextDue()).toBeNull();
    expect(await store.counts(now)).toEqual({ owed: 0, overdue: 0, oldestOwedAt: null });
    expect(await store.notices('SD-1')).toEqual([]);
    expect(await store.reads('SD-1')).toEqual([]);
    expect(await archive.discussions(null, 10)).toEqual([]);
    expect(await archive.endedBefore(now, 10)).toEqual([]);
    expect(await archive.held('SD-1')).toBeNull();
    expect(await archive.purge('SD-1', { at: now, by: 'theirs' })).toBe('unknown');
    expect(await archive.tombstones()).toEqual([]);
    expect(await archive.conversations()).toEqual([]);
    expect(await archive.drafts()).toEqual([]);
    expect(await drafts.get('SD-2')).toBeNull();
    expect(await directory.all('person')).toEqual([]);
    expect(await directory.byTeamsKey('tenant/p')).toBeNull();
    // Nothing was done to ours by asking.
    expect(await ours.store.load('SD-1')).toEqual([commit, ended]);
    await ours.close();
    await theirs.close();
    await server.removePlace(place);
  });
});

// The local server ignores or leaves out each of these; nothing here would show anything against it.
describe.skipIf(!isRealAccount)('the service itself', () => {
  let place: CosmosPlace;
  let client: CosmosClient;
  let container: Container;

  beforeAll(async () => {
    place = await server.newPlace();
    client = await connect(place);
    container = client.database(place.database).container(place.container);
  });
  afterAll(async () => {
    client.dispose();
    await server.removePlace(place);
  });

  it(onlyTheService.isolation, async () => {
    await container.items.create({ id: 'a', reference: 'one' });
    await container.items.create({ id: 'a', reference: 'two' });
    const query = container.items.query<{ reference: string }>('SELECT * FROM c', { partitionKey: 'one' });
    expect((await query.fetchAll()).resources.map((item) => item.reference)).toEqual(['one']);
  });

  it(onlyTheService.tooLarge, async () => {
    const item = { id: 'large', reference: 'one', text: 'x'.repeat(2_100_000) };
    await expect(container.items.create(item)).rejects.toMatchObject({ code: 413 });
  });

  it(onlyTheService.wrongKey, async () => {
    const key = Buffer.from('some other key').toString('base64');
    await expect(openCosmos({ ...place, key })).rejects.toThrow('refuses the key in COSMOS_KEY');
  });

  it(onlyTheService.charges, async () => {
    const small = await container.items.create({ id: 'small', reference: 'charges' });
    const large = await container.items.create({ id: 'large', reference: 'charges', text: 'x'.repeat(50_000) });
    expect(large.requestCharge).toBeGreaterThan(small.requestCharge);
  });

  it(onlyTheService.ttl, async () => {
    await container.items.create({ id: 'lasting', reference: 'ttl', ttl: 1 });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect((await container.item('lasting', 'ttl').read()).statusCode).toBe(200);
  });
});
