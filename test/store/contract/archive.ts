/** What every store must do with whole discussions: export, keep, purge, and take over from another database. */
import { describe, expect, it } from 'vitest';
import type { Held } from '../../../src/store/archive.ts';
import type { Stores } from '../../../src/store/store.ts';
import { storedCommit } from '../../../src/store/stored.ts';
import { aCommit, aNotice, aSummary, information, minutes, start } from './commits.ts';
import type { Trial } from './contract.ts';

export const archiveContract = ({ open }: Trial): void => {
  describe('a commit of more than one item can hold', () => {
    it.each([
      ['in plain letters', 'x'.repeat(1_600_000)],
      ['that grow when they are written', '\u0001'.repeat(300_000)],
    ])('is refused before anything is written, %s', async (_case, text) => {
      const { store } = await open();
      const commit = aCommit(null, { events: [information(text)], notices: [aNotice('a')] });
      expect(await store.append(commit, aSummary(commit))).toBe('tooLarge');
      expect(await store.load('SD-1')).toEqual([]);
      expect(await store.notices('SD-1')).toEqual([]);
      expect(await store.listOpen(10)).toEqual([]);
      expect(await store.nextDue()).toBeNull();
    });

    it('a little less is kept whole', async () => {
      const { store } = await open();
      const commit = aCommit(null, { events: [information('x'.repeat(1_490_000))] });
      expect(await store.append(commit, aSummary(commit))).toBe('appended');
      expect(await store.load('SD-1')).toEqual([commit]);
    });
  });

  describe('everything held about a discussion', () => {
    it('is its commits, its list entry, its notices as they stand, who looked, and its hold', async () => {
      const stores = await open();
      await anEndedDiscussion(stores, 'SD-1');
      const held = await heldIn(stores, 'SD-1');
      expect(held.commits).toEqual(await stores.store.load('SD-1'));
      expect(held.summary.stage).toBe('decided');
      expect(held.notices.map((n) => [n.notice.id, n.delivery.status])).toEqual([
        ['SD-1/sent', 'sent'],
        ['SD-1/owed', 'owed'],
      ]);
      expect(held.reads.map((r) => r.personId)).toEqual(['chair', 'auditor']);
      expect(held.hold).toBeNull();
      expect(await stores.archive.held('SD-2')).toBeNull();
    });

    it('can be taken over, and then is the same in every part, and can be worked with', async () => {
      const stores = await open();
      await anEndedDiscussion(stores, 'SD-1');
      await stores.archive.hold('SD-1', legalHold);
      const held = throughJson(await heldIn(stores, 'SD-1'));
      await stores.archive.take(held);
      await stores.archive.take(held);
      expect(await stores.archive.held('SD-1')).toEqual(held);
      const due = await stores.store.claim({ now: minutes(60), leaseUntil: minutes(61), holder: 'one', limit: 10 });
      expect(due.map((n) => n.notice.id)).toEqual(['SD-1/owed']);
    });

    it('is not taken over another record of the same reference', async () => {
      const stores = await open();
      await anEndedDiscussion(stores, 'SD-1');
      const other = aCommit(null, { reference: 'SD-1', commandKey: 'another' });
      const theirs: Held = { ...(await heldIn(stores, 'SD-1')), sealed: [storedCommit(other)], notices: [] };
      await expect(stores.archive.take(theirs)).rejects.toThrow('SD-1');
      expect(await stores.store.load('SD-1')).toHaveLength(2);
    });

    it('is listed for a move page by page, by id', async () => {
      const stores = await open();
      for (const id of ['SD-2', 'SD-3', 'SD-1']) await anEndedDiscussion(stores, id);
      expect(await stores.archive.discussions(null, 2)).toEqual(['SD-1', 'SD-2']);
      expect(await stores.archive.discussions('SD-2', 2)).toEqual(['SD-3']);
    });
  });

  describe('purging', () => {
    it('leaves nothing of a discussion but a tombstone', async () => {
      const stores = await open();
      await anEndedDiscussion(stores, 'SD-1');
      await anEndedDiscussion(stores, 'SD-10');
      for (const id of ['SD-1', 'SD-1:decision:0', 'SD-10:decision:0']) {
        await stores.drafts.put({ id, revision: 1, owner: 'chair', body: '{}', savedAt: start });
      }
      const lastHash = (await stores.store.load('SD-1')).at(-1)?.hash;
      expect(await stores.archive.purge('SD-1', { at: minutes(500), by: 'records officer' })).toBe('purged');
      expect(await stores.store.load('SD-1')).toEqual([]);
      expect(await stores.store.notices('SD-1')).toEqual([]);
      expect(await stores.store.reads('SD-1')).toEqual([]);
      expect(await stores.archive.held('SD-1')).toBeNull();
      expect((await stores.archive.drafts()).map((d) => d.id)).toEqual(['SD-10:decision:0']);
      expect(await stores.archive.discussions(null, 10)).toEqual(['SD-10']);
      const tombstone = { reference: 'SD-1', purgedAt: minutes(500), by: 'records officer', versions: 2, lastHash };
      expect(await stores.archive.tombstones()).toEqual([tombstone]);
    });

    it('is for ever: nothing is written under the reference again, and purging it again changes nothing', async () => {
      const stores = await open();
      await anEndedDiscussion(stores, 'SD-1');
      const held = await heldIn(stores, 'SD-1');
      await stores.archive.purge('SD-1', { at: minutes(500), by: 'first' });
      await expect(stores.store.append(aCommit(null), aSummary(aCommit(null)))).rejects.toThrow('purged');
      await expect(stores.archive.take(held)).rejects.toThrow('purged');
      expect(await stores.archive.purge('SD-1', { at: minutes(600), by: 'second' })).toBe('purged');
      expect((await stores.archive.tombstones()).map((t) => t.by)).toEqual(['first']);
      expect(await stores.store.load('SD-1')).toEqual([]);
    });

    it('is refused while there is a legal hold, until that is lifted', async () => {
      const stores = await open();
      await anEndedDiscussion(stores, 'SD-1');
      expect(await stores.archive.hold('SD-1', legalHold)).toBe('kept');
      expect((await heldIn(stores, 'SD-1')).hold).toEqual(legalHold);
      expect(await stores.archive.purge('SD-1', { at: minutes(500), by: 'x' })).toBe('held');
      expect(await stores.store.load('SD-1')).toHaveLength(2);
      await stores.archive.hold('SD-1', null);
      expect(await stores.archive.purge('SD-1', { at: minutes(500), by: 'x' })).toBe('purged');
    });

    it('is refused while somebody still has to decide, and of what nobody knows', async () => {
      const stores = await open();
      const commit = aCommit(null);
      await stores.store.append(commit, aSummary(commit));
      expect(await stores.archive.purge('SD-1', { at: minutes(500), by: 'x' })).toBe('open');
      expect(await stores.archive.purge('SD-2', { at: minutes(500), by: 'x' })).toBe('unknown');
      expect(await stores.archive.hold('SD-2', legalHold)).toBe('unknown');
      expect(await stores.store.load('SD-1')).toEqual([commit]);
    });

    it('is offered for what ended before a time, that written longest ago first', async () => {
      const stores = await open();
      await anEndedDiscussion(stores, 'newer', 30);
      await anEndedDiscussion(stores, 'older', 20);
      await anEndedDiscussion(stores, 'too new', 40);
      const still = aCommit(null, { reference: 'still open' });
      await stores.store.append(still, aSummary(still));
      expect(await stores.archive.endedBefore(minutes(40), 10)).toEqual(['older', 'newer']);
      expect(await stores.archive.endedBefore(minutes(40), 1)).toEqual(['older']);
    });
  });
};

