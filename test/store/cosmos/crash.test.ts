/** A crash between any two calls to Cosmos DB, and an account that is too busy. */
import { createStreams } from '../../../src/store/streams.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/store/cosmos/client.ts';
import { openCosmos } from '../../../src/store/cosmos/cosmos.ts';
import { storedItem } from '../../../src/store/cosmos/items.ts';
import { emptyListing } from '../../../src/store/cosmos/listing.ts';
import type { CosmosPlace } from '../../../src/store/cosmos/fault.ts';
import type { DirectoryRow } from '../../../src/store/rows.ts';
import type { Stores } from '../../../src/store/store.ts';
import { aCommit, aNotice, aSummary, information, minutes, oweNotices, start } from '../contract/commits.ts';
import { isRealAccount, startCosmosServer, type CosmosServer } from './server.ts';
import { startCosmosProxy, type CosmosProxy, type Fate } from './proxy.ts';

// A real account is reached over TLS, which this stand-in between does not speak.
describe.skipIf(isRealAccount)('the Cosmos store, when calls fail', () => {
  let server: CosmosServer;
  let proxy: CosmosProxy;
  let place: CosmosPlace;
  let product: Stores;
  let next: Stores;

  beforeAll(async () => {
    server = await startCosmosServer();
    proxy = await startCosmosProxy(server.endpoint);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });
  beforeEach(async () => {
    proxy.set(() => 'pass');
    place = await server.newPlace();
    product = await openCosmos({ ...place, endpoint: proxy.endpoint });
    next = await openCosmos(place);
  });
  afterEach(async () => {
    await product.close();
    await next.close();
    await server.removePlace(place);
  });

  const dead: Fate = { status: 403 };
  const ways: readonly (readonly [string, (at: number) => (n: number) => Fate])[] = [
    ['before call', (at) => (n) => (n < at ? 'pass' : dead)],
    ['after call', (at) => (n) => (n < at ? 'pass' : n === at ? 'loseAnswer' : dead)],
  ];

  /** Dies at each call of `work` in turn, in both ways, until it is through; `check` is what must hold each time. */
  const dyingEverywhere = async (
    work: (round: string) => Promise<unknown>,
    check: (round: string) => Promise<void>,
  ) => {
    for (const [when, fate] of ways) {
      for (let at = 0; ; at += 1) {
        const round = `${when} ${at}`;
        proxy.set(fate(at));
        const done = await work(round).then(
          () => true,
          () => false,
        );
        proxy.set(() => 'pass');
        await check(round);
        if (done) {
          expect(at).toBeGreaterThan(0);
          break;
        }
      }
    }
  };

  const commitOf = (round: string) => aCommit(null, { reference: round, notices: [aNotice(`${round}/a`)] });

  it('a commit is there with its notice and its list entry, or not at all, and may be tried again', async () => {
    await dyingEverywhere(
      (round) => product.store.append(commitOf(round), aSummary(commitOf(round))),
      async (round) => {
        const kept = await next.store.load(round);
        expect((await next.store.notices(round)).map((n) => n.version)).toEqual(kept.map((c) => c.version));
        const listed = (await next.store.listOpen(1_000)).filter((s) => s.reference === round);
        expect(
          listed.map((s) => s.version),
          round,
        ).toEqual(kept.map((c) => c.version));
        const again = await next.store.append(commitOf(round), aSummary(commitOf(round)));
        expect(again, round).toBe(kept.length === 0 ? 'appended' : 'conflict');
        expect(await next.store.load(round)).toEqual([commitOf(round)]);
      },
    );
  });

  it('a commit whose list entry was left unsure is found, however many others never came to be written', async () => {
    const client = await connect(place);
    const container = client.database(place.database).container(place.container);
    for (let i = 0; i < 100; i += 1) {
      const never = emptyListing({ container, authorityId: place.authorityId, streams: createStreams() }, `never-${i}`);
      await container.items.create(storedItem({ ...never, mayBeAt: 1, unsure: true }));
    }
    // The server's clock, by which the latest come first, goes in seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const written = commitOf('written');
    const callsToWrite = 3;
    proxy.set((n) => (n <= callsToWrite ? 'pass' : dead));
    await expect(product.store.append(written, aSummary(written))).rejects.toThrow();
    expect(await next.store.load('written')).toEqual([written]);
    expect((await next.store.listOpen(10)).map((s) => s.reference)).toEqual(['written']);
    client.dispose();
  });

  it('a discussion that was decided is not left in the list of open ones', async () => {
    await dyingEverywhere(
      async (round) => {
        const first = await oweNotices(next.store, round, []);
        const second = aCommit(first, { events: [information('decided')] });
        await product.store.append(second, aSummary(second, { open: false, stage: 'decided' }));
      },
      async (round) => {
        const decided = (await next.store.load(round)).length === 2;
        const listed = (await next.store.listOpen(1_000)).some((s) => s.reference === round);
        expect(listed, round).toBe(!decided);
      },
    );
  });

  it('a notice being claimed or settled is due again when its lease runs out, or settled', async () => {
    await dyingEverywhere(
      async (round) => {
        await oweNotices(next.store, round, [aNotice(`${round}/a`)]);
        const [claimed] = await product.store.claim({ now: start, leaseUntil: minutes(1), holder: 'one', limit: 1 });
        if (claimed === undefined) throw new Error('nothing was due');
        await product.store.settle(claimed, { status: 'superseded', at: start, attempts: [] });
      },
      async (round) => {
        const [notice] = await next.store.notices(round);
        const again = await next.store.claim({ now: minutes(1), leaseUntil: minutes(2), holder: 'two', limit: 10 });
        expect(again, round).toHaveLength(notice?.delivery.status === 'superseded' ? 0 : 1);
        for (const left of again) await next.store.settle(left, { status: 'superseded', at: start, attempts: [] });
      },
    );
  });

  it('a directory is the old one or the new one, never a mixture, and can be imported again', async () => {
    const rows = (name: string): readonly DirectoryRow[] =>
      ['a', 'b', 'c'].map((id) => ({ kind: 'person', id, teamsKey: `${name}/${id}`, body: name }));
    await next.directory.put(rows('at first'));
    await dyingEverywhere(
      (round) => product.directory.put(rows(round)),
      async (round) => {
        const bodies = (await next.directory.all('person')).map((row) => row.body);
        expect(new Set(bodies).size, round).toBe(1);
        expect(bodies).toHaveLength(3);
        await next.directory.put(rows(`again ${round}`));
        expect((await next.directory.byTeamsKey(`again ${round}/b`))?.id).toBe('b');
      },
    );
  });

  it('a purge is finished by doing it again', async () => {
    await dyingEverywhere(
      async (round) => {
        const commit = commitOf(round);
        await next.store.append(commit, aSummary(commit, { open: false, stage: 'decided' }));
        await product.archive.purge(round, { at: start, by: 'records' });
      },
      async (round) => {
        expect(await next.archive.purge(round, { at: start, by: 'records' })).toBe('purged');
        expect(await next.store.load(round)).toEqual([]);
        expect((await next.archive.tombstones()).filter((t) => t.reference === round)).toMatchObject([{ versions: 1 }]);
      },
    );
  });

  it.each([0, 1, 2, 3, 4])(
    'what is written while a discussion is being purged goes with it, before call %i',
    async (callsBefore) => {
      const first = commitOf('SD-1');
      await next.store.append(first, aSummary(first, { open: false, stage: 'decided' }));
      const late = aCommit(first, { notices: [aNotice('SD-1/2/late')] });
      let purged = '';
      proxy.set(async (n): Promise<Fate> => {
        if (n === callsBefore) purged = await next.archive.purge('SD-1', { at: start, by: 'records' });
        return 'pass';
      });
      await expect(product.store.append(late, aSummary(late))).rejects.toThrow(/discussion SD-1/i);
      expect(purged).toBe('purged');
      expect(await next.store.load('SD-1')).toEqual([]);
      expect(await next.store.notices('SD-1')).toEqual([]);
      expect(await next.store.listOpen(10)).toEqual([]);
      expect(await next.archive.tombstones()).toMatchObject([{ reference: 'SD-1', versions: 1 }]);
    },
  );

  it('an account that is busy for a moment is asked again, as soon as it says', async () => {
    proxy.set((n) => (n % 2 === 0 ? { status: 429, headers: { 'x-ms-retry-after-ms': '5' } } : 'pass'));
    const commit = commitOf('SD-1');
    expect(await product.store.append(commit, aSummary(commit))).toBe('appended');
    expect(await product.store.load('SD-1')).toEqual([commit]);
  });

  it('an account that stays busy is given up on in time to tell the person', async () => {
    proxy.set(() => ({ status: 429, headers: { 'x-ms-retry-after-ms': '50' } }));
    const asked = performance.now();
    await expect(product.store.load('SD-1')).rejects.toMatchObject({ code: 429 });
    expect(performance.now() - asked).toBeLessThan(2_500);
    expect(proxy.count()).toBeGreaterThan(1);
  });
});
