/**
 * Sends an invoke and waits for its answer as Teams does: five seconds, then the same again twice, and then the person
 * is told the app cannot be reached. A repeat may carry a new activity id, so bots cannot tell one by its id.
 */
import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { FaultOf } from './faults.ts';

/** The bot's HTTP answer to an invoke; null when none came in time. */
export type InvokeAnswer = { readonly status: number; readonly body: unknown } | null;

const attemptLimitMs = 5_000;
const attempts = 3;
/** Statuses after which Teams tries again. */
const retried = new Set([502, 503, 504]);

const attempt = async (url: string, activity: Activity): Promise<InvokeAnswer> => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(attemptLimitMs),
    });
    const text = await answer.text();
    return retried.has(answer.status) ? null : { status: answer.status, body: parse(text) };
  } catch {
    return null;
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const underNewId = (activity: Activity): Activity => ({ ...activity, id: `f:${randomUUID()}` });

/**
 * Delivers an invoke to the bot at `url`. The first repeat keeps the activity id and the second has a new one. With a
 * redelivery fault, further copies reach the bot at the same time and their answers are ignored.
 */
export const sendInvoke = async (
  url: string,
  activity: Activity,
  redelivery: FaultOf<'invokeRedelivery'> | undefined,
): Promise<InvokeAnswer> => {
  const copies = Array.from({ length: redelivery?.copies ?? 0 }, () =>
    attempt(url, redelivery?.activityId === 'new' ? underNewId(activity) : activity),
  );
  const withRepeats = async (left: number): Promise<InvokeAnswer> => {
    const answer = await attempt(url, left === 1 ? underNewId(activity) : activity);
    return answer !== null || left === 1 ? answer : withRepeats(left - 1);
  };
  const [answer] = await Promise.all([withRepeats(attempts), ...copies]);
  return answer;
};
