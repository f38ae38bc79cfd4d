/** One attempt on a channel, and what the attempts on a notice say about it. Shared by every kind of step. */
import type { Attempt, Notice, Route } from '../discussion/state/notice.ts';
import { millis, type Instant } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement } from '../store/store.ts';
import { retryAt } from './backoff.ts';
import type { StepEdges } from './step.ts';
import { faultOf } from './log.ts';
import { triesOn } from './routes.ts';
import type { SendResult } from '../channels/send.ts';

/** A channel's answer once it has been asked: `full` means that it was not. */
export type Answered = Exclude<SendResult, { result: 'full' }>;

/** Nobody confirmed it since it was last known to have arrived, and yet it may have: another copy is a possible repeat. */
export const inDoubt = (attempts: readonly Attempt[]): boolean =>
  attempts.slice(attempts.findLastIndex((a) => a.result === 'sent') + 1).some((a) => a.result === 'unknown');

/** To be tried again at `nextAttemptAt`: owed, or sent maybe. */
export const dueAgain = (nextAttemptAt: Instant, attempts: readonly Attempt[]): Settlement => ({
  status: inDoubt(attempts) ? 'maybe' : 'owed',
  nextAttemptAt,
  attempts,
});

/** A channel that throws has a fault of its own; what it had done by then is not known. */
export const askChannel = async <R extends SendResult>(
  edges: StepEdges,
  notice: Notice,
  sending: () => Promise<R>,
): Promise<R | Extract<SendResult, { result: 'unknown' }>> => {
  try {
    return await sending();
  } catch (error) {
    edges.log({ what: 'channelFailed', noticeId: notice.id, fault: faultOf(error) });
    return { result: 'unknown', detail: 'The channel failed in a way we did not expect' };
  }
};

export const attempted = (at: Instant, route: Route, result: Answered): Attempt => ({
  at,
  route,
  result: result.result,
  detail: result.result === 'sent' ? takenWords[route] : result.detail,
  receipt: result.result === 'sent' ? result.receipt : null,
});

const takenWords: Readonly<Record<Route, string>> = {
  teams: 'Accepted by Teams',
  email: 'Accepted by the mail server',
  inbox: 'Accepted by the mail server of the agency',
  telephone: 'Told by telephone',
  calendar: 'Entered in the calendar',
};

/** Somebody claimed the notice and never settled it: whether they sent it on this route first, nobody can tell. */
export const interruption = (at: Instant, route: Route): Attempt =>
  attempted(at, route, { result: 'unknown', detail: 'This program was stopped while it was sending the message' });

/** When to try a route again, given what it answered last. `leave`: when the next route must be taken instead. */
export const againAt = (
  edges: Pick<StepEdges, 'clock' | 'random'>,
  route: Route,
  attempts: readonly Attempt[],
  result: Answered,
  leave: Instant | null,
): Instant =>
  retryAt({
    now: edges.clock(),
    tries: triesOn(route, attempts),
    retryAfterMs: result.result === 'later' ? result.retryAfterMs : null,
    leaveBy: leave,
    random: edges.random,
  });

/**
 * A full channel costs a notice nothing but time, unless that is what it has not got: then it counts as an answer, so
 * that the next route is taken. Answers null where the notice only has to wait.
 */
export const fullInTime = (
  full: Extract<SendResult, { result: 'full' }>,
  now: Instant,
  leave: Instant | null,
): Answered | null => {
  if (leave === null || full.until <= leave) return null;
  const retryAfterMs = millis(full.until) - millis(now);
  return { result: 'later', detail: 'Teams takes no more messages until after the time for this one', retryAfterMs };
};

/** What is known to have been tried on a claimed notice before its next step on `route`. */
export const attemptsBefore = (claimed: ClaimedNotice, route: Route, now: Instant): readonly Attempt[] => {
  const { attempts } = claimed.delivery;
  return claimed.interrupted && route !== 'telephone' ? [...attempts, interruption(now, route)] : attempts;
};
