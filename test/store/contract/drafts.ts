/** What every store must do with drafts of forms. */
import { describe, expect, it } from 'vitest';
import type { StoredDraft } from '../../../src/store/rows.ts';
import { start } from './commits.ts';
import type { Trial } from './contract.ts';

export const draftContract = ({ open }: Trial): void => {
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
};
