/** What has become of a notice, as it is stored beside it. */
import { z } from 'zod';
import { instantSchema } from '../discussion/state/ids.ts';
import { routes, type Delivery } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement } from './store.ts';
import { jsonOf, parsed } from './storedFault.ts';

const attempts = z.array(
  z.strictObject({
    at: instantSchema,
    route: z.enum(routes),
    result: z.enum(['sent', 'later', 'closed', 'unknown']),
    detail: z.string(),
    receipt: z.string().nullable(),
  }),
);

const deliverySchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('owed'), nextAttemptAt: instantSchema, attempts }),
  z.strictObject({
    status: z.literal('sending'),
    leaseUntil: instantSchema,
    holder: z.string(),
    attempts,
    againAt: instantSchema.optional(),
  }),
  z.strictObject({ status: z.literal('maybe'), nextAttemptAt: instantSchema, attempts }),
  z.strictObject({
    status: z.literal('sent'),
    at: instantSchema,
    route: z.enum(routes),
    receipt: z.string(),
    attempts,
  }),
  z.strictObject({ status: z.literal('telephone'), since: instantSchema, attempts }),
  z.strictObject({ status: z.literal('superseded'), at: instantSchema, attempts }),
]) satisfies z.ZodType<Delivery>;

export const readDelivery = (text: string, place: string): Delivery =>
  parsed(deliverySchema, jsonOf(text, place), place);

/** When `claim` may next take a notice; null once it is settled. */
export const dueAtOf = (delivery: Delivery): Instant | null => {
  if ('nextAttemptAt' in delivery) return delivery.nextAttemptAt;
  return delivery.status === 'sending' ? delivery.leaseUntil : null;
};

/** Where a notice stands once whoever claimed it has settled it; null when somebody else holds it by now. */
export const settledFrom = (now: Delivery, claimed: ClaimedNotice, settlement: Settlement): Delivery | null => {
  const { holder, leaseUntil } = claimed.delivery;
  if (now.status !== 'sending' || now.holder !== holder || now.leaseUntil !== leaseUntil) return null;
  if (settlement.status !== 'sent' || now.againAt === undefined) return settlement;
  return { status: 'owed', nextAttemptAt: now.againAt, attempts: settlement.attempts };
};

/**
 * A card that has to show more at `at`: one that was sent is owed again, one being sent may have been bound before, and
 * is owed again once it is sent. Null for one still to be sent, which will show it anyway.
 */
export const owedAgain = (now: Delivery, at: Instant): Delivery | null => {
  if (now.status === 'sent') return { status: 'owed', nextAttemptAt: at, attempts: now.attempts };
  return now.status === 'sending' ? { ...now, againAt: at } : null;
};
