/** Starting on Cosmos DB: one sentence for the operator where it cannot be, and nothing changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFault } from '../../../src/store/cosmos/account.ts';
import { connect } from '../../../src/store/cosmos/client.ts';
import { openCosmos, prepareCosmos } from '../../../src/store/cosmos/cosmos.ts';
import { containerSettings } from '../../../src/store/cosmos/container.ts';
import { cosmosUnavailable, type CosmosPlace } from '../../../src/store/cosmos/fault.ts';
import { StoreUnavailable } from '../../../src/store/unavailable.ts';
import { isRealAccount, startCosmosServer, type CosmosServer } from './server.ts';
import { startCosmosProxy, type CosmosProxy } from './proxy.ts';

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
const refusal = async (
  over: Partial<CosmosPlace>,
  begin: (place: CosmosPlace) => Promise<unknown> = openCosmos,
): Promise<string> => {
  try {
    await begin({ ...place, ...over });
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

describe('an account', () => {
  it.each<[string, string, string, boolean, RegExp | null]>([
    ['with strong consistency', 'https://a.example', 'Strong', false, null],
    ['with bounded staleness', 'https://a.example', 'BoundedStaleness', false, null],
    [
      'with the consistency it has by default',
      'https://a.example',
      'Session',
      false,
      /consistency Session, .* Strong or/,
    ],
    ['with eventual consistency', 'https://a.example', 'Eventual', false, /consistency Eventual, .* Strong or/],
    ['that is one copy on this machine', 'http://127.0.0.1:8081', 'Session', false, null],
    [
      'with several write regions',
      'https://a.example',
      'Strong',
      true,
      /several regions.* Switch multi-region writes off/,
    ],
  ])(
    '%s is used or refused for it',
    (_case, endpoint, consistencyPolicy, enableMultipleWritableLocations, sentence) => {
      const fault = accountFault({ endpoint }, { consistencyPolicy, enableMultipleWritableLocations });
      if (sentence === null) expect(fault).toBeNull();
      else expect(fault).toMatch(sentence);
    },
  );

  it.skipIf(isRealAccount).each([
    ['opened', openCosmos],
    ['prepared', prepareCosmos],
  ])('is asked what it promises before it is %s', async (_case, begin) => {
    proxy.set(() => ({ status: 200, body: '{"enableMultipleWriteLocations":true}' }));
    expect(await refusal({ endpoint: proxy.endpoint }, begin)).toMatch(/Switch multi-region writes off/);
    expect(proxy.count()).toBe(1);
  });
});

describe('an account that does not answer', () => {
  it.skipIf(isRealAccount).each([
    ['is a web page', { status: 200, body: '<html></html>' }],
    ['is another service', { status: 404, body: '{}' }],
    ['is out of order', { status: 500, body: '{}' }],
  ])('%s', async (_case, fate) => {
    proxy.set(() => fate);
    expect(await refusal({ endpoint: proxy.endpoint })).toMatch(
      /is not Cosmos DB, or is out of order.*Check COSMOS_ENDP/,
    );
  });

  it('shows a certificate that this machine does not trust', () => {
    const error = Object.assign(new Error('self-signed'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    expect(cosmosUnavailable(place, error)).toMatchObject({
      message: expect.stringContaining('set NODE_EXTRA_CA_CERTS') as string,
    });
  });

  it('is no excuse for a fault of our own', () => {
    const ours = new TypeError('of our own');
    expect(cosmosUnavailable(place, ours)).toBe(ours);
  });

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
  it('leaves what a newer version wrote alone, and does not call it ready', async () => {
    await setSchema(99);
    expect(await refusal({}, prepareCosmos)).toMatch(/was written by a newer version/);
    expect(await refusal({})).toMatch(/was written by a newer version/);
    await setSchema(1);
  });

  it('leaves the container of some other program alone', async () => {
    const client = await connect(place);
    const theirs = { id: 'others', partitionKey: { paths: ['/theirs'] } };
    const { container } = await client.database(place.database).containers.create(theirs);
    expect(await refusal({ container: 'others' }, prepareCosmos)).toMatch(/belongs to some other program/);
    expect((await container.read()).resource?.partitionKey?.paths).toEqual(['/theirs']);
    expect((await container.item('schema', '~schema').read()).resource).toBeUndefined();
    client.dispose();
  });

  it('is not for a managed identity', async () => {
    expect(await refusal({ key: null }, prepareCosmos)).toBe(
      'Set COSMOS_KEY to a key of the account: a managed identity may not make a container.',
    );
  });

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
    await prepareCosmos(place);
    expect(await stores.conversations.recall('channel')).toBe('kept');
    await stores.close();
  });
});
