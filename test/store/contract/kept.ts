/** What every store must do with conversation references, drafts and the directory's rows. */
import { describe, expect, it } from 'vitest';
import type { DirectoryRow, StoredDraft } from '../../../src/store/store.ts';
import { start } from './commits.ts';
import type { Trial } from './contract.ts';

export const keptContract = ({ open }: Trial): void => {
  describe('a conversation', () => {
    it('is recalled as it was described last', async () => {
      const { conversations } = await open();
      expect(await conversations.recall('channel')).toBeNull();
      await conversations.remember('channel', '{"serviceUrl":"old"}');
      await conversations.remember('channel', '{"serviceUrl":"new"}');
      expect(await conversations.recall('channel')).toBe('{"serviceUrl":"new"}');
      expect(await conversations.recall('another')).toBeNull();
    });
  });

  describe('a draft', () => {
    const draft = (revision: number, body = '{}'): StoredDraft => ({
      id: 'draft',
      revision,
      owner: 'manager',
      body,
      savedAt: start,
    });

    it('starts at revision 1 and goes up by one', async () => {
      const { drafts } = await open();
      expect(await drafts.get('draft')).toBeNull();
      expect(await drafts.put(draft(1))).toBe('saved');
      expect(await drafts.put(draft(2, '{"step":2}'))).toBe('saved');
      expect(await drafts.get('draft')).toEqual(draft(2, '{"step":2}'));
    });

    it.each([
      ['a new draft under another revision than 1', [], 2],
      ['the same revision twice', [1], 1],
      ['an older revision', [1, 2], 1],
      ['a revision that skips one', [1], 3],
    ])('refuses %s', async (_case, saved, revision) => {
      const { drafts } = await open();
      for (const r of saved) await drafts.put(draft(r, `{"revision":${r}}`));
      const before = await drafts.get('draft');
      expect(await drafts.put(draft(revision, '{"late":true}'))).toBe('conflict');
      expect(await drafts.get('draft')).toEqual(before);
    });

    it('saved by two people at once is saved once', async () => {
      const instances = [await open(), await open()];
      const results = await Promise.all(instances.map(({ drafts }, i) => drafts.put(draft(1, `{"by":${i}}`))));
      expect(results.toSorted()).toEqual(['conflict', 'saved']);
    });

    it('is gone once removed', async () => {
      const { drafts } = await open();
      await drafts.put(draft(1));
      await drafts.remove('draft');
      expect(await drafts.get('draft')).toBeNull();
      expect(await drafts.put(draft(1))).toBe('saved');
    });
  });

  describe('the rows of the directory', () => {
    const person = (id: string, teamsKey: string | null = null, body = '{}'): DirectoryRow => ({
      kind: 'person',
      id,
      teamsKey,
      body,
    });
    const inbox: DirectoryRow = { kind: 'inbox', id: 'police', teamsKey: null, body: '{}' };

    it('are found by kind and id, by Teams key, and listed by id', async () => {
      const { directory } = await open();
      await directory.put([person('b', 'tenant/user-b'), person('a'), inbox]);
      expect(await directory.get('person', 'b')).toEqual(person('b', 'tenant/user-b'));
      expect(await directory.get('person', 'police')).toBeNull();
      expect(await directory.get('inbox', 'police')).toEqual(inbox);
      expect(await directory.byTeamsKey('tenant/user-b')).toEqual(person('b', 'tenant/user-b'));
      expect(await directory.byTeamsKey('tenant/user-a')).toBeNull();
      expect(await directory.all('person')).toEqual([person('a'), person('b', 'tenant/user-b')]);
    });

    it('replace earlier ones with the same id', async () => {
      const { directory } = await open();
      await directory.put([person('a', 'tenant/old')]);
      await directory.put([person('a', 'tenant/new', '{"name":"Now"}')]);
      expect(await directory.all('person')).toEqual([person('a', 'tenant/new', '{"name":"Now"}')]);
      expect(await directory.byTeamsKey('tenant/old')).toBeNull();
    });

    it('may exchange their Teams keys in one go', async () => {
      const { directory } = await open();
      await directory.put([person('a', 'one'), person('b', 'two')]);
      await directory.put([person('a', 'two'), person('b', 'one')]);
      expect((await directory.byTeamsKey('one'))?.id).toBe('b');
    });

    it('are written together or not at all', async () => {
      const { directory } = await open();
      await directory.put([person('a', 'one')]);
      await expect(directory.put([person('b', 'two'), person('c', 'one')])).rejects.toThrow();
      expect(await directory.all('person')).toEqual([person('a', 'one')]);
    });
  });
};
