import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailPage } from '../../src/documents/mailPage.ts';
import { createDeliver } from '../../src/outbox/deliver.ts';
import { concurrency } from '../../src/outbox/dispatcher.ts';
import { aNotice, minutes, oweNotices } from '../store/contract/commits.ts';
import { dispatchTrial, ids, owe, second, statuses } from './dispatchTrial.ts';
import { noCalendar } from './noCalendar.ts';

let trial: ReturnType<typeof dispatchTrial>;

beforeEach(() => {
  trial = dispatchTrial();
});

afterEach(() => trial.end());

describe('a dispatcher', () => {
  it('delivers at once when told that something is owed', async () => {
    const one = trial.dispatcher('one');
    one.start();
    await trial.time.settle();
    await owe(one.store, 'SD-1', ['a']);
    one.nudge();
    await trial.time.settle();
    expect(trial.delivered).toEqual([{ id: 'a', by: 'one', at: 0 }]);
    expect(await statuses(one.store)).toEqual(['sent']);
  });

  it('finds what another instance has appended within five seconds', async () => {
    const one = trial.dispatcher('one');
    one.start();
    await trial.time.settle();
    await owe(trial.open(), 'SD-1', ['a']);
    await trial.time.advance(5 * second);
    expect(trial.delivered.map((d) => d.id)).toEqual(['a']);
  });

  it('delivers a notice when it is owed, not at the next poll', async () => {
    const one = trial.dispatcher('one');
    one.start();
    await oweNotices(one.store, 'SD-1', [aNotice('a', { owedAt: minutes(0.2) })]);
    await trial.time.advance(11 * second);
    expect(trial.delivered).toEqual([]);
    await trial.time.advance(second);
    expect(trial.delivered).toEqual([{ id: 'a', by: 'one', at: 12 }]);
  });

  it('finds what was owed while nobody was running, the most urgent first', async () => {
    const store = trial.open();
    const deadlines = { soon: minutes(200), none: null, overdue: minutes(100), later: minutes(3_000) };
    const notices = Object.entries(deadlines).map(([id, deadline]) => aNotice(id, { deadline }));
    await oweNotices(store, 'SD-1', notices);
    await trial.time.advance(24 * 3_600 * second);
    trial.dispatcher('one').start();
    await trial.time.settle();
    expect(trial.delivered.map((d) => d.id)).toEqual(['overdue', 'soon', 'later', 'none']);
  });

  it('works on sixteen notices side by side and no more', async () => {
    let now = 0;
    let most = 0;
    const one = trial.dispatcher('one', {
      deliver: async () => {
        now += 1;
        most = Math.max(most, now);
        await trial.pause(2 * second);
        now -= 1;
        return trial.sent();
      },
    });
    await owe(one.store, 'SD-1', ids(40));
    one.start();
    await trial.time.advance(6 * second);
    expect(most).toBe(concurrency);
    expect(trial.delivered.map((d) => d.at)).toEqual([
      ...Array<number>(16).fill(2),
      ...Array<number>(16).fill(4),
      ...Array<number>(8).fill(6),
    ]);
  });

  it('drains on request, and says how much it delivered', async () => {
    const one = trial.dispatcher('one');
    await owe(one.store, 'SD-1', ids(20));
    expect(await one.drainOnce()).toBe(20);
    expect(await one.drainOnce()).toBe(0);
  });

  it('takes a notice through its routes at once when they are closed', async () => {
    const store = trial.open();
    const noAnswer = { result: 'closed', detail: 'not there' } as const;
    const deliver = createDeliver<string>({
      load: (reference) => Promise.resolve(reference),
      store,
      placeOf: (conversation) => Promise.resolve({ kind: 'conversation', conversation }),
      placeGone: () => Promise.resolve(),
      reachOf: () => Promise.resolve({ teams: { tenantId: 't', userId: 'u' }, email: 'a@b.example', inbox: null }),
      cardFor: () => Promise.resolve('superseded'),
      calendar: noCalendar,
      watcherReach: () => Promise.resolve({ teams: null, email: null, inbox: null }),
      escalationFor: () => 'superseded',
      messageFor: () =>
        Promise.resolve({
          inTeams: () => ({ card: {}, summary: '' }),
          byEmail: () => ({ subject: '', ...mailPage({ heading: '', lines: [], link: null }) }),
        }),
      sendTeams: () => Promise.resolve(noAnswer),
      sendEmail: () => Promise.resolve(noAnswer),
      clock: trial.time.clock,
      random: () => 0.5,
      log: (entry) => trial.logged.push(entry),
    });
    const one = trial.dispatcher('one', { deliver });
    await owe(one.store, 'SD-1', ['a']);
    one.start();
    await trial.time.settle();
    const [notice] = await one.store.notices('SD-1');
    expect(notice?.delivery.status).toBe('telephone');
    expect(notice?.delivery.attempts.map((a) => [a.route, a.result])).toEqual([
      ['teams', 'closed'],
      ['email', 'closed'],
    ]);
  });
});

describe('stopping', () => {
  it('finishes what is under way and starts nothing more', async () => {
    const one = trial.dispatcher('one', {
      deliver: async () => {
        await trial.pause(3 * second);
        return trial.sent();
      },
    });
    await owe(one.store, 'SD-1', ids(18));
    one.start();
    await trial.time.settle();
    let stopped = false;
    const stopping = one.stop().then(() => {
      stopped = true;
    });
    await trial.time.advance(2 * second);
    expect(stopped).toBe(false);
    await trial.time.advance(second);
    await stopping;
    expect(trial.delivered).toHaveLength(concurrency);
    expect((await statuses(one.store)).filter((status) => status === 'owed')).toHaveLength(2);
    await trial.time.advance(60 * second);
    expect(trial.delivered).toHaveLength(concurrency);
  });

  it('is at once when there is nothing to do, or nothing was started', async () => {
    const idle = trial.dispatcher('idle');
    idle.start();
    idle.start();
    await trial.time.settle();
    await idle.stop();
    await trial.dispatcher('never started').stop();
    expect(trial.delivered).toEqual([]);
  });
});
