import { describe, expect, it } from 'vitest';
import type { Attempt, Route } from '../../src/discussion/state/notice.ts';
import { jitteredWait, retryAt } from '../../src/outbox/backoff.ts';
import { chooseRoute, leaveBy, routePlan } from '../../src/outbox/routes.ts';
import { minutes } from '../store/contract/commits.ts';

const teams = { tenantId: 't', userId: 'u' };
const email = 'a@b.example';
const inbox = 'inbox@b.example';

describe('the routes to a person', () => {
  it.each<[string, Parameters<typeof routePlan>[0], readonly Route[]]>([
    ['in Teams and with e-mail', { teams, email, inbox: null }, ['teams', 'email', 'telephone']],
    ['with e-mail only', { teams: null, email, inbox: null }, ['email', 'telephone']],
    ['in Teams only', { teams, email: null, inbox: null }, ['teams', 'telephone']],
    ['whose agency has a shared mailbox', { teams, email, inbox }, ['teams', 'email', 'inbox', 'telephone']],
    ['with nothing but such a mailbox', { teams: null, email: null, inbox }, ['inbox', 'telephone']],
    ['with none of these', { teams: null, email: null, inbox: null }, ['telephone']],
  ])('somebody %s', (_case, reach, plan) => {
    expect(routePlan(reach)).toEqual(plan);
  });
});

describe('the route to take now', () => {
  const plan: readonly Route[] = ['teams', 'email', 'telephone'];
  const tried = (route: Route, result: Attempt['result'], times = 1): readonly Attempt[] =>
    Array.from({ length: times }, () => ({ at: minutes(0), route, result, detail: '', receipt: null }));
  const tomorrow = minutes(1440);

  it.each<[string, readonly Attempt[], number, ReturnType<typeof minutes> | null, Route]>([
    ['nothing tried yet: Teams', [], 0, tomorrow, 'teams'],
    ['Teams said later: Teams again', tried('teams', 'later'), 5, tomorrow, 'teams'],
    ['Teams may have taken it: Teams again', tried('teams', 'unknown'), 5, tomorrow, 'teams'],
    ['Teams is closed to them: e-mail', tried('teams', 'closed'), 0, tomorrow, 'email'],
    ['Teams failed eight times: e-mail', tried('teams', 'later', 8), 30, tomorrow, 'email'],
    ['Teams failed eight times, no deadline: e-mail', tried('teams', 'later', 8), 30, null, 'email'],
    ['Teams failed, 71 minutes left: Teams again', tried('teams', 'later'), 1440 - 71, tomorrow, 'teams'],
    ['Teams failed, 70 minutes left: e-mail', tried('teams', 'later'), 1440 - 70, tomorrow, 'email'],
    ['nothing tried, 10 minutes left: Teams first', [], 1430, tomorrow, 'teams'],
    [
      'both failed, an hour left: telephone',
      [...tried('teams', 'later'), ...tried('email', 'later')],
      1380,
      tomorrow,
      'telephone',
    ],
    [
      'e-mail failed once, an hour and a minute left: e-mail again',
      [...tried('teams', 'closed'), ...tried('email', 'later')],
      1379,
      tomorrow,
      'email',
    ],
    ['both closed: telephone', [...tried('teams', 'closed'), ...tried('email', 'closed')], 0, tomorrow, 'telephone'],
    [
      'e-mail failed 24 times: telephone',
      [...tried('teams', 'closed'), ...tried('email', 'later', 24)],
      300,
      null,
      'telephone',
    ],
    ['overdue after an outage, nothing tried: Teams', [], 2000, tomorrow, 'teams'],
    ['overdue, Teams failed: e-mail', tried('teams', 'unknown'), 2000, tomorrow, 'email'],
  ])('%s', (_case, attempts, now, deadline, route) => {
    expect(chooseRoute(plan, attempts, minutes(now), deadline)).toBe(route);
  });

  it('each route is left in time for those after it', () => {
    expect(leaveBy(plan, 'teams', tomorrow)).toBe(minutes(1440 - 70));
    expect(leaveBy(plan, 'email', tomorrow)).toBe(minutes(1440 - 60));
    expect(leaveBy(['teams', 'telephone'], 'teams', tomorrow)).toBe(minutes(1440 - 60));
    expect(leaveBy(plan, 'teams', null)).toBeNull();
  });
});

describe('when to try again', () => {
  const always = (value: number) => () => value;
  const retry = (change: Partial<Parameters<typeof retryAt>[0]>) =>
    retryAt({ now: minutes(0), tries: 1, retryAfterMs: null, leaveBy: null, random: always(1), ...change });

  it.each([
    ['doubles with each try', [1, 2, 3, 4], 1, [5, 10, 20, 40]],
    ['never passes a quarter of an hour', [8, 9, 30, 2_000], 1, [640, 900, 900, 900]],
    ['may be any part of that', [3], 0.25, [5]],
    ['is never under a second', [1, 2_000], 0, [1, 1]],
  ])('the wait %s', (_case, tries, random, seconds) => {
    expect(tries.map((t) => jitteredWait(t, always(random)) / 1_000)).toEqual(seconds);
  });

  it('is not before the channel said', () => {
    expect(retry({ retryAfterMs: 10 * 60_000, random: always(0) })).toBe(minutes(10));
    expect(retry({ retryAfterMs: 0, random: always(0), tries: 5 }) > minutes(0)).toBe(true);
  });

  it('does not shorten the usual wait because the channel named a short one', () => {
    expect(retry({ retryAfterMs: 1_000, tries: 20 })).toBe(minutes(15));
  });

  it('comes up when the next route must be taken, even if the channel asked for longer', () => {
    expect(retry({ tries: 20, leaveBy: minutes(4) })).toBe(minutes(4));
    expect(retry({ retryAfterMs: 60 * 60_000, leaveBy: minutes(4) })).toBe(minutes(4));
  });

  it('goes on waiting as usual when that time has passed', () => {
    expect(retry({ tries: 20, leaveBy: minutes(-4) })).toBe(minutes(15));
  });
});
