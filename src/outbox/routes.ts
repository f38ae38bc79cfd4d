/**
 * Which way a notice goes: Teams, then e-mail, then the shared mailbox of the agency, then a task for the chair to telephone. Everything is worked out from
 * what has been tried so far, so any instance can take over at any point.
 */
import type { Reach } from '../directory/reach.ts';
import type { Attempt, Route } from '../discussion/state/notice.ts';
import { plusMillis, type Instant, hour, minute } from '../practice/time/instant.ts';

/** The routes to a person, best first. The last is always open: somebody picks up a telephone. */
export const routePlan = (reach: Reach): readonly Route[] => [
  ...(reach.teams === null ? [] : (['teams'] as const)),
  ...(reach.email === null ? [] : (['email'] as const)),
  ...(reach.inbox === null ? [] : (['inbox'] as const)),
  'telephone',
];

/** Teams fails over within some 20 minutes; a mail server may be down for two hours before somebody must telephone. */
const maxTries: Readonly<Record<Route, number>> = {
  teams: 8,
  email: 24,
  inbox: 24,
  telephone: Infinity,
  calendar: Infinity,
};

/** What each route needs before the deadline: a machine some minutes, a person who has to telephone an hour. */
const neededMs: Readonly<Record<Route, number>> = {
  teams: 0,
  email: 10 * minute,
  inbox: 10 * minute,
  telephone: hour,
  calendar: 0,
};

/** A message that may have arrived is sent once more on its route; if that stays unconfirmed too, the next route is taken. */
const maxDoubtful = 2;

/** What has been tried on a route without an answer either way. */
export const triesOn = (route: Route, attempts: readonly Attempt[]): number =>
  attempts.filter((a) => a.route === route && (a.result === 'later' || a.result === 'unknown')).length;

/** When a route that has not worked must be left for those after it to be in time; null without a deadline. */
export const leaveBy = (plan: readonly Route[], route: Route, deadline: Instant | null): Instant | null => {
  if (deadline === null) return null;
  const after = plan.slice(plan.indexOf(route) + 1);
  return plusMillis(deadline, -after.reduce((total, next) => total + neededMs[next], 0));
};

/**
 * The route to take now: the first not closed, not tried or left in doubt too often, and not, after a failure, out of time.
 * However late it is, each is tried once.
 */
export const chooseRoute = (
  plan: readonly Route[],
  attempts: readonly Attempt[],
  now: Instant,
  deadline: Instant | null,
): Route =>
  plan.find((route) => {
    const tries = triesOn(route, attempts);
    const leave = leaveBy(plan, route, deadline);
    const closed = attempts.some((a) => a.route === route && a.result === 'closed');
    const outOfTime = tries > 0 && leave !== null && now >= leave;
    const doubtful = attempts.filter((a) => a.route === route && a.result === 'unknown').length;
    return !closed && tries < maxTries[route] && doubtful < maxDoubtful && !outOfTime;
  }) ?? 'telephone';
