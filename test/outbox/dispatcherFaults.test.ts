import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deliver } from '../../src/outbox/deliver.ts';
import { leaseMs, type DispatcherEdges } from '../../src/outbox/delivering.ts';
import { concurrency } from '../../src/outbox/dispatcher.ts';
import { minutes, start } from '../store/contract/commits.ts';
import { dispatchTrial, ids, owe, second, statuses } from './dispatchTrial.ts';

let trial: ReturnType<typeof dispatchTrial>;

beforeEach(() => {
  trial = dispatchTrial();
});

afterEach(() => trial.end());

describe('two dispatchers on one database', () => {
  it('deliver every notice once between them', async () => {
    const pause: Deliver = async () => {
      await trial.pause(second);
      return trial.sent();
    };
    const one = trial.dispatcher('one', { deliver: pause });
    const two = trial.dispatcher('two', { deliver: pause });
    for (const discussion of ids(10)) {
      await owe(
        one.store,
        discussion,
        ids(20).map((id) => `${discussion}/${id}`),
      );
    }
    one.start();
    two.start();
    await trial.time.advance(60 * second);
    expect(trial.delivered).toHaveLength(200);
    expect(new Set(trial.delivered.map((d) => d.id)).size).toBe(200);
    expect(new Set(trial.delivered.map((d) => d.by))).toEqual(new Set(['one', 'two']));
    expect(await one.store.counts(minutes(10))).toMatchObject({ owed: 0 });
  });

  it('one takes over what the other had claimed when it died, once the lease has run out', async () => {
    const store = trial.open();
    await owe(store, 'SD-1', ['a']);
    await store.claim({ now: start, leaseUntil: minutes(1), holder: 'dead', limit: 1 });
    const two = trial.dispatcher('two');
    two.start();
    await trial.time.advance(leaseMs - 1);
    expect(trial.delivered).toEqual([]);
    await trial.time.advance(1);
    expect(trial.delivered).toEqual([{ id: 'a', by: 'two', at: 60 }]);
  });

  it('what hangs is taken over when its lease runs out, and its place is free for other notices', async () => {
    const hanging = new Set(ids(concurrency));
    const one = trial.dispatcher('one', {
      deliver: ({ notice }) =>
        hanging.delete(notice.id) ? new Promise<never>(() => undefined) : Promise.resolve(trial.sent()),
    });
    await owe(one.store, 'SD-1', [...hanging, 'another']);
    one.start();
    await trial.time.advance(leaseMs - 1);
    expect(trial.delivered).toEqual([]);
    trial.dispatcher('two').start();
    await trial.time.advance(second);
    expect(trial.delivered.map((d) => d.id).toSorted()).toEqual(['another', ...ids(concurrency)].toSorted());
    expect(trial.faults()).toEqual(Array(concurrency).fill('leaseRanOut'));
  });

  it('a delivery that ends after its lease does not overwrite what was settled meanwhile', async () => {
    let slow = true;
    const one = trial.dispatcher('one', {
      deliver: async () => {
        if (!slow) return trial.sent();
        slow = false;
        await trial.pause(leaseMs + 10 * second);
        return { status: 'telephone', since: trial.time.clock(), attempts: [] };
      },
    });
    await owe(one.store, 'SD-1', ['a']);
    one.start();
    await trial.time.advance(leaseMs + 5 * second);
    expect(trial.delivered.map((d) => d.at)).toEqual([60]);
    await trial.time.advance(5 * second);
    expect(trial.delivered.map((d) => d.at)).toEqual([60, 70]);
    expect(await statuses(one.store)).toEqual(['sent']);
    expect(trial.faults()).toEqual(['leaseRanOut', 'leaseLost']);
  });
});

describe('when something goes wrong', () => {
  it('a delivery that fails is logged by id alone, does not hold up others, and comes back soon', async () => {
    let failures = 0;
    const one = trial.dispatcher('one', {
      deliver: ({ notice }) => {
        if (notice.id !== 'bad' || failures > 0) return Promise.resolve(trial.sent());
        failures += 1;
        return Promise.reject(new TypeError('Jane Doe is not a function'));
      },
    });
    await owe(one.store, 'SD-1', ['bad', 'good']);
    one.start();
    await trial.time.settle();
    expect(trial.delivered.map((d) => d.id)).toEqual(['good']);
    expect(trial.logged).toMatchObject([{ what: 'deliverFailed', noticeId: 'bad', fault: { name: 'TypeError' } }]);
    expect(JSON.stringify(trial.logged)).not.toContain('Jane');
    await trial.time.advance(leaseMs);
    expect(trial.delivered.map((d) => [d.id, d.at])).toEqual([
      ['good', 0],
      ['bad', 5],
    ]);
  });

  it('a database that cannot be read for a while is asked again', async () => {
    const store = trial.open();
    let broken = true;
    const flaky: DispatcherEdges['store'] = {
      ...store,
      claim: (claim) => (broken ? Promise.reject(new Error('disk I/O error')) : store.claim(claim)),
    };
    await owe(store, 'SD-1', ['a']);
    trial.dispatcher('one', { store: flaky }).start();
    await trial.time.advance(30 * second);
    expect(trial.delivered).toEqual([]);
    expect(trial.logged.length).toBeGreaterThan(1);
    expect(trial.logged.length).toBeLessThan(10);
    broken = false;
    await trial.time.advance(60 * second);
    expect(trial.delivered.map((d) => d.id)).toEqual(['a']);
  });

  it('what has been sent is settled even if the database stumbles, so that it is not sent twice', async () => {
    const store = trial.open();
    let stumbles = 2;
    const flaky: DispatcherEdges['store'] = {
      ...store,
      settle: (claimed, delivery) => {
        stumbles -= 1;
        return stumbles >= 0 ? Promise.reject(new Error('database is locked')) : store.settle(claimed, delivery);
      },
    };
    await owe(store, 'SD-1', ['a']);
    trial.dispatcher('one', { store: flaky }).start();
    await trial.time.advance(10 * leaseMs);
    expect(trial.delivered.map((d) => d.id)).toEqual(['a']);
    expect(await statuses(store)).toEqual(['sent']);
    expect(trial.faults()).toEqual(['settleFailed', 'settleFailed']);
  });
});
