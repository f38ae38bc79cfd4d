/** What every store must do with discussions. */
import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../src/discussion/state/commit.ts';
import type { DiscussionEvent } from '../../../src/discussion/state/event.ts';
import { hashOf, seal } from '../../../src/store/chain.ts';
import type { Store } from '../../../src/store/store.ts';
import { aCommit, aNotice, aSummary, information, minutes, oweNotices, start } from './commits.ts';
import type { Trial } from './contract.ts';

export const discussionContract = ({ open }: Trial): void => {
  describe('whom a discussion concerns', () => {
    it('is known by its newest line; where there is none it concerns nobody', async () => {
      const { store } = await open();
      const first = await oweNotices(store, 'SD-1', []);
      expect(await store.concerns('SD-1', 'chair')).toBe(true);
      expect(await store.concerns('SD-1', 'police')).toBe(false);
      const next = aCommit(first);
      await store.append(next, aSummary(next, { people: ['chair', 'police'] }));
      expect(await store.concerns('SD-1', 'police')).toBe(true);
      expect(await store.concerns('SD-1', 'convenor')).toBe(false);
      expect(await store.concerns('SD-2', 'police')).toBe(false);
    });

    it('is to be looked up where its line was written before it said so', async () => {
      const { store } = await open();
      const commit = aCommit(null);
      await store.append(commit, aSummary(commit, { people: null }));
      expect(await store.concerns('SD-1', 'police')).toBe(true);
    });
  });

  describe('a discussion', () => {
    it('has no commits before it is convened', async () => {
      const { store } = await open();
      expect(await store.load('SD-1')).toEqual([]);
    });

    it('comes back exactly as it was written, in order', async () => {
      const { store } = await open();
      const commits = threeCommits();
      for (const commit of commits) await store.append(commit, aSummary(commit));
      expect(await store.load('SD-1')).toEqual(commits);
    });

    it('keeps text in any script, with quotes, braces and line ends, as it was typed', async () => {
      const { store } = await open();
      const commit = aCommit(null, { events: [information('“Żółć” said:\n{"a": "${b}"}\u2028 \u0000 👶🏽 \\')] });
      await store.append(commit, aSummary(commit));
      expect(await store.load('SD-1')).toEqual([commit]);
    });

    it('is kept apart from every other', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', []);
      await oweNotices(store, 'SD-2', []);
      expect((await store.load('SD-2')).map((c) => c.reference)).toEqual(['SD-2']);
    });

    it('takes each version once: a second one is a conflict, and nothing of it is kept', async () => {
      const { store } = await open();
      const first = aCommit(null, { commandKey: 'first', notices: [aNotice('SD-1/1/invitation/a')] });
      const second = aCommit(null, { commandKey: 'second', notices: [aNotice('SD-1/1/invitation/b')] });
      expect(await store.append(first, aSummary(first, { initials: ['AB'] }))).toBe('appended');
      expect(await store.append(second, aSummary(second, { initials: ['XY'] }))).toBe('conflict');
      expect(await store.load('SD-1')).toEqual([first]);
      expect((await store.notices('SD-1')).map((n) => n.notice.id)).toEqual(['SD-1/1/invitation/a']);
      expect((await store.listOpen(10)).map((s) => s.initials)).toEqual([['AB']]);
    });

    it('is never decided from what another instance has changed since', async () => {
      const [one, other] = [(await open()).store, (await open()).store];
      const first = await oweNotices(one, 'SD-1', []);
      expect(await other.load('SD-1')).toEqual([first]);
      const second = aCommit(first, { commandKey: 'of one' });
      const late = aCommit(first, { commandKey: 'of the other' });
      await one.append(second, aSummary(second));
      expect(await other.append(late, aSummary(late))).toBe('conflict');
      expect(await other.load('SD-1')).toEqual([first, second]);
    });

    it('is gone from every instance once it is purged', async () => {
      const [one, other] = [await open(), await open()];
      const only = aCommit(null);
      await one.store.append(only, aSummary(only, { open: false, stage: 'stoodDown' }));
      expect(await other.store.load('SD-1')).toEqual([only]);
      expect(await one.archive.purge('SD-1', { at: minutes(1), by: 'records' })).toBe('purged');
      expect(await other.store.load('SD-1')).toEqual([]);
    });

    it.each<[string, (before: Commit) => Commit]>([
      ['leaves a gap', (before) => aCommit(before, { version: 3 })],
      ['does not carry the hash of the one before it', (before) => seal(aCommit(before), hashOf({ other: 'commit' }))],
      ['is not what its hash says', (before) => ({ ...aCommit(before), commandKey: 'another' })],
      ['could not be read back', (before) => aCommit(before, { events: [unknownEvent] })],
      ['has no events', (before) => aCommit(before, { events: [] })],
    ])('refuses a commit that %s', async (_case, next) => {
      const { store } = await open();
      const first = await oweNotices(store, 'SD-1', []);
      const commit = next(first);
      await expect(store.append(commit, aSummary(commit))).rejects.toThrow('SD-1');
      expect(await store.load('SD-1')).toEqual([first]);
    });

    it('refuses a commit that owes one notice twice, and keeps nothing of it', async () => {
      const { store } = await open();
      const once = aNotice('SD-1/1/invitation/a');
      await expect(oweNotices(store, 'SD-1', [once, aNotice('SD-1/1/invitation/b'), once])).rejects.toThrow('SD-1');
      expect(await store.load('SD-1')).toEqual([]);
      expect(await store.notices('SD-1')).toEqual([]);
      expect(await store.listOpen(10)).toEqual([]);
    });

    it('accepts every one of 50 concurrent writers exactly once', async () => {
      const instances = [await open(), await open(), await open()];
      const writers = Array.from({ length: 50 }, (_, i) => `command-of-writer-${i}`);
      await Promise.all(writers.map((key, i) => writeUntilAppended(instances[i % 3]?.store, key)));
      const commits = (await instances[0]?.store.load('SD-1')) ?? [];
      expect(commits.map((c) => c.version)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
      expect(commits.map((c) => c.commandKey).toSorted()).toEqual(writers.toSorted());
    });
  });

  describe('the list of open discussions', () => {
    it('has the soonest deadline or meeting first', async () => {
      const { store } = await open();
      const times = { meetsLate: [240, null], dueSoon: [200, 30], meetsSoon: [60, 90] } as const;
      for (const [reference, [meeting, due]] of Object.entries(times)) {
        const commit = aCommit(null, { reference });
        const dueAt = due === null ? null : minutes(due);
        await store.append(commit, aSummary(commit, { meetingAt: minutes(meeting), dueAt }));
      }
      expect((await store.listOpen(10)).map((s) => s.reference)).toEqual(['dueSoon', 'meetsSoon', 'meetsLate']);
      expect((await store.listOpen(2)).map((s) => s.reference)).toEqual(['dueSoon', 'meetsSoon']);
    });

    it('shows each discussion once, as it stands, until it is no longer open', async () => {
      const { store } = await open();
      const [first, second, third] = threeCommits();
      await store.append(first, aSummary(first));
      await store.append(second, aSummary(second, { stage: 'inSession' }));
      expect(await store.listOpen(10)).toEqual([aSummary(second, { stage: 'inSession' })]);
      await store.append(third, aSummary(third, { stage: 'decided', open: false }));
      expect(await store.listOpen(10)).toEqual([]);
    });
  });

  it('lists what is still to be done after a decision, the soonest first, until it is done', async () => {
    const { store } = await open();
    const decidedWith = async (before: Commit | null, reference: string, due: number | null): Promise<Commit> => {
      const commit = aCommit(before, { reference });
      const owed = due === null ? null : ({ duty: 'recordDue', dueAt: minutes(due) } as const);
      await store.append(commit, aSummary(commit, { stage: 'decided', open: false, owed }));
      return commit;
    };
    await decidedWith(null, 'later', 300);
    const soon = await decidedWith(null, 'soon', 200);
    await decidedWith(null, 'done', null);
    await oweNotices(store, 'stillOpen', []);
    expect((await store.listOwing(10)).map(({ reference }) => reference)).toEqual(['soon', 'later']);
    expect((await store.listOwing(1))[0]?.owed).toEqual({ duty: 'recordDue', dueAt: minutes(200) });
    await decidedWith(soon, 'soon', null);
    expect((await store.listOwing(10)).map(({ reference }) => reference)).toEqual(['later']);
    expect((await store.listOpen(10)).map(({ reference }) => reference)).toEqual(['stillOpen']);
  });

  it('remembers who looked at a discussion, in order', async () => {
    const { store } = await open();
    const looked = (personId: string, at: number) => ({
      reference: 'SD-1',
      personId,
      at: minutes(at),
      deed: 'read',
    });
    await store.recordRead(looked('b', 1));
    await store.recordRead({ ...looked('c', 1), reference: 'SD-2' });
    await store.recordRead(looked('a', 2));
    expect(await store.reads('SD-1')).toEqual([looked('b', 1), looked('a', 2)]);
  });
};

const unknownEvent = { type: 'invented' } as unknown as DiscussionEvent;

const threeCommits = (): readonly [Commit, Commit, Commit] => {
  const first = aCommit(null, { at: start });
  const second = aCommit(first, { at: minutes(1) });
  return [first, second, aCommit(second, { at: minutes(2) })];
};

const writeUntilAppended = async (store: Store | undefined, commandKey: string): Promise<void> => {
  if (store === undefined) throw new Error('no instance was opened');
  let result = 'conflict';
  while (result === 'conflict') {
    const commit = aCommit((await store.load('SD-1')).at(-1) ?? null, { commandKey });
    result = await store.append(commit, aSummary(commit));
  }
};
