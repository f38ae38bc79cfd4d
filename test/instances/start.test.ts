/** Starting the product itself on Cosmos DB: where it cannot be, one sentence and exit code 1. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CosmosPlace } from '../../src/store/cosmosFault.ts';
import { isRealAccount, startCosmosServer, type CosmosServer } from '../store/cosmosServer.ts';
import { startCosmosProxy, type CosmosProxy } from '../store/cosmosProxy.ts';

let server: CosmosServer;
let refusing: CosmosProxy;
let place: CosmosPlace;
let dataDir: string;

beforeAll(async () => {
  server = await startCosmosServer();
  refusing = await startCosmosProxy(server.endpoint);
  refusing.set(() => ({ status: 401 }));
  place = await server.newPlace();
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-start-'));
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await server.removePlace(place);
  await refusing.close();
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
  const started = spawn(process.execPath, ['--disable-warning=DEP0040', script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  started.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
    // It listens for the signal a moment after it has said so.
    if (said.out.includes('Open http')) setTimeout(() => started.kill('SIGTERM'), 500);
  });
  started.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(started, 'close')) as [number | null];
  return { code, ...said };
};

it.skipIf(isRealAccount).each<[string, () => Readonly<Record<string, string>>, RegExp]>([
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
    'an address where nothing answers',
    () => ({ COSMOS_ENDPOINT: 'http://127.0.0.1:9' }),
    /^Cosmos DB at \S+ cannot be reached\. .*\.\n$/,
  ],
  ['no authority', () => ({ AUTHORITY_ID: '' }), /^AUTHORITY_ID is required where STORE is cosmos: .*\.\n$/],
  [
    'an address without TLS',
    () => ({ COSMOS_ENDPOINT: 'http://db.example' }),
    /^COSMOS_ENDPOINT must begin with https:\/\/\.?\n$/,
  ],
])('does not start with %s', async (_case, over, sentence) => {
  const { code, err } = await start('src/main.ts', [], over());
  expect(err).toMatch(sentence);
  expect(code).toBe(1);
});

it('is prepared by the operator’s command, and then starts and stops', async () => {
  const over = { COSMOS_CONTAINER: 'by-the-operator' };
  const prepared = await start('src/strategy.ts', ['prepare-cosmos'], over);
  expect(prepared).toMatchObject({ code: 0, err: '' });
  expect(prepared.out).toBe(`The container by-the-operator of the database ${place.database} is ready.\n`);
  const started = await start('src/main.ts', [], over);
  expect(started).toMatchObject({ code: 0, err: '' });
  expect(started.out).toContain('Stopped.');
  await server.removePlace({ ...place, container: 'by-the-operator' });
});
