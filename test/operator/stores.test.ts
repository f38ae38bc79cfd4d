/** What operators do with whole records: move them to Cosmos DB, export one, hold one, remove what is past its time. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportCommand } from '../../src/operator/export.ts';
import { InputProblem } from '../../src/operator/io.ts';
import { migrateCommands } from '../../src/operator/migrate.ts';
import { retentionCommands } from '../../src/operator/retention.ts';
import { instant } from '../../src/practice/instant.ts';
import { openCosmos } from '../../src/store/cosmos.ts';
import type { CosmosPlace } from '../../src/store/cosmosFault.ts';
import { openSqlite, openSqliteAlone } from '../../src/store/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { aCommit, aNotice, aSummary, minutes, oweNotices, start } from '../store/commits.ts';
import { startCosmosServer, type CosmosServer } from '../store/cosmosServer.ts';
import { startCosmosProxy, type CosmosProxy } from '../store/cosmosProxy.ts';

let server: CosmosServer;
let proxy: CosmosProxy;
let place: CosmosPlace;
let folder: string;
let file: string;
let out: string;
let err: string;
let endpoint: string;

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
  file = join(folder, 'strategy.sqlite');
  place = await server.newPlace();
  endpoint = server.endpoint;
});
afterEach(async () => {
  await server.removePlace(place);
  rmSync(folder, { recursive: true });
});

/** Types one command; what it wrote is in `out` and `err`. */
const type = async (
  command: readonly string[],
  now = '2040-01-01T09:00:00.000Z',
  isTerminal = false,
): Promise<void> => {
  out = '';
  err = '';
  const io = {
    read: () => '',
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    exit: () => undefined,
  };
  const program = new Command('strategy').exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
  const edges = {
    io,
    isTerminal,
    clock: () => instant(now),
    open: () => Promise.resolve(openSqlite(file)),
    openFile: (path: string) => {
      if (!existsSync(path)) throw new InputProblem(`--from: there is no file ${path}.`);
      return openSqliteAlone(path);
    },
    openCosmos: (to: object) => openCosmos({ ...place, ...to, endpoint }),
    prepareCosmos: () => Promise.resolve('ready'),
    retentionYears: () => 10,
  };
  for (const register of [exportCommand, retentionCommands, migrateCommands]) register(program, edges);
  await program.parseAsync(command, { from: 'user' });
};

const onFile = async (work: (stores: Stores) => Promise<void>): Promise<void> => {
  const stores = openSqlite(file);
  await work(stores);
  await stores.close();
};

