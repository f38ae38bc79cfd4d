/** What operators do when a council has outgrown one machine: move everything to Cosmos DB. */
import { describe, expect, it } from 'vitest';
import { openCosmos } from '../../src/store/cosmos/cosmos.ts';
import { aCommit, aSummary, oweNotices, start } from '../store/contract/commits.ts';
import { textsBefore, writeRowsBefore } from '../store/before/before.ts';
import { aCouncil, anOperator } from './operator.ts';

const { said, file, place, proxy, moveCommand, type, on } = anOperator('sqlite');

describe('migrate', () => {
  it('carries everything over, compared on both sides, and the bot goes on where it was', async () => {
    await on(aCouncil);
    await type(moveCommand());
    expect(said.out).toContain(
      'Moved and compared: 39 discussions (0 of them were there already), 58 commits, 78 notices',
    );
    expect(said.out).toContain('1 tombstones, 1 conversations, 1 drafts, 2 entries of the directory');
    expect(said.out).toMatch(/SHA-256 on both sides: [0-9a-f]{64}\n$/);
    const moved = await openCosmos(place());
    await on(async (stores) => {
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

  it('carries over, byte for byte, what an earlier version of the program sealed, and what was recorded since', async () => {
    writeRowsBefore(file());
    await on(async ({ store }) => {
      const next = aCommit((await store.load('SD-TEST22')).at(-1) ?? null);
      await store.append(next, aSummary(next));
    });
    await type(moveCommand());
    expect(said.out).toContain('1 discussions (0 of them were there already), 3 commits, 1 notices');
    const moved = await openCosmos(place());
    const held = await moved.archive.held('SD-TEST22');
    expect(held?.sealed.slice(0, 2)).toEqual(textsBefore);
    expect(held?.sealed).toHaveLength(3);
    await on(async ({ archive }) => expect(await archive.held('SD-TEST22')).toEqual(held));
    await moved.close();
  });

  it('cut short anywhere, goes on where it was when it is run again', async () => {
    await on(aCouncil);
    for (const calls of [30, 200, 500]) {
      proxy().set((n) => (n < calls ? 'pass' : { status: 403 }));
      await expect(type(moveCommand(), { through: proxy().endpoint })).rejects.toThrow();
    }
    proxy().set(() => 'pass');
    await type(moveCommand());
    const already = Number(/\((\d+) of them were there already\)/.exec(said.out)?.[1]);
    expect(said.out).toContain('39 discussions');
    expect(already).toBeGreaterThan(0);
    expect(already).toBeLessThan(39);
  });

  it('run again after the bot has been at work there, it changes nothing', async () => {
    await on(aCouncil);
    await type(moveCommand());
    const moved = await openCosmos(place());
    const before = (await moved.store.load('SD-11'))[0];
    if (before === undefined) throw new Error('SD-11 was not moved');
    const next = aCommit(before);
    await moved.store.append(next, aSummary(next));
    await expect(type(moveCommand())).rejects.toThrow('Discussion SD-11 is here already with another record');
    expect(await moved.store.load('SD-11')).toHaveLength(2);
    await moved.close();
  });

  it('into a place with other records is refused before anything is written there', async () => {
    const there = await openCosmos(place());
    await oweNotices(there.store, 'SD-elsewhere', []);
    await on(aCouncil);
    await expect(type(moveCommand())).rejects.toThrow('The place to move to has other discussions already (1).');
    expect(await there.archive.discussions(null, 100)).toEqual(['SD-elsewhere']);
    expect(await there.archive.tombstones()).toEqual([]);
    await there.close();
  });

  it('into a place with another council’s people is refused before anything is written there', async () => {
    const there = await openCosmos(place());
    await there.directory.put([{ kind: 'person', id: 'theirs', teamsKey: null, body: '{}' }]);
    await on(aCouncil);
    await expect(type(moveCommand())).rejects.toThrow('has other entries of the directory already (1).');
    expect(await there.archive.discussions(null, 100)).toEqual([]);
    await there.close();
  });

  it('is refused while the bot still has the file open, for what it wrote then would be lost', async () => {
    await on(aCouncil);
    await on(async () => {
      await expect(type(moveCommand())).rejects.toThrow('is locked by another program. Stop that program');
    });
  });

  it('shows how far it is on a terminal, and nowhere else', async () => {
    await on(aCouncil);
    await type(moveCommand(), { isTerminal: true });
    expect(said.err).toMatch(/39 of 39 discussions\n$/);
    proxy().set((n) => (n < 200 ? 'pass' : { status: 403 }));
    await expect(type(moveCommand(), { isTerminal: true, through: proxy().endpoint })).rejects.toThrow();
    expect(said.err).toMatch(/ of 39 discussions\n$/);
    await type(moveCommand());
    expect(said.err).toBe('');
  });

  it.each([
    [
      'a source that is not there',
      ['--from', 'sqlite:/nowhere/else.sqlite'],
      'There is no database file /nowhere/else.sqlite.',
    ],
    ['a source that is no file', ['--from', 'somewhere'], '--from must be sqlite: and a file'],
    [
      'a place without a container',
      ['--from', 'sqlite:x', '--to', 'cosmos:https://x.example/db'],
      '--to must be cosmos:',
    ],
  ])('refuses %s', async (_case, over, sentence) => {
    const [, , , to = '', place = ''] = moveCommand();
    const options = over.includes('--to') ? over : [...over, to, place];
    await expect(type(['migrate', ...options])).rejects.toThrow(sentence);
  });
});
