/** The judge of a soak, on records with one thing wrong each: what it cannot find, it would never find. */
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { openStorage } from '../../src/rehearsal/storage.ts';
import type { Stores } from '../../src/store/store.ts';
import { aCommit, aNotice, aSummary, information, minutes, oweNotices, start } from '../store/contract/commits.ts';
import type { Acknowledged } from './acknowledged.ts';
import { judge } from './judge.ts';
import { isWhole } from './talk.ts';
import { openTenantFile, type TenantFile } from './tenantFile.ts';

let folder: string;
let stores: Stores;
let tenant: TenantFile;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-judge-'));
  openStorage(join(folder, 'rehearsal.sqlite')).close();
  stores = openSqlite(join(folder, 'strategy.sqlite'));
  tenant = openTenantFile(folder);
});
afterEach(async () => {
  tenant.close();
  await stores.close();
  rmSync(folder, { recursive: true });
});

const told: readonly Acknowledged[] = ['first', 'second', 'third'].map((which) => ({
  reference: 'SD-1',
  what: 'information',
  which,
}));

const record = async (texts = told.map(({ which }) => which)): Promise<void> => {
  let before: ReturnType<typeof aCommit> | null = null;
  for (const text of texts) {
    before = aCommit(before, { events: [information(text)] });
    await stores.store.append(before, aSummary(before));
  }
};
const behindItsBack = (sql: string): void => {
  const file = new DatabaseSync(join(folder, 'strategy.sqlite'));
  file.exec(sql);
  file.close();
};
const judged = () => judge(stores, told, [tenant], minutes(5));

it('a record with all that was acknowledged is whole', async () => {
  await record();
  expect(isWhole(await judged())).toBe(true);
});

it('the last commit removed: the chain is whole, and what was acknowledged with it is lost', async () => {
  await record();
  behindItsBack(`DELETE FROM commits WHERE version = 3`);
  const verdict = await judged();
  expect(verdict.lost).toEqual(['SD-1: information “third”']);
  expect(isWhole(verdict)).toBe(false);
});

it('a commit removed from the middle: the chain is broken', async () => {
  await record();
  behindItsBack(`DELETE FROM commits WHERE version = 2`);
  const verdict = await judged();
  expect(verdict.broken).toHaveLength(1);
  expect(isWhole(verdict)).toBe(false);
});

it('a word changed: the chain is broken', async () => {
  await record();
  behindItsBack(`UPDATE commits SET json = replace(json, 'second', 'secund')`);
  expect((await judged()).broken).toHaveLength(1);
});

it('recorded twice for one acknowledgement', async () => {
  await record(['first', 'second', 'third', 'third']);
  expect((await judged()).twice).toEqual(['SD-1: information “third”']);
});

it('nothing acknowledged shows nothing', async () => {
  await record();
  expect(isWhole(await judge(stores, [], [tenant], start))).toBe(false);
});

it('a notice that is long due and that nobody takes up is forgotten; one not due yet is still owed', async () => {
  const [due, toCome] = [aNotice('SD-2/1/invitation/a'), aNotice('SD-2/1/invitation/b', { owedAt: minutes(60) })];
  await oweNotices(stores.store, 'SD-2', [due, toCome]);
  const { notices } = await judge(stores, [], [tenant], minutes(5));
  expect(notices.wrong).toEqual(['SD-2/1/invitation/a: neither settled nor waiting']);
  expect(notices.waiting).toBe(1);
});

it('a notice that is said to be sent by e-mail and never came is found', async () => {
  await oweNotices(stores.store, 'SD-2', [aNotice('SD-2/1/invitation/a')]);
  const [claimed] = await stores.store.claim({ now: start, leaseUntil: minutes(1), holder: 'one', limit: 1 });
  if (claimed === undefined) throw new Error('nothing was due');
  const sent = { at: start, route: 'email', receipt: '250 OK' } as const;
  const attempt = { ...sent, result: 'sent', detail: 'Accepted by the mail server' } as const;
  await stores.store.settle(claimed, { status: 'sent', ...sent, attempts: [attempt] });
  const { notices } = await judge(stores, [], [tenant], minutes(5));
  expect(notices.wrong).toEqual(['SD-2/1/invitation/a: said to be sent, and did not arrive']);
});
