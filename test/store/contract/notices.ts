/** What every store must do with notices: nothing owed is lost, and nobody sends what somebody else is sending. */
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/discussion/state/notice.ts';
import type { Instant } from '../../../src/practice/time/instant.ts';
import type { ClaimedNotice, Settlement, Store } from '../../../src/store/store.ts';
import { aCommit, aNotice, aSummary, minutes, oweNotices, start } from './commits.ts';
import type { Trial } from './contract.ts';

export const noticeContract = ({ open }: Trial): void => {
  describe('a notice', () => {
    it('is owed from the moment its commit is written, in the order of the commit', async () => {
      const { store } = await open();
      const notices = [aNotice('b', { deadline: minutes(60) }), aNotice('a')];
      await oweNotices(store, 'SD-1', notices);
      await oweNotices(store, 'SD-1', [aNotice('c', { owedAt: minutes(5) })]);
      expect(await store.notices('SD-1')).toEqual([
        { reference: 'SD-1', version: 1, notice: notices[0], delivery: owedAgain(start) },
        { reference: 'SD-1', version: 1, notice: notices[1], delivery: owedAgain(start) },
        {
          reference: 'SD-1',
          version: 2,
          notice: aNotice('c', { owedAt: minutes(5) }),
          delivery: owedAgain(minutes(5)),
        },
      ]);
      expect(await store.notices('SD-2')).toEqual([]);
    });

    it('stands as it stands now, whoever changed that since it was looked at', async () => {
      const [one, other] = [(await open()).store, (await open()).store];
      const first = await oweNotices(one, 'SD-1', [aNotice('a'), aNotice('b')]);
      const statuses = async () =>
        (await one.notices('SD-1')).map(({ notice, delivery }) => [notice.id, delivery.status]);
      expect(await statuses()).toEqual([
        ['a', 'owed'],
        ['b', 'owed'],
      ]);
      const [claimed] = await claim(other, { now: minutes(1), limit: 1 });
      if (claimed === undefined) throw new Error('nothing was owed');
      await other.settle(claimed, { status: 'superseded', at: minutes(1), attempts: [] });
      const next = aCommit(first, { notices: [aNotice('c')] });
      await other.append(next, aSummary(next));
      expect(await statuses()).toEqual([
        ['a', 'superseded'],
        ['b', 'owed'],
        ['c', 'owed'],
      ]);
    });

    it('comes back from a claim as leased to whoever claimed it', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [aNotice('a')]);
      const [claimed] = await claim(store, { holder: 'one', now: minutes(1), leaseUntil: minutes(3) });
      const delivery = { status: 'sending', holder: 'one', leaseUntil: minutes(3), attempts: [] };
      expect(claimed).toEqual({ reference: 'SD-1', version: 1, notice: aNotice('a'), delivery, interrupted: false });
      expect((await store.notices('SD-1')).map((n) => n.delivery)).toEqual([delivery]);
    });

    it('cannot be claimed before it is owed', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [aNotice('a', { owedAt: minutes(10) })]);
      expect(await claimIds(store, { now: minutes(9) })).toEqual([]);
      expect(await claimIds(store, { now: minutes(10) })).toEqual(['a']);
    });
  });

  describe('claiming', () => {
    it('takes the most urgent deadline first, those without one last, and then the oldest', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [
        aNotice('no deadline, newer', { owedAt: minutes(2) }),
        aNotice('no deadline, older', { owedAt: minutes(1) }),
        aNotice('due tomorrow', { deadline: minutes(1440) }),
      ]);
      await oweNotices(store, 'SD-2', [
        aNotice('due in an hour, newer', { deadline: minutes(60), owedAt: minutes(2) }),
        aNotice('due in an hour, older', { deadline: minutes(60), owedAt: minutes(1) }),
        aNotice('overdue', { deadline: minutes(1) }),
      ]);
      const inOrder = ['overdue', 'due in an hour, older', 'due in an hour, newer', 'due tomorrow'];
      expect(await claimIds(store, { now: minutes(5), limit: 4 })).toEqual(inOrder);
      expect(await claimIds(store, { now: minutes(5) })).toEqual(['no deadline, older', 'no deadline, newer']);
    });

    it('puts an urgent notice before others that have been waiting', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [aNotice('waiting 1'), aNotice('waiting 2')]);
      expect(await claimIds(store, { limit: 1 })).toEqual(['waiting 1']);
      await oweNotices(store, 'SD-2', [aNotice('urgent', { deadline: minutes(1) })]);
      expect(await claimIds(store)).toEqual(['urgent', 'waiting 2']);
    });

    it('never gives one notice to two dispatchers', async () => {
      const instances = [await open(), await open(), await open()];
      const ids = Array.from({ length: 60 }, (_, i) => `notice ${i}`);
      await oweNotices(
        storeOf(instances, 0),
        'SD-1',
        ids.map((id) => aNotice(id)),
      );
      const claims = Array.from({ length: 30 }, (_, i) =>
        claimIds(storeOf(instances, i % 3), { holder: `dispatcher ${i}`, limit: 4 }),
      );
      expect((await Promise.all(claims)).flat().toSorted()).toEqual(ids.toSorted());
    });

    it('leaves a leased notice alone until the lease runs out, and then gives it to whoever asks', async () => {
      const { store } = await open();
      const other = (await open()).store;
      await oweNotices(store, 'SD-1', [aNotice('a')]);
      await claim(store, { holder: 'one', leaseUntil: minutes(2) });
      expect(await claimIds(other, { holder: 'two', now: minutes(1) })).toEqual([]);
      const [again] = await claim(other, { holder: 'two', now: minutes(2), leaseUntil: minutes(4) });
      expect(again?.delivery).toEqual({ status: 'sending', holder: 'two', leaseUntil: minutes(4), attempts: [] });
      expect(again?.interrupted).toBe(true);
    });
  });

  describe('settling', () => {
    it.each<[string, Settlement]>([
      ['sent', { status: 'sent', at: minutes(1), route: 'email', receipt: '250 2.0.0 queued as 42', attempts: [] }],
      ['a task to telephone', { status: 'telephone', since: minutes(1), attempts: [] }],
      ['superseded', { status: 'superseded', at: minutes(1), attempts: [] }],
    ])('as %s is final', async (_case, delivery) => {
      const { store } = await open();
      const claimed = await oweAndClaim(store);
      expect(await store.settle(claimed, delivery)).toBe('settled');
      expect((await store.notices('SD-1')).map((n) => n.delivery)).toEqual([delivery]);
      expect(await claimIds(store, { now: minutes(10_000) })).toEqual([]);
      expect(await store.settle(claimed, owedAgain(minutes(3)))).toBe('leaseLost');
    });

    it('as owed again makes it due at the time of the next attempt, and keeps what was tried', async () => {
      const { store } = await open();
      const tried: Attempt = {
        at: minutes(1),
        route: 'teams',
        result: 'later',
        detail: 'Teams asked us to wait',
        receipt: null,
      };
      const claimed = await oweAndClaim(store);
      await store.settle(claimed, { ...owedAgain(minutes(7)), attempts: [tried] });
      expect(await claimIds(store, { now: minutes(6) })).toEqual([]);
      const [again] = await claim(store, { now: minutes(7) });
      expect(again?.delivery.attempts).toEqual([tried]);
    });

    it('as sent maybe makes it due again as well, and it is not taken for an interrupted one', async () => {
      const { store } = await open();
      const tried: Attempt = { at: minutes(1), route: 'teams', result: 'unknown', detail: '', receipt: null };
      const maybe: Settlement = { status: 'maybe', nextAttemptAt: minutes(7), attempts: [tried] };
      await store.settle(await oweAndClaim(store), maybe);
      expect((await store.notices('SD-1')).map((n) => n.delivery)).toEqual([maybe]);
      expect(await store.counts(minutes(6))).toMatchObject({ owed: 1 });
      expect(await claimIds(store, { now: minutes(6) })).toEqual([]);
      expect((await claim(store, { now: minutes(7) })).map((n) => n.interrupted)).toEqual([false]);
    });

    it('is refused to a dispatcher whose notice somebody else has claimed since', async () => {
      const { store } = await open();
      const lost = await oweAndClaim(store, { holder: 'one', leaseUntil: minutes(2) });
      const [held] = await claim(store, { holder: 'two', now: minutes(2), leaseUntil: minutes(4) });
      expect(await store.settle(lost, owedAgain(minutes(9)))).toBe('leaseLost');
      expect((await store.notices('SD-1')).map((n) => n.delivery)).toEqual([held?.delivery]);
    });

    it('is refused for an old claim, even to the dispatcher that holds the new one', async () => {
      const { store } = await open();
      const old = await oweAndClaim(store, { holder: 'one', leaseUntil: minutes(2) });
      await claim(store, { holder: 'one', now: minutes(2), leaseUntil: minutes(4) });
      expect(await store.settle(old, owedAgain(minutes(9)))).toBe('leaseLost');
    });

    it('is accepted after the lease has run out if nobody has claimed it since', async () => {
      const { store } = await open();
      const claimed = await oweAndClaim(store, { leaseUntil: minutes(2) });
      await oweNotices(store, 'SD-2', [aNotice('b', { deadline: minutes(1) })]);
      expect(await claimIds(store, { now: minutes(3), limit: 1 })).toEqual(['b']);
      expect(await store.settle(claimed, { status: 'superseded', at: minutes(3), attempts: [] })).toBe('settled');
      expect(await claimIds(store, { now: minutes(3) })).toEqual([]);
    });
  });

  describe('showing a card again', () => {
    const attempt = { at: minutes(1), route: 'teams', result: 'sent', detail: '', receipt: 'm1' } as const;
    const sentCard = { status: 'sent', at: minutes(1), route: 'teams', receipt: 'm1', attempts: [attempt] } as const;
    const card = (id: string) => aNotice(id, { kind: 'deliveryCard', recipient: { to: 'place' } });

    it('makes the newest sent card of the kind due again, and keeps what it knows of its message', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [card('card')]);
      await store.settle(only((await claim(store))[0]), sentCard);
      await store.showAgain('SD-1', 'deliveryCard', minutes(5));
      expect(await claimIds(store, { now: minutes(4) })).toEqual([]);
      const again = only((await claim(store, { now: minutes(5), leaseUntil: minutes(6) }))[0]);
      expect(again.delivery.attempts).toEqual([attempt]);
    });

    it('waits for a card that is being sent, which may have been bound before', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [card('card')]);
      const sending = only((await claim(store))[0]);
      await store.showAgain('SD-1', 'deliveryCard', minutes(5));
      expect(await claimIds(store, { now: minutes(1) })).toEqual([]);
      expect(await store.settle(sending, sentCard)).toBe('settled');
      const again = only((await claim(store, { now: minutes(5), leaseUntil: minutes(6) }))[0]);
      expect(again.delivery.attempts).toEqual([attempt]);
      expect(await store.settle(again, sentCard)).toBe('settled');
      expect(await claimIds(store, { now: minutes(9) })).toEqual([]);
    });

    it('is forgotten where the card goes back to be sent: it will show it anyway', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [card('card')]);
      const sending = only((await claim(store))[0]);
      await store.showAgain('SD-1', 'deliveryCard', minutes(5));
      const later = { status: 'owed', nextAttemptAt: minutes(2), attempts: [] } as const;
      expect(await store.settle(sending, later)).toBe('settled');
      expect((await store.notices('SD-1'))[0]?.delivery).toEqual(later);
    });

    it('does nothing to a card that is still to be sent, or to other kinds', async () => {
      const { store } = await open();
      await oweNotices(store, 'SD-1', [card('card')]);
      const before = await store.notices('SD-1');
      await store.showAgain('SD-1', 'deliveryCard', minutes(5));
      await store.showAgain('SD-1', 'agendaCard', minutes(5));
      expect(await store.notices('SD-1')).toEqual(before);
    });
  });

  describe('what the dispatcher and the health check ask', () => {
    it('the next due time is the earliest at which a claim finds something', async () => {
      const { store } = await open();
      expect(await store.nextDue()).toBeNull();
      await oweNotices(store, 'SD-1', [aNotice('later', { owedAt: minutes(30) }), aNotice('sooner')]);
      expect(await store.nextDue()).toBe(start);
      const [claimed] = await claim(store, { now: start, leaseUntil: minutes(2) });
      expect(await store.nextDue()).toBe(minutes(2));
      await store.settle(only(claimed), { status: 'superseded', at: minutes(1), attempts: [] });
      expect(await store.nextDue()).toBe(minutes(30));
    });

    it('counts what is owed, what is overdue, and since when', async () => {
      const { store } = await open();
      expect(await store.counts(minutes(60))).toEqual({ owed: 0, overdue: 0, oldestOwedAt: null });
      await oweNotices(store, 'SD-1', [
        aNotice('overdue', { deadline: minutes(10), owedAt: minutes(2) }),
        aNotice('on time', { deadline: minutes(100), owedAt: minutes(1) }),
        aNotice('not owed yet', { owedAt: minutes(90) }),
      ]);
      expect(await store.counts(minutes(10))).toEqual({ owed: 2, overdue: 0, oldestOwedAt: minutes(1) });
      expect(await store.counts(minutes(60))).toEqual({ owed: 2, overdue: 1, oldestOwedAt: minutes(1) });
      const [claimed] = await claim(store, { now: minutes(60), limit: 1, leaseUntil: minutes(62) });
      expect(await store.counts(minutes(60))).toEqual({ owed: 2, overdue: 1, oldestOwedAt: minutes(1) });
      await store.settle(only(claimed), { status: 'telephone', since: minutes(60), attempts: [] });
      expect(await store.counts(minutes(60))).toEqual({ owed: 1, overdue: 0, oldestOwedAt: minutes(1) });
    });
  });
};

type Claim = Parameters<Store['claim']>[0];

const claim = (store: Store, overrides: Partial<Claim> = {}): Promise<readonly ClaimedNotice[]> =>
  store.claim({ now: minutes(5), leaseUntil: minutes(100_000), holder: 'dispatcher', limit: 100, ...overrides });

const claimIds = async (store: Store, overrides: Partial<Claim> = {}): Promise<readonly string[]> =>
  (await claim(store, overrides)).map((claimed) => claimed.notice.id);

const oweAndClaim = async (store: Store, overrides: Partial<Claim> = {}): Promise<ClaimedNotice> => {
  await oweNotices(store, 'SD-1', [aNotice('a')]);
  return only((await claim(store, { now: start, ...overrides }))[0]);
};

const only = (claimed: ClaimedNotice | undefined): ClaimedNotice => {
  if (claimed === undefined) throw new Error('nothing was claimed');
  return claimed;
};

const storeOf = (instances: readonly { readonly store: Store }[], i: number): Store => {
  const instance = instances[i];
  if (instance === undefined) throw new Error(`instance ${i} was not opened`);
  return instance.store;
};

const owedAgain = (nextAttemptAt: Instant) => ({ status: 'owed', nextAttemptAt, attempts: [] }) as const;
