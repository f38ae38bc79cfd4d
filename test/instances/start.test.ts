/** Starting the product, or an operator's command, on Cosmos DB: where it cannot be, one sentence and exit code 1. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/store/cosmos/client.ts';
import { containerSettings } from '../../src/store/cosmos/container.ts';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { isRealAccount, startCosmosServer, type CosmosServer } from '../store/cosmos/server.ts';
import { startCosmosProxy, type CosmosProxy } from '../store/cosmos/proxy.ts';

let server: CosmosServer;
let refusing: CosmosProxy;
let place: CosmosPlace;
let dataDir: string;
let silent: Server;

beforeAll(async () => {
  server = await startCosmosServer();
  refusing = await startCosmosProxy(server.endpoint);
  refusing.set(() => ({ status: 401 }));
  place = await server.newPlace();
  silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-start-'));
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await server.removePlace(place);
  await refusing.close();
  silent.close();
  await server.close();
});

const start = async (script: string, args: readonly string[], over: Readonly<Record<string, string>>) => {
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDir,
    PORT: '0',
    STORE: 'cosmos',
    COSMOS_ENDPOINT: place.endpoint,
    COSMOS_DATABASE: place.database,
    COSMOS_CONTAINER: place.container,
    COSMOS_KEY: place.key ?? '',
    AUTHORITY_ID: place.authorityId,
    ...over,
  };
  const started = spawn(process.execPath, ['src/start/launch.cjs', script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  started.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
    if (chunk.includes('Open http')) started.kill('SIGTERM');
  });
  started.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(started, 'close')) as [number | null];
  return { code, ...said };
};

const withSchema = async (schema: number): Promise<Readonly<Record<string, string>>> => {
  const client = await connect(place);
  const database = client.database(place.database);
  const { container } = await database.containers.createIfNotExists(containerSettings(`schema-${schema}`));
  await container.items.upsert({ id: 'schema', discussionId: '~schema', schema });
  client.dispose();
  return { COSMOS_CONTAINER: container.id };
};

type Environment = Readonly<Record<string, string>>;
const wrong: readonly [string, () => Environment | Promise<Environment>, RegExp][] = [
  [
    'a wrong key',
    () => ({ COSMOS_ENDPOINT: refusing.endpoint }),
    /^Cosmos DB at \S+ refuses the key in COSMOS_KEY\. .*\.\n$/,
  ],
  [
    'a database that is missing',
    () => ({ COSMOS_DATABASE: 'none' }),
    /^Cosmos DB at \S+ has no database none\. Run: .*prepare-cosmos\n$/,
  ],
  [
    'a container that is missing',
    () => ({ COSMOS_CONTAINER: 'none' }),
    /^There is no container none of the database .*\. Run: .*prepare-cosmos\n$/,
  ],
  ['an older schema', () => withSchema(0), /^The container schema-0 .* older version .*\. Run: .*prepare-cosmos\n$/],
  [
    'a newer schema',
    () => withSchema(99),
    /^The container schema-99 .* newer version .*\. Start the newer version\.\n$/,
  ],
  [
    'an address where nothing listens',
    () => ({ COSMOS_ENDPOINT: 'http://127.0.0.1:9' }),
    /^Cosmos DB at \S+ cannot be reached\. .*\.\n$/,
  ],
  [
    'an address that never answers',
    () => ({ COSMOS_ENDPOINT: `https://127.0.0.1:${(silent.address() as AddressInfo).port}` }),
    /^Cosmos DB at \S+ cannot be reached\. .*\.\n$/,
  ],
  ['no authority', () => ({ AUTHORITY_ID: '' }), /^AUTHORITY_ID is required where STORE is cosmos: .*\.\n$/],
  [
    'an address without TLS',
    () => ({ COSMOS_ENDPOINT: 'http://db.example' }),
    /^COSMOS_ENDPOINT must begin with https:\/\/\.?\n$/,
  ],
  [
    'neither TLS nor a key',
    () => ({ COSMOS_KEY: '' }),
    /^COSMOS_KEY is required where COSMOS_ENDPOINT begins with http:\/\/: .*\.\n$/,
  ],
];

/** What the product says of each, a command says in the same way: one of the account, one of the configuration. */
const alsoOfCommands = ['a wrong key', 'no authority'];

describe.skipIf(isRealAccount).each<[string, string, readonly string[], typeof wrong]>([
  ['the product', 'main', [], wrong],
  ['a command', 'strategy', ['directory', 'list'], wrong.filter(([name]) => alsoOfCommands.includes(name))],
])('%s ends with one sentence', (_who, script, args, cases) => {
  it.each(cases)('on %s', { timeout: 30_000 }, async (_case, over, sentence) => {
    const { code, out, err } = await start(script, args, await over());
    expect(err).toMatch(sentence);
    expect(out).toBe('');
    expect(code).toBe(1);
  });
});

it.skipIf(isRealAccount)('a command that loses its database half-way ends with one sentence as well', async () => {
  const failing = await startCosmosProxy(server.endpoint);
  const callsToOpen = 4;
  failing.set((n) => (n < callsToOpen ? 'pass' : { status: 503 }));
  const { code, err } = await start('strategy', ['directory', 'list'], {
    COSMOS_ENDPOINT: failing.endpoint,
  });
  expect(err).toMatch(/^Cosmos DB at \S+ is too busy to answer\. .*\.\n$/);
  expect(code).toBe(1);
  expect(failing.count()).toBeGreaterThan(callsToOpen);
  await failing.close();
});

it('is prepared by the operator’s command, and then starts and stops', async () => {
  const over = { COSMOS_CONTAINER: 'by-the-operator' };
  const prepared = await start('strategy', ['prepare-cosmos'], over);
  expect(prepared).toMatchObject({ code: 0, err: '' });
  expect(prepared.out).toBe(`The container by-the-operator of the database ${place.database} is ready.\n`);
  const started = await start('main', [], over);
  expect(started).toMatchObject({ code: 0, err: '' });
  expect(started.out).toContain('Stopped.');
  await server.removePlace({ ...place, container: 'by-the-operator' });
});
