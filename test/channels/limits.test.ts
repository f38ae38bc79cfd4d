import { describe, expect, it } from 'vitest';
import { createLimits, type Scope } from '../../src/channels/limits.ts';
import { millis, plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { minutes, start } from '../store/contract/commits.ts';
import { simulateTime } from '../outbox/simulatedTime.ts';

const second = 1_000;

const trial = () => {
  const time = simulateTime(start);
  const limits = createLimits(time);
  const seconds = (at: Instant | null): number | null => (at === null ? null : (millis(at) - millis(start)) / second);
  return {
    time,
    limits,
    enter: async (scope: Partial<Scope> = {}): Promise<number | null> =>
      seconds(await limits.enter({ conversation: 'channel', discussion: 'SD-1', ...scope })),
  };
};

/** Sends as fast as it is allowed to, coming back when told to; answers the times, in milliseconds since the start. */
const sendAll = async ({ time, limits }: ReturnType<typeof trial>, scopes: readonly Scope[]): Promise<number[]> => {
  const at: number[] = [];
  const one = async (scope: Scope): Promise<void> => {
    for (let until = await limits.enter(scope); until !== null; until = await limits.enter(scope)) {
      await time.sleep(millis(until) - millis(time.clock()), new AbortController().signal);
    }
    at.push(millis(time.clock()) - millis(start));
  };
  const all = Promise.all(scopes.map(one));
  for (let minute = 0; minute < 120 && at.length < scopes.length; minute += 1) await time.advance(60 * second);
  await all;
  return at.toSorted((a, b) => a - b);
};

const most = (times: readonly number[], windowMs: number): number =>
  Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + windowMs).length));

describe('the documented limits of Teams', () => {
  it.each<[string, number, number]>([
    ['7 in a second', second, 7],
    ['8 in two seconds', 2 * second, 8],
    ['60 in 30 seconds', 30 * second, 60],
    ['1800 in an hour', 3_600 * second, 1_800],
  ])('one conversation never gets more than %s', async (_case, windowMs, allowed) => {
    const run = trial();
    const scopes = Array.from({ length: allowed > 100 ? 1_900 : 200 }, () => ({
      conversation: 'c',
      discussion: 'SD-1',
    }));
    expect(most(await sendAll(run, scopes), windowMs)).toBeLessThanOrEqual(allowed);
  });

  it('a tenant never gets more than 50 in a second, and at least 46 while there is something to send', async () => {
    const run = trial();
    const scopes = Array.from({ length: 1_000 }, (_, i) => ({ conversation: `c${i}`, discussion: `SD-${i % 100}` }));
    const times = await sendAll(run, scopes);
    expect(most(times, second)).toBeLessThanOrEqual(50);
    expect(1_000 / ((times.at(-1) ?? 0) / second)).toBeGreaterThan(46);
  });
});

describe('somebody who may not send yet', () => {
  it('is told when there will be room for them, so that not all come back together', async () => {
    const { enter } = trial();
    for (let i = 0; i < 7; i += 1) expect(await enter()).toBeNull();
    const told = [await enter(), await enter(), await enter()];
    expect(told).toEqual([1.08, 2.16, 2.16]);
  });

  it('has no claim on that time: somebody more urgent may use it', async () => {
    const { enter, time } = trial();
    for (let i = 0; i < 8; i += 1) await enter();
    await time.advance(1.08 * second);
    expect(await enter()).toBeNull();
  });

  it('does not keep anybody else waiting', async () => {
    const { enter } = trial();
    for (let i = 0; i < 20; i += 1) await enter();
    expect(await enter({ conversation: 'another' })).toBeNull();
  });
});

describe('fairness', () => {
  it('a discussion that owes a great deal leaves others a share of every second', async () => {
    const { enter, time } = trial();
    const huge = Array.from({ length: 500 }, (_, i) => enter({ conversation: `c${i}`, discussion: 'huge' }));
    const small = enter({ conversation: 'x', discussion: 'small' });
    await time.advance(second);
    expect((await Promise.all(huge)).filter((at) => at === null)).toHaveLength(40);
    expect(await small).toBeNull();
  });
});

describe('when Teams says that it is too much', () => {
  const c = { conversation: 'channel', discussion: 'SD-1' };
  const other = { conversation: 'other', discussion: 'SD-2' };

  it('everybody waits with that conversation for as long as it said', async () => {
    const { enter, limits, time } = trial();
    limits.throttled(c, 20 * second);
    expect(await enter()).toBe(20);
    expect(await enter(other)).toBeNull();
    await time.advance(20 * second);
    expect(await enter()).toBeNull();
  });

  it('without a time, twice as long each time, until it takes one again', async () => {
    const { enter, limits, time } = trial();
    limits.throttled(c, null);
    expect(await enter()).toBe(2);
    await time.advance(2 * second);
    limits.throttled(c, null);
    expect(await enter()).toBe(6);
    await time.advance(4 * second);
    limits.passed(c);
    limits.throttled(c, null);
    expect(await enter()).toBe(8);
  });

  it('in two conversations at once, the whole tenant waits', async () => {
    const { enter, limits } = trial();
    limits.throttled(c, 20 * second);
    limits.throttled(other, 30 * second);
    expect(await enter({ conversation: 'a third' })).toBe(30);
  });

  it('in two conversations long after each other, only those wait', async () => {
    const { enter, limits, time } = trial();
    limits.throttled(c, 20 * second);
    await time.advance(10 * second);
    limits.throttled(other, 20 * second);
    expect(await enter({ conversation: 'a third' })).toBeNull();
    expect(minutes(1) > time.clock()).toBe(true);
  });
});

describe('when the clock of the machine is set back', () => {
  it.each<[string, number]>([
    ['an hour', 3_600 * second],
    ['two days', 48 * 3_600 * second],
  ])('by %s, sending goes on at the permitted rate', async (_case, back) => {
    let setBack = 0;
    const time = simulateTime(start);
    const clock = (): Instant => plusMillis(time.clock(), -setBack);
    const limits = createLimits({ clock, sleep: time.sleep });
    const enterMany = (): Promise<(Instant | null)[]> =>
      Promise.all(Array.from({ length: 60 }, (_, i) => limits.enter({ conversation: `c${i}`, discussion: `SD-${i}` })));
    const before = enterMany();
    await time.advance(2 * second);
    expect(new Set(await before)).toEqual(new Set([null]));
    setBack = back;
    const after = enterMany();
    await time.advance(2 * second);
    expect(new Set(await after)).toEqual(new Set([null]));
  });

  it('a conversation that is full is free again as soon as ever', async () => {
    let setBack = 0;
    const time = simulateTime(start);
    const limits = createLimits({ clock: () => plusMillis(time.clock(), -setBack), sleep: time.sleep });
    const one = { conversation: 'channel', discussion: 'SD-1' };
    for (let i = 0; i < 8; i += 1) await limits.enter(one);
    setBack = 3_600 * second;
    const until = await limits.enter(one);
    expect(until).not.toBeNull();
    expect(millis(until ?? start)).toBeLessThanOrEqual(millis(start) - setBack + 3 * second);
  });
});
