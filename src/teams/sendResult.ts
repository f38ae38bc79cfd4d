/** What Teams' answer to a message means for the notice it carried. */
import { z } from 'zod';
import type { SendResult } from '../channels/send.ts';
import type { Outcome } from './connector.ts';

/** Answers after which nothing was delivered and another try is worth it (412, 429, 503). */
const tryLater = new Set([412, 429, 503]);
/** A message, chat or channel that was deleted or archived, or that the bot was removed from (403 is what Teams says then). */
const gone = new Set([403, 404]);
/** Answers that will not change: not understood, not allowed, too large. */
const refusedForGood = new Set([400, 401, 413]);

const withError = z.looseObject({ error: z.looseObject({ code: z.string() }) });
const withId = z.looseObject({ id: z.string().min(1) });

/** One that never came, or says nothing about delivery, leaves it unknown. */
export const classify = (outcome: Outcome): SendResult => {
  if (!outcome.answered) {
    const { detail } = outcome;
    return outcome.reached ? { result: 'unknown', detail } : { result: 'later', detail, retryAfterMs: null };
  }
  const { status, body } = outcome;
  if (status >= 200 && status < 300) return { result: 'sent', receipt: withId.safeParse(body).data?.id ?? '' };
  const code = withError.safeParse(body).data?.error.code;
  const detail = `Teams answered ${status}${code === undefined ? '' : ` ${code}`}`;
  if (tryLater.has(status)) return { result: 'later', detail, retryAfterMs: retryAfterMs(outcome.retryAfter) };
  if (gone.has(status)) return { result: 'closed', detail, gone: true };
  return refusedForGood.has(status) ? { result: 'closed', detail } : { result: 'unknown', detail };
};

/** `Retry-After` in seconds, as milliseconds; null where the header is missing or says nothing usable. */
export const retryAfterMs = (value: string | null): number | null => {
  const seconds = value === null || value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
};
