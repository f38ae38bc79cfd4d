/** What every store must do with what the program stored before commits had format 2. */
import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/practice/time/instant.ts';
import { textsBefore } from '../before/before.ts';
import { aCommit, aNotice, aSummary } from './commits.ts';
import type { Trial } from './contract.ts';

const now = instant('2026-09-17T09:00:00.000Z');

export const beforeContract = ({ open, writeBefore }: Trial): void => {
  describe('what an earlier version of the program stored', () => {
    it('is found again: commits, notices, the list, who looked, the hold, and what was purged', async () => {
      await writeBefore();
      const { store, archive } = await open();
      expect((await store.load('SD-TEST22')).map((c) => [c.reference, c.version, c.events[0]?.type])).toEqual([
        ['SD-TEST22', 1, 'discussionConvened'],
        ['SD-TEST22', 2, 'disagreementRecorded'],
      ]);
      expect(await store.listOpen(10)).toMatchObject([{ reference: 'SD-TEST22', version: 2, initials: ['J.S.'] }]);
      expect(await store.notices('SD-TEST22')).toMatchObject([
        { reference: 'SD-TEST22', version: 2, notice: { kind: 'disagreement' }, delivery: { status: 'owed' } },
      ]);
      expect(await store.reads('SD-TEST22')).toMatchObject([{ reference: 'SD-TEST22', personId: 'chair' }]);
      expect(await archive.held('SD-TEST22')).toMatchObject({ sealed: textsBefore, hold: { by: 'legal' } });
      expect(await archive.tombstones()).toMatchObject([{ reference: 'SD-GONE22', versions: 1 }]);
      expect(await archive.purge('SD-GONE22', { at: now, by: 'records' })).toBe('purged');
    });

    it('goes on: its notice is delivered, and more is recorded after it', async () => {
      await writeBefore();
      const { store } = await open();
      const [claimed] = await store.claim({ now, leaseUntil: now, holder: 'one', limit: 10 });
      if (claimed === undefined) throw new Error('nothing was due');
      expect(await store.settle(claimed, { status: 'superseded', at: now, attempts: [] })).toBe('settled');
      const before = await store.load('SD-TEST22');
      const next = aCommit(before.at(-1) ?? null, { at: now, notices: [aNotice('SD-TEST22/3/record/chair')] });
      expect(await store.append(next, aSummary(next))).toBe('appended');
      expect(await store.load('SD-TEST22')).toEqual([...before, next]);
      expect(await store.listOpen(10)).toEqual([aSummary(next)]);
    });

    it('is taken over as it was sealed, together with what was recorded since', async () => {
      await writeBefore();
      const { store, archive } = await open();
      const next = aCommit((await store.load('SD-TEST22')).at(-1) ?? null, { at: now });
      await store.append(next, aSummary(next));
      const held = await archive.held('SD-TEST22');
      if (held === null) throw new Error('nothing is held');
      expect(held.sealed.slice(0, 2)).toEqual(textsBefore);
      await archive.take(held);
      expect(await archive.held('SD-TEST22')).toEqual(held);
    });
  });
};
