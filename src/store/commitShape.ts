/** The shape of commits and notices as they are read back. */
import { z } from 'zod';
import type { Commit } from '../discussion/state/commit.ts';
import { instantSchema, ruleIdSchema } from '../discussion/state/ids.ts';
import { discussionEvent } from '../discussion/state/event.ts';
import { noticeKinds, type Notice, type NoticeId } from '../discussion/state/notice.ts';
import { offices, type PersonId } from '../discussion/state/people.ts';
import { ranks } from '../practice/language/vocabulary.ts';
import { jsonOf, parsed } from './storedFault.ts';

const count = z.number().int().positive();
const personId = z.custom<PersonId>((v) => typeof v === 'string' && v.length > 0);
const noticeId = z.custom<NoticeId>((v) => typeof v === 'string' && v.length > 0);

const noticeSchema = z.strictObject({
  id: noticeId,
  kind: z.enum(noticeKinds),
  recipient: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('place') }),
    z.strictObject({ to: z.literal('person'), personId }),
    z.strictObject({ to: z.literal('referrer') }),
    z.strictObject({ to: z.literal('calendar') }),
    z.strictObject({ to: z.literal('serviceManager'), otherwise: personId }),
  ]),
  rule: ruleIdSchema.nullable(),
  owedAt: instantSchema,
  deadline: instantSchema.nullable(),
}) satisfies z.ZodType<Notice>;

export const commitSchema = z.strictObject({
  reference: z.string().min(1),
  version: count,
  at: instantSchema,
  actor: z.strictObject({
    personId,
    name: z.string(),
    role: z.string(),
    agency: z.string(),
    rank: z.enum(ranks).nullable(),
    offices: z.array(z.enum(offices)).optional(),
    via: z.enum(['teams', 'link', 'operator', 'system']),
  }),
  commandKey: z.string().min(1),
  events: z.array(discussionEvent).min(1),
  notices: z.array(noticeSchema),
  previousHash: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<Commit>;

export const readNotice = (text: string, place: string): Notice => parsed(noticeSchema, jsonOf(text, place), place);
