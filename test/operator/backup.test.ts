import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { oweNotices } from '../store/contract/commits.ts';
import { aCouncil } from './operator.ts';

let folder: string;
let inUse: Stores;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-backup-'));
  inUse = openSqlite(join(folder, 'strategy.sqlite'));
  await aCouncil(inUse);
});
afterEach(async () => {
  await inUse.close();
  rmSync(folder, { recursive: true });
});

const inCosmos = {
  STORE: 'cosmos',
  COSMOS_ENDPOINT: 'https://example.documents.azure.com',
  COSMOS_DATABASE: 'strategy',
  COSMOS_CONTAINER: 'strategy',
  AUTHORITY_ID: 'exampleshire',
};

const copy = (): string => join(folder, 'copy.sqlite');

const type = async (over: Readonly<Record<string, string>> = {}, to = copy()) => {
  const env = { ...process.env, DATA_DIR: folder, ...over };
  const ran = promisify(execFile)(process.execPath, ['src/start/launch.cjs', 'strategy', 'backup', to], { env });
  return ran.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (failure: unknown) => {
      const { code, stderr } = failure as { code: number; stderr: string };
      return { code, said: stderr };
    },
  );
};

const everything = async ({ store, archive }: Stores): Promise<unknown> => {
  const ids = await archive.discussions(null, 100);
  return Promise.all(ids.map(async (id) => [await archive.held(id), await store.notices(id)]));
};

it('the copy of a database in use is complete, the newest commit included, and for this user only', async () => {
  await oweNotices(inUse.store, 'SD-NEW', []);
  expect(await type()).toEqual({ code: 0, said: `A complete copy is in ${copy()}. It has been checked.\n` });
  expect(statSync(copy()).mode & 0o777).toBe(0o600);
  const restored = openSqlite(copy());
  expect(await everything(restored)).toEqual(await everything(inUse));
  expect(await restored.archive.held('SD-NEW')).not.toBeNull();
  await restored.close();
});

it('the bot goes on writing meanwhile', async () => {
  const copying = type();
  for (let i = 0; i < 50; i += 1) await oweNotices(inUse.store, `SD-MEANWHILE${i}`, []);
  expect((await copying).code).toBe(0);
  expect(await inUse.archive.held('SD-MEANWHILE49')).not.toBeNull();
});

it('a file that is there is left as it is', async () => {
  writeFileSync(copy(), 'the only good copy');
  expect(await type()).toEqual({ code: 1, said: `The copy cannot be made at ${copy()}: it exists already.\n` });
  expect(readFileSync(copy(), 'utf8')).toBe('the only good copy');
});

it.each<[string, () => Readonly<Record<string, string>>, () => string, RegExp]>([
  ['no data there', () => ({ DATA_DIR: join(folder, 'none') }), copy, /^There is no database file .*none/],
  ['no such folder for the copy', () => ({}), () => join(folder, 'none', 'copy'), /it cannot be written\.\n$/],
  ['data in Cosmos DB', () => inCosmos, copy, /^The data is in Cosmos DB, which keeps its own backups/],
])('%s: one sentence, and no copy', async (_name, over, to, sentence) => {
  const { code, said } = await type(over(), to());
  expect(code).not.toBe(0);
  expect(said).toMatch(sentence);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(existsSync(to())).toBe(false);
});