const legalHold = { by: 'legal services', reason: 'A court has asked for the record', at: minutes(400) };

/** Two commits, one notice sent and one owed, two people who looked; decided `at` minutes in. */
const anEndedDiscussion = async ({ store }: Stores, reference: string, at = 10): Promise<void> => {
  const first = aCommit(null, { reference, notices: [aNotice(`${reference}/sent`)] });
  await store.append(first, aSummary(first));
  const [claimed] = await store.claim({ now: start, leaseUntil: minutes(2), holder: 'one', limit: 1 });
  if (claimed === undefined) throw new Error('nothing was owed');
  await store.settle(claimed, { status: 'sent', at: start, route: 'email', receipt: 'ok', attempts: [] });
  const owed = aNotice(`${reference}/owed`, { owedAt: minutes(50) });
  const second = aCommit(first, { at: minutes(at), notices: [owed] });
  await store.append(second, aSummary(second, { stage: 'decided', open: false }));
  await store.recordRead({ reference, personId: 'chair', at: minutes(at), deed: 'read' });
  await store.recordRead({ reference, personId: 'auditor', at: minutes(at), deed: 'read' });
};

const heldIn = async ({ archive }: Stores, reference: string): Promise<Held> => {
  const held = await archive.held(reference);
  if (held === null) throw new Error(`${reference} is not held`);
  return held;
};

/** As another process would have it: through JSON. */
const throughJson = (held: Held): Held => JSON.parse(JSON.stringify(held)) as Held;
