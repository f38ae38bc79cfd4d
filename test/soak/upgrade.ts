/**
 * A council on one machine, upgraded while it is used: the release that wrote test/store/releaseBefore runs on what it
 * wrote, takes turns, is stopped; today’s starts on the same folder and goes on. Where that release cannot be started, it
 * is the folder as that one left it in which today’s starts.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { instant } from '../../src/practice/time/instant.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { peopleAt, type Message, type Outcome } from '../journey/council.ts';
import type { Acknowledged } from './acknowledged.ts';
import { earlierRelease, today, writerOfReleaseBefore, type EarlierRelease } from './release.ts';
import { startFront, type Front } from './front.ts';
import { judge, type Verdict } from './judge.ts';
import { startProduct, type Started } from './started.ts';
import { openTenantFile } from './tenantFile.ts';

interface Upgrading {
  /** Somebody adds to the record of a discussion that was open before; nothing while no release runs. */
  turn(): Promise<void>;
  /** Stops the earlier release and starts today’s; what was done, in a sentence. */
  upgrade(): Promise<string>;
  judged(): Promise<Verdict>;
  stop(): Promise<void>;
}

const beside = (file: string): string => join(import.meta.dirname, '..', 'store', 'releaseBefore', file);
const known = z.object({ discussions: z.array(z.object({ what: z.string(), reference: z.string() })) });
const who = 'ellie-vaughan';
/** Just after the kept file ends. */
const from = new Date('2026-11-25T09:15:00Z');

const inSession = (): string => {
  const { discussions } = known.parse(JSON.parse(readFileSync(beside('known.json'), 'utf8')));
  return discussions.find(({ what }) => what === 'in session')?.reference ?? '';
};

/** By the verbs, which stay; the words of the cards of the two releases differ. */
const addInformation = async (front: Front, reference: string, text: string): Promise<boolean> => {
  const { api } = peopleAt(front.origin);
  const say = { person: who, place: 'chat', text: `/strategy show ${reference}`, mention: false, private: false };
  const { message } = await api<{ message: Message }>('POST', 'say', say);
  const press = (verb: string, data: object): Promise<Outcome> =>
    api('POST', 'press', {
      person: who,
      message: message.id,
      action: { type: 'Action.Execute', verb, data },
      trigger: 'manual',
    });
  const form = await press('information.open', { reference });
  const nonce = /"nonce":"([^"]+)"/.exec(JSON.stringify(form))?.[1];
  if (nonce === undefined) return false;
  const added = await press('information.send', { reference, nonce, text });
  return JSON.stringify(added).includes('Added to the record');
};

/** `earlier` is null where that release cannot be started. */
export const beginUpgrade = async (earlier: EarlierRelease | null): Promise<Upgrading> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'strategy-upgrade-'));
  copyFileSync(beside('strategy.sqlite'), join(dataDir, 'strategy.sqlite'));
  const front = await startFront(0, () => undefined);
  const began = performance.now();
  const now = (): Date => new Date(from.getTime() + performance.now() - began);
  const acknowledged: Acknowledged[] = [];
  const reference = inSession();
  let running: Started | null = null;
  const start = async (tree: string): Promise<void> => {
    const environment = { DATA_DIR: dataDir };
    running = await startProduct({
      tree,
      origin: front.origin,
      environment,
      at: now(),
      role: 'instance',
      log: () => undefined,
    });
    front.point({ tenant: running.port, instances: [running.port] });
  };
  const stopRunning = async (): Promise<void> => {
    await running?.end('SIGTERM');
    running = null;
  };
  if (earlier !== null) await start(earlier.tree);
  return {
    turn: async () => {
      if (running === null) return;
      const which = `Said at ${now().toISOString()}`;
      // While one release stops and the other starts nobody answers, and nothing is acknowledged.
      const isAdded = await addInformation(front, reference, which).catch(() => false);
      if (isAdded) acknowledged.push({ reference, what: 'information', which });
    },
    upgrade: async () => {
      await stopRunning();
      const before = acknowledged.length;
      await start(today.tree);
      return earlier === null
        ? `simulated: release ${writerOfReleaseBefore} is not in the history of this copy, so only the file it wrote was there; today’s release starts on that`
        : `release ${writerOfReleaseBefore} was running on SQLite and took ${before} turns; it was stopped with SIGTERM, and today’s release started on the same folder`;
    },
    judged: async () => {
      await stopRunning();
      const stores = openSqlite(join(dataDir, 'strategy.sqlite'));
      // What was sent before the file was kept went to a tenant that was not.
      const tenant = openTenantFile(dataDir);
      const verdict = await judge(stores, acknowledged, [tenant], instant(now()), instant(from));
      tenant.close();
      await stores.close();
      return verdict;
    },
    stop: async () => {
      await stopRunning();
      await front.close();
      earlier?.remove();
      rmSync(dataDir, { recursive: true });
    },
  };
};

/** People add to the record before the upgrade and after it. */
const turnsEach = 10;

export const upgradeOnOneMachine = async (say: (line: string) => void): Promise<Verdict> => {
  const upgrading = await beginUpgrade(earlierRelease(writerOfReleaseBefore));
  for (let i = 0; i < turnsEach; i += 1) await upgrading.turn();
  say(`on one machine: ${await upgrading.upgrade()}`);
  for (let i = 0; i < turnsEach; i += 1) await upgrading.turn();
  const verdict = await upgrading.judged();
  await upgrading.stop();
  return verdict;
};
