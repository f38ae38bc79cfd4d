/** Records are gone over again and again; one that was altered on the disk is found while the program runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSweep } from '../../src/start/sweep.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { oweNotices } from '../store/contract/commits.ts';

let folder: string;
let stores: Stores;
let altered: string[];
let sweep: () => Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-sweep-'));
  stores = openSqlite(join(folder, 'one.sqlite'));
  for (let i = 10; i < 23; i += 1) await oweNotices(stores.store, `SD-${i}`, []);
  altered = [];
  sweep = createSweep(stores.archive, (reference) => altered.push(reference));
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

it('finds what was altered behind the program’s back, whichever it is, and goes on', async () => {
  const behind = new DatabaseSync(join(folder, 'one.sqlite'));
  for (const reference of ['SD-12', 'SD-22']) {
    behind.exec(`UPDATE commits SET json = replace(json, 'Seen', 'Met') WHERE discussion_id = '${reference}'`);
  }
  behind.close();
  for (let round = 0; round < 3; round += 1) await sweep();
  expect(altered).toEqual(['SD-12', 'SD-22']);
});

it('begins again once it has gone over all, and finds what has changed since', async () => {
  for (let round = 0; round < 4; round += 1) await sweep();
  expect(altered).toEqual([]);
  const behind = new DatabaseSync(join(folder, 'one.sqlite'));
  behind.exec(`UPDATE commits SET json = replace(json, 'Seen', 'Met') WHERE discussion_id = 'SD-10'`);
  behind.close();
  await sweep();
  expect(altered).toEqual(['SD-10']);
});

it('a store that cannot be read is no altered record', async () => {
  await stores.close();
  await expect(sweep()).rejects.toThrow();
  expect(altered).toEqual([]);
});
