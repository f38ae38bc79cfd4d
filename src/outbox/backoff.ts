/** How long to wait before a route is tried again. */
import { millis, plusMillis, type Instant, minute, second } from '../practice/time/instant.ts';

const firstWaitMs = 5 * second;
const ceilingMs = 15 * minute;
const floorMs = second;

/**
 * Full jitter: anything up to a bound that doubles with each try, so that many waiting notices do not come back together.
 * Milliseconds, at least one second; `random` is 0 up to 1, `tries` counts from 1.
 */
export const jitteredWait = (tries: number, random: () => number): number =>
  Math.max(floorMs, Math.round(random() * Math.min(ceilingMs, firstWaitMs * 2 ** (tries - 1))));

/**
 * When to try a route again. Never before the channel said (`retryAfterMs`), except that at `leaveBy`, the time for the
 * next route, the notice comes up in any case: that route is then left, not tried.
 */
export const retryAt = (retry: {
  readonly now: Instant;
  readonly tries: number;
  readonly retryAfterMs: number | null;
  readonly leaveBy: Instant | null;
  readonly random: () => number;
}): Instant => {
  const jittered = jitteredWait(retry.tries, retry.random);
  const asked = retry.retryAfterMs === null ? 0 : retry.retryAfterMs + Math.round(retry.random() * floorMs);
  const wanted = plusMillis(retry.now, Math.max(jittered, asked));
  if (retry.leaveBy === null || millis(retry.leaveBy) <= millis(retry.now)) return wanted;
  return wanted < retry.leaveBy ? wanted : retry.leaveBy;
};