/** Forty discussions with notices in every state, a hold, a tombstone, and everything that is kept beside them. */
const aCouncil = (): Promise<void> =>
  onFile(async (stores) => {
    const { store, archive, conversations, drafts, directory } = stores;
    for (let i = 10; i < 50; i += 1) {
      const first = await oweNotices(store, `SD-${i}`, [
        aNotice(`SD-${i}/a`),
        aNotice(`SD-${i}/b`, { owedAt: minutes(90) }),
      ]);
      if (i % 2 === 0) {
        const second = aCommit(first, { at: minutes(i) });
        await store.append(second, aSummary(second, { open: false, stage: 'decided' }));
      }
      await store.recordRead({ discussionId: `SD-${i}`, personId: 'chair', at: minutes(1), deed: 'read' });
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
  });

const to = (): string => `cosmos:${server.endpoint}/${place.database}/${place.container}`;
const moveCommand = (): readonly string[] => ['migrate', '--from', `sqlite:${file}`, '--to', to()];

describe('migrate', () => {
  it('carries everything over, compared on both sides, and the bot goes on where it was', async () => {
    await aCouncil();
    await type(moveCommand());
    expect(out).toContain('Moved and compared: 39 discussions (0 of them were there already), 58 commits, 78 notices');
    expect(out).toContain('1 tombstones, 1 conversations, 1 drafts, 2 people and mailboxes');
    expect(out).toMatch(/SHA-256 on both sides: [0-9a-f]{64}\n$/);
    const moved = await openCosmos(place);
    await onFile(async (stores) => {
      for (const id of await stores.archive.discussions(null, 100)) {
        expect(await moved.archive.held(id)).toEqual(await stores.archive.held(id));
      }
      expect(await moved.archive.tombstones()).toEqual(await stores.archive.tombstones());
      expect(await moved.store.listOpen(100)).toHaveLength(20);
      expect(await moved.store.nextDue()).toBe(await stores.store.nextDue());
    });
    expect(await moved.drafts.put({ id: 'SD-99', revision: 3, owner: 'manager', body: '{}', savedAt: start })).toBe(
      'saved',
    );
    expect(await moved.archive.purge('SD-12', { at: start, by: 'x' })).toBe('held');
    await moved.close();
  });

  it('cut short anywhere, goes on where it was when it is run again', async () => {
    await aCouncil();
    endpoint = proxy.endpoint;
    for (const calls of [30, 200, 500]) {
      proxy.set((n) => (n < calls ? 'pass' : { status: 403 }));
      await expect(type(moveCommand())).rejects.toThrow();
    }
    proxy.set(() => 'pass');
    await type(moveCommand());
    const already = Number(/\((\d+) of them were there already\)/.exec(out)?.[1]);
    expect(out).toContain('39 discussions');
    expect(already).toBeGreaterThan(0);
    expect(already).toBeLessThan(39);
  });

  it('run again after the bot has been at work there, it changes nothing', async () => {
    await aCouncil();
    await type(moveCommand());
    const moved = await openCosmos(place);
    const before = (await moved.store.load('SD-11'))[0];
    if (before === undefined) throw new Error('SD-11 was not moved');
    const next = aCommit(before);
    await moved.store.append(next, aSummary(next));
    await expect(type(moveCommand())).rejects.toThrow('Discussion SD-11 is here already with another record');
    expect(await moved.store.load('SD-11')).toHaveLength(2);
    await moved.close();
  });

  it('into a place with other records is refused before anything is written there', async () => {
    const there = await openCosmos(place);
    await oweNotices(there.store, 'SD-elsewhere', []);
    await aCouncil();
    await expect(type(moveCommand())).rejects.toThrow('The place to move to has other discussions already (1).');
    expect(await there.archive.discussions(null, 100)).toEqual(['SD-elsewhere']);
    expect(await there.archive.tombstones()).toEqual([]);
    await there.close();
  });

  it('into a place with another council’s people is refused before anything is written there', async () => {
    const there = await openCosmos(place);
    await there.directory.put([{ kind: 'person', id: 'theirs', teamsKey: null, body: '{}' }]);
    await aCouncil();
    await expect(type(moveCommand())).rejects.toThrow('has other people or mailboxes already (1).');
    expect(await there.archive.discussions(null, 100)).toEqual([]);
    await there.close();
  });

  it('is refused while the bot still has the file open, for what it wrote then would be lost', async () => {
    await aCouncil();
    await onFile(async () => {
      await expect(type(moveCommand())).rejects.toThrow('is locked by another program. Stop that program');
    });
  });

  it('shows how far it is on a terminal, and nowhere else', async () => {
    await aCouncil();
    await type(moveCommand(), undefined, true);
    expect(err).toMatch(/39 of 39 discussions\n$/);
    await type(moveCommand());
    expect(err).toBe('');
  });

  it.each([
    [
      'a source that is not there',
      ['--from', 'sqlite:/nowhere/else.sqlite'],
      '--from: there is no file /nowhere/else.sqlite.',
    ],
    ['a source that is no file', ['--from', 'somewhere'], '--from must be sqlite: and a file'],
    [
      'a place without a container',
      ['--from', 'sqlite:x', '--to', 'cosmos:https://x.example/db'],
      '--to must be cosmos:',
    ],
  ])('refuses %s', async (_case, over, sentence) => {
    const options = over.includes('--to') ? over : [...over, '--to', to()];
    await expect(type(['migrate', ...options])).rejects.toThrow(sentence);
  });
});

describe('export', () => {
  it('gives everything held about one discussion, and records who asked for it', async () => {
    await aCouncil();
    await type(['export', 'SD-12', '--by', 'records officer']);
    const exported = JSON.parse(out) as {
      held: { commits: unknown[]; notices: unknown[]; reads: unknown[]; hold: unknown };
    };
    expect(exported).toMatchObject({ by: 'records officer', held: { discussionId: 'SD-12', hold: { by: 'legal' } } });
    expect(exported.held.commits).toHaveLength(2);
    expect(exported.held.notices).toHaveLength(2);
    expect(exported.held.reads).toMatchObject([{ personId: 'chair' }, { personId: 'records officer', deed: 'export' }]);
  });

  it('of what nobody knows is refused', async () => {
    await onFile(() => Promise.resolve());
    await expect(type(['export', 'SD-1', '--by', 'x'])).rejects.toThrow('There is no discussion SD-1.');
  });
});

describe('retention', () => {
  it('lists what ended longer ago than the records are kept, and removes nothing', async () => {
    await aCouncil();
    await type(['retention']);
    expect(out.split('\n').filter((line) => line.endsWith('may be removed'))).toHaveLength(18);
    expect(out).toContain('SD-12 kept: there is a legal hold on it\n');
    expect(out).toContain('Nothing has been removed.');
    await onFile(async ({ archive }) => expect(await archive.discussions(null, 100)).toHaveLength(39));
  });

  it('has nothing to list before that', async () => {
    await aCouncil();
    await type(['retention'], '2036-05-20T08:00:00.000Z');
    expect(out).toBe('No discussion ended before Wednesday 20 May 2026.\n');
  });

  it('removes them on purpose only, but for what is held, until that is released', async () => {
    await aCouncil();
    await expect(type(['retention', '--purge'])).rejects.toThrow('--by is missing');
    await type(['retention', '--purge', '--by', 'records officer']);
    expect(out).toContain('SD-12 kept: there is a legal hold on it\n');
    expect(out).toContain('SD-10 removed\n');
    await type(['release', 'SD-12']);
    await type(['retention', '--purge', '--by', 'records officer']);
    expect(out).toBe('SD-12 removed\n');
    await onFile(async ({ archive }) => {
      expect(await archive.discussions(null, 100)).toHaveLength(20);
      expect(await archive.tombstones()).toHaveLength(20);
    });
  });

  it('holds on somebody’s word and for a reason', async () => {
    await aCouncil();
    await type(['hold', 'SD-16', '--by', 'legal', '--reason', 'A complaint']);
    expect(out).toBe('SD-16 is kept until it is released.\n');
    await onFile(async ({ archive }) =>
      expect((await archive.held('SD-16'))?.hold).toMatchObject({ reason: 'A complaint' }),
    );
    await expect(type(['hold', 'SD-0', '--by', 'legal', '--reason', 'x'])).rejects.toThrow(
      'There is no discussion SD-0.',
    );
  });
});
