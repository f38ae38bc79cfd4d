/** What operators do with whole records: export one, hold one, remove what is past its time. */
import { describe, expect, it } from 'vitest';
import { instant } from '../../src/practice/time/instant.ts';
import { oweNotices, start } from '../store/contract/commits.ts';
import { aCouncil, anOperator, type Kind } from './operator.ts';

describe.each<[string, Kind]>([
  ['in an SQLite file', 'sqlite'],
  ['in Cosmos DB', 'cosmos'],
])('%s', (_where, kind) => {
  const { said, type, on } = anOperator(kind);

  describe('export', () => {
    it('gives everything held about one discussion, and records who asked for it', async () => {
      await on(aCouncil);
      await type(['export', 'SD-12', '--by', 'records officer']);
      const exported = JSON.parse(said.out) as {
        held: { commits: unknown[]; notices: unknown[]; reads: unknown[]; hold: unknown };
      };
      expect(exported).toMatchObject({ by: 'records officer', held: { reference: 'SD-12', hold: { by: 'legal' } } });
      expect(exported.held.commits).toHaveLength(2);
      expect(exported.held.notices).toHaveLength(2);
      expect(exported.held.reads).toMatchObject([
        { personId: 'chair' },
        { personId: 'records officer', deed: 'export' },
      ]);
    });

    it('gives the forms of it that nobody has finished, and no others', async () => {
      await on(aCouncil);
      await on(async ({ drafts }) => {
        for (const id of ['SD-12:decision:0', 'SD-1', 'SD-120:decision:0']) {
          await drafts.put({ id, revision: 1, owner: 'chair', body: '{"reasons":"Two injuries"}', savedAt: start });
        }
      });
      await type(['export', 'SD-12', '--by', 'records officer']);
      expect(JSON.parse(said.out)).toMatchObject({
        drafts: [{ id: 'SD-12:decision:0', body: { reasons: 'Two injuries' } }],
      });
      expect((JSON.parse(said.out) as { drafts: unknown[] }).drafts).toHaveLength(1);
    });

    it('of what nobody knows is refused', async () => {
      await on(() => Promise.resolve());
      await expect(type(['export', 'SD-1', '--by', 'x'])).rejects.toThrow('There is no discussion SD-1.');
    });
  });

  describe('retention', () => {
    it('lists what ended longer ago than the records are kept, and removes nothing', async () => {
      await on(aCouncil);
      await type(['retention']);
      expect(said.out.split('\n').filter((line) => /^SD-\d+ may be removed$/.test(line))).toHaveLength(18);
      expect(said.out).toContain('SD-12 kept: there is a legal hold on it\n');
      expect(said.out).toContain('Nothing has been removed.');
      await on(async ({ archive }) => expect(await archive.discussions(null, 100)).toHaveLength(39));
    });

    it('has nothing to list before that', async () => {
      await on(aCouncil);
      await type(['retention'], { now: '2036-05-20T08:00:00.000Z' });
      expect(said.out).toBe('No discussion ended before Wednesday 20 May 2026.\n');
    });

    it('removes them on purpose only, but for what is held, until that is released', async () => {
      await on(aCouncil);
      await expect(type(['retention', '--purge'])).rejects.toThrow('--by is missing');
      await type(['retention', '--purge', '--by', 'records officer']);
      expect(said.out).toContain('SD-12 kept: there is a legal hold on it\n');
      expect(said.out).toContain('SD-10 removed\n');
      await type(['release', 'SD-12', '--by', 'legal']);
      await type(['retention', '--purge', '--by', 'records officer']);
      expect(said.out).toBe('SD-12 removed\n');
      await on(async ({ archive }) => {
        expect(await archive.discussions(null, 100)).toHaveLength(20);
        expect(await archive.tombstones()).toHaveLength(20);
      });
    });

    it('removes forms that nobody finished and that belong to no discussion, when they are as old', async () => {
      await on(async (stores) => {
        const { drafts, store } = stores;
        await oweNotices(store, 'SD-1', []);
        for (const [id, savedAt] of [
          ['SD-never', start],
          ['SD-1:decision:0', start],
          ['SD-new', instant('2039-01-01T09:00:00.000Z')],
        ] as const) {
          await drafts.put({ id, revision: 1, owner: 'manager', body: '{}', savedAt });
        }
      });
      await type(['retention']);
      expect(said.out).toContain('SD-never, a form nobody finished, may be removed\n');
      await type(['retention', '--purge', '--by', 'records officer']);
      expect(said.out).toContain('SD-never, a form nobody finished, removed\n');
      await on(async ({ archive }) => {
        expect((await archive.drafts()).map(({ id }) => id)).toEqual(['SD-1:decision:0', 'SD-new']);
      });
    });

    it('records who held a discussion and who released it, and never puts one hold in place of another', async () => {
      await on(aCouncil);
      await type(['hold', 'SD-16', '--by', 'legal', '--reason', 'A complaint']);
      await expect(type(['hold', 'SD-16', '--by', 'inquiry', '--reason', 'An inquiry'])).rejects.toThrow(
        /^SD-16 is held already: legal, .*, “A complaint”\. Release it first\.$/,
      );
      await type(['release', 'SD-16', '--by', 'legal']);
      expect(said.out).toMatch(/^SD-16 is no longer held\. The hold was: legal, .*, “A complaint”\.\n$/);
      await expect(type(['release', 'SD-16', '--by', 'legal'])).rejects.toThrow('There is no hold on SD-16.');
      await on(async ({ store }) => {
        expect((await store.reads('SD-16')).map(({ personId, deed }) => [personId, deed])).toEqual([
          ['chair', 'read'],
          ['legal', 'hold'],
          ['legal', 'release'],
        ]);
      });
    });

    it('holds on somebody’s word and for a reason', async () => {
      await on(aCouncil);
      await type(['hold', 'SD-16', '--by', 'legal', '--reason', 'A complaint']);
      expect(said.out).toBe('SD-16 is kept until it is released.\n');
      await on(async ({ archive }) =>
        expect((await archive.held('SD-16'))?.hold).toMatchObject({ reason: 'A complaint' }),
      );
      await expect(type(['hold', 'SD-0', '--by', 'legal', '--reason', 'x'])).rejects.toThrow(
        'There is no discussion SD-0.',
      );
    });
  });
});
