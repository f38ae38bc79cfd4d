/** Starting on Cosmos DB: one sentence for the operator where it cannot be, and nothing changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, openCosmos, prepareCosmos } from '../../src/store/cosmos.ts';
import { containerSettings, ensureContainer } from '../../src/store/cosmosContainer.ts';
import type { CosmosPlace } from '../../src/store/cosmosFault.ts';
import { StoreUnavailable } from '../../src/store/unavailable.ts';
import { isRealAccount, startCosmosServer, type CosmosServer } from './cosmosServer.ts';
import { startCosmosProxy, type CosmosProxy } from './cosmosProxy.ts';

let server: CosmosServer;
let proxy: CosmosProxy;
let place: CosmosPlace;

beforeAll(async () => {
  server = await startCosmosServer();
  proxy = await startCosmosProxy(server.endpoint);
  place = await server.newPlace();
});
afterAll(async () => {
  await server.removePlace(place);
  await proxy.close();
  await server.close();
});

/** The one sentence an operator sees. */
const refusal = async (over: Partial<CosmosPlace>): Promise<string> => {
  try {
    await openCosmos({ ...place, ...over });
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.message;
    throw error;
  }
  throw new Error('the store was opened');
};

const setSchema = async (schema: number): Promise<void> => {
  const client = await connect(place);
  const { database, container } = place;
  await client.database(database).container(container).items.upsert({ id: 'schema', discussionId: '~schema', schema });
  client.dispose();
};

describe('a container that is not ready', () => {
  it('has no database', async () => {
    expect(await refusal({ database: 'nowhere' })).toMatch(
      /has no database nowhere\. Run: npm run -s strategy -- prepare-cosmos$/,
    );
  });

  it('is missing', async () => {
    expect(await refusal({ container: 'nothing' })).toMatch(/^There is no container nothing of the database/);
  });

  it('belongs to something else, by how it is partitioned', async () => {
    const client = await connect(place);
    await client.database(place.database).containers.create({ id: 'theirs', partitionKey: { paths: ['/theirs'] } });
    expect(await refusal({ container: 'theirs' })).toMatch(/belongs to some other program/);
    client.dispose();
  });

  it('has never been prepared', async () => {
    const client = await connect(place);
    await client.database(place.database).containers.create(containerSettings('empty'));
    expect(await refusal({ container: 'empty' })).toMatch(/has not been prepared/);
    client.dispose();
  });

  it.each([
    ['older', 0],
    ['newer', 99],
  ])('was written by an %s version', async (age, schema) => {
    await setSchema(schema);
    expect(await refusal({})).toMatch(new RegExp(`was written by an? ${age} version of this program`));
    await setSchema(1);
  });

  it('was written by an older version, until it is prepared again', async () => {
    await setSchema(0);
    await prepareCosmos(place);
    await (await openCosmos(place)).close();
  });
});

describe('an account that does not answer', () => {
  it.skipIf(isRealAccount)('refuses the key', async () => {
    proxy.set(() => ({ status: 401 }));
    expect(await refusal({ endpoint: proxy.endpoint })).toMatch(/refuses the key in COSMOS_KEY/);
  });

  it('is at an address where nothing listens', async () => {
    expect(await refusal({ endpoint: 'http://127.0.0.1:9' })).toMatch(/cannot be reached\. Check COSMOS_ENDPOINT/);
  });

  it.skipIf(isRealAccount)('is too busy', async () => {
    proxy.set(() => ({ status: 429, headers: { 'x-ms-retry-after-ms': '5' } }));
    expect(await refusal({ endpoint: proxy.endpoint })).toMatch(/is too busy to answer/);
  });
});

describe('preparing', () => {
  it('says how the container is partitioned, and indexes only what is asked for', async () => {
    const client = await connect(place);
    const { resource } = await client.database(place.database).container(place.container).read();
    expect(resource?.partitionKey?.paths).toEqual(['/discussionId']);
    expect(resource?.indexingPolicy?.excludedPaths).toEqual([expect.objectContaining({ path: '/*' })]);
    expect(resource?.defaultTtl).toBeUndefined();
    client.dispose();
  });

  it('twice changes nothing', async () => {
    const stores = await openCosmos(place);
    await stores.conversations.remember('channel', 'kept');
    const client = await connect(place);
    await ensureContainer(client, place.database, place.container);
    expect(await stores.conversations.recall('channel')).toBe('kept');
    client.dispose();
    await stores.close();
  });
});
