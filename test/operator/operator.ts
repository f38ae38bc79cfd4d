/** An operator at a terminal, with an SQLite file and a container in Cosmos DB, both empty at first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { exportCommand } from '../../src/operator/export.ts';
import { migrateCommands } from '../../src/operator/migrate.ts';
import { noticesCommand } from '../../src/operator/notices.ts';
import { retentionCommands } from '../../src/operator/retention.ts';
import { privateKeyIn } from '../../src/store/seal.ts';
import { signingKey } from '../builders/signingKey.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { openCosmos } from '../../src/store/cosmos/cosmos.ts';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { openSqlite, openSqliteAlone } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { aCommit, aNotice, aSummary, minutes, oweNotices, start } from '../store/contract/commits.ts';
import { startCosmosServer, type CosmosServer } from '../store/cosmos/server.ts';
import { startCosmosProxy, type CosmosProxy } from '../store/cosmos/proxy.ts';

export type Kind = 'sqlite' | 'cosmos';

/** `kind` is the store the environment names: the one that commands without `--from` and `--to` open. */
export const anOperator = (kind: Kind) => {
  let server: CosmosServer;
  let proxy: CosmosProxy;
  let place: CosmosPlace;
  let folder: string;
  const said = { out: '', err: '' };

  beforeAll(async () => {
    server = await startCosmosServer();
    proxy = await startCosmosProxy(server.endpoint);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'strategy-operator-'));
    place = await server.newPlace();
    proxy.set(() => 'pass');
  });
  afterEach(async () => {
    await server.removePlace(place);
    rmSync(folder, { recursive: true });
  });

  const file = (): string => join(folder, 'strategy.sqlite');
  const open = (): Promise<Stores> => (kind === 'sqlite' ? Promise.resolve(openSqlite(file())) : openCosmos(place));

  return {
    said,
    file,
    place: () => place,
    /** The way to the container on which a test can cut calls off. */
    proxy: () => proxy,
    moveCommand: (): readonly string[] => [
      'migrate',
      '--from',
      `sqlite:${file()}`,
      '--to',
      `cosmos:${server.endpoint}/${place.database}/${place.container}`,
    ],

    /** Types one command; what it wrote is in `said`. */
    type: async (
      command: readonly string[],
      { now = '2040-01-01T09:00:00.000Z', isTerminal = false, through = server.endpoint } = {},
    ): Promise<void> => {
      Object.assign(said, { out: '', err: '' });
      const io = {
        read: () => '',
        out: (text: string) => void (said.out += text),
        err: (text: string) => void (said.err += text),
        exit: () => undefined,
      };
      const program = new Command('strategy').exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
      const edges = {
        io,
        isTerminal,
        clock: () => instant(now),
        open,
        openFile: openSqliteAlone,
        openFolder: () => openSqlite(file()),
        openCosmos: (to: object) => openCosmos({ ...place, ...to, endpoint: through }),
        prepareCosmos: () => Promise.resolve('ready'),
        retentionYears: () => 10,
        signingKey: () => privateKeyIn(signingKey),
      };
      for (const register of [exportCommand, retentionCommands, migrateCommands, noticesCommand])
        register(program, edges);
      await program.parseAsync(command, { from: 'user' });
    },

    /** Does something in the store meanwhile, as the bot would. */
    on: async (work: (stores: Stores) => Promise<void>): Promise<void> => {
      const stores = await open();
      await work(stores);
      await stores.close();
    },
  };
};

/** Forty discussions with notices in every state, a hold, a tombstone, and everything that is kept beside them. */
export const aCouncil = async (stores: Stores): Promise<void> => {
  const { store, archive, conversations, drafts, directory } = stores;
  for (let i = 10; i < 50; i += 1) {
    const notices = [aNotice(`SD-${i}/a`), aNotice(`SD-${i}/b`, { owedAt: minutes(90) })];
    const first = await oweNotices(store, `SD-${i}`, notices);
    if (i % 2 === 0) {
      const second = aCommit(first, { at: minutes(i) });
      await store.append(second, aSummary(second, { open: false, stage: 'decided' }));
    }
    await store.recordRead({ reference: `SD-${i}`, personId: 'chair', at: minutes(1), deed: 'read' });
  }
  const [sent, , waiting] = await store.claim({ now: start, leaseUntil: minutes(2), holder: 'one', limit: 4 });
  if (sent === undefined || waiting === undefined) throw new Error('nothing was owed');
  await store.settle(sent, { status: 'sent', at: start, route: 'teams', receipt: 'm1', attempts: [] });
  await store.settle(waiting, { status: 'maybe', nextAttemptAt: minutes(30), attempts: [] });
  await archive.hold('SD-12', { by: 'legal', reason: 'A court asked', at: minutes(5) });
  await archive.purge('SD-14', { at: minutes(100), by: 'records' });
  await conversations.remember('channel', '{"a":1}');
  await drafts.put({ id: 'SD-99', revision: 1, owner: 'manager', body: '{}', savedAt: start });
  await drafts.put({ id: 'SD-99', revision: 2, owner: 'manager', body: '{"b":2}', savedAt: start });
  await directory.put([
    { kind: 'person', id: 'p', teamsKey: 'tenant/p', body: '{}' },
    { kind: 'inbox', id: 'police', teamsKey: null, body: '{}' },
  ]);
};
