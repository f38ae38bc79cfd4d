/**
 * What is stored, read back with suspicion: parsed by schema, its hash chain verified as it was written, and only then
 * brought to today's shape. Anything unknown or altered is a fault to stop on, never a gap in a statutory record.
 */
import { z } from 'zod';
import type { Commit } from '../discussion/state/commit.ts';
import { discussionEvent, instantSchema, ruleIdSchema } from '../discussion/state/event.ts';
import {
  noticeKinds,
  routes,
  type Delivery,
  type Notice,
  type NoticeId,
  type TrackedNotice,
} from '../discussion/state/notice.ts';
import type { PersonId } from '../discussion/state/people.ts';
import type { Summary } from '../discussion/state/summary.ts';
import type { Instant } from '../practice/time/instant.ts';
import { ranks } from '../practice/language/vocabulary.ts';
import { canonicalJson, hashOf, verifyChain, type ChainBreak, type Sealed } from './chain.ts';
import type { Held } from './store.ts';

/** Something stored cannot be trusted or understood. Names the place, never the content, which may be about a child. */
export class StoredFault extends Error {
  override readonly name = 'StoredFault';
}

const currentFormat = 1;
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

const commitSchema = z.strictObject({
  discussionId: z.string().min(1),
  version: count,
  at: instantSchema,
  actor: z.strictObject({
    personId,
    name: z.string(),
    role: z.string(),
    agency: z.string(),
    rank: z.enum(ranks).nullable(),
    via: z.enum(['teams', 'link', 'operator', 'system']),
  }),
  commandKey: z.string().min(1),
  events: z.array(discussionEvent).min(1),
  notices: z.array(noticeSchema),
  previousHash: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<Commit>;

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
  z.strictObject({ status: z.literal('sending'), leaseUntil: instantSchema, holder: z.string(), attempts }),
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

const summarySchema = z.strictObject({
  discussionId: z.string(),
  version: count,
  stage: z.enum(['convened', 'inSession', 'decided', 'stoodDown']),
  initials: z.array(z.string()),
  convenorId: z.string(),
  chairId: z.string(),
  meetingAt: instantSchema,
  dueAt: instantSchema.nullable(),
  open: z.boolean(),
}) satisfies z.ZodType<Summary>;

/** What every format has had since the first: enough to verify the chain before anything else is believed. */
const envelopeSchema = z.strictObject({
  format: count,
  commit: z.looseObject({ discussionId: z.string(), version: count, previousHash: z.string(), hash: z.string() }),
});

/**
 * Bytes of a commit's text inside an item. A Cosmos DB item may have 2 MB; what is left is for the deliveries of its
 * notices, which grow. The same on every store, so that any of them can be moved to any other.
 */
const maxTextBytes = 1_500_000;

/** Whether a commit's text is more than every store can take. Told before anything is written. */
export const isTooLarge = (text: string): boolean => Buffer.byteLength(JSON.stringify(text)) > maxTextBytes;

/**
 * The text under which a commit is stored. Throws StoredFault if it could not be read back as it is, or owes one notice
 * twice. Two commits cannot owe the same one: its id has their discussion and version in it.
 */
export const storedCommit = (commit: Commit): string => {
  const text = canonicalJson({ format: currentFormat, commit });
  const place = `The commit of discussion ${commit.discussionId} for version ${commit.version}`;
  const { sealed } = readCommit(text, place);
  if (hashOf(sealed) !== sealed.hash) throw new StoredFault(`${place} does not have the hash of its content`);
  const notices = new Set(commit.notices.map((notice) => notice.id));
  if (notices.size < commit.notices.length) throw new StoredFault(`${place} repeats a notice id`);
  return text;
};

/** One discussion's commits from their stored texts in version order. Throws StoredFault naming the first bad one. */
export const readStream = (discussionId: string, texts: readonly string[]): readonly Commit[] => {
  const read = texts.map((text, i) => readCommit(text, `Discussion ${discussionId}, version ${i + 1}`));
  const sealed = read.map((r) => r.sealed);
  const broken = verifyChain(sealed) ?? strayFrom(discussionId, sealed);
  if (broken !== null) {
    throw new StoredFault(`Discussion ${discussionId}, version ${broken.version}: ${breaks[broken.fault]}`);
  }
  return read.map((r) => r.commit);
};

const breaks: Record<ChainBreak['fault'], string> = {
  missing: 'the commit with this version is missing',
  altered: 'the commit has been altered since it was written',
  unlinked: 'the commit does not follow the one before it',
  misplaced: 'the commit belongs to another discussion',
};

const strayFrom = (discussionId: string, sealed: readonly Sealed[]): ChainBreak | null => {
  const stray = sealed.find((s) => s.discussionId !== discussionId);
  return stray === undefined ? null : { version: stray.version, fault: 'misplaced' };
};

const readCommit = (text: string, place: string): { sealed: Sealed; commit: Commit } => {
  const stored = json(text, place);
  const { format, commit: sealed } = parse(envelopeSchema, stored, place);
  if (canonicalJson(stored) !== text) throw new StoredFault(`${place}: the stored text is not as it was written`);
  return { sealed, commit: parse(commitSchema, upcast(format, sealed, place), place) };
};

/** Brings a commit stored in an older format to today's. There has been one format so far. */
const upcast = (format: number, content: unknown, place: string): unknown => {
  if (format === currentFormat) return content;
  throw new StoredFault(`${place}: stored in format ${format}, which this version of the program does not know`);
};

export const readNotice = (text: string, place: string): Notice => parse(noticeSchema, json(text, place), place);

export const readDelivery = (text: string, place: string): Delivery => parse(deliverySchema, json(text, place), place);

export const readSummary = (text: string, place: string): Summary => parse(summarySchema, json(text, place), place);

/** When `claim` may next take a notice; null once it is settled. */
export const dueAtOf = (delivery: Delivery): Instant | null => {
  if ('nextAttemptAt' in delivery) return delivery.nextAttemptAt;
  return delivery.status === 'sending' ? delivery.leaseUntil : null;
};

/**
 * Throws StoredFault unless what is here already is the beginning of the same record, or nothing; and where notices have
 * been delivered from here since, for taking the older state over would send them again.
 */
export const canTake = (held: Held, here: readonly Commit[], notices: readonly TrackedNotice[]): void => {
  const { discussionId } = held;
  if (!here.every((commit, i) => commit.hash === held.commits[i]?.hash)) {
    throw new StoredFault(`Discussion ${discussionId} is here already with another record`);
  }
  const tried = new Map(held.notices.map((n) => [n.notice.id, n.delivery.attempts.length]));
  if (notices.some((n) => n.delivery.attempts.length > (tried.get(n.notice.id) ?? 0))) {
    throw new StoredFault(`Discussion ${discussionId} has been worked on here since it was moved`);
  }
};

const json = (text: string, place: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may be about a child.
    throw new StoredFault(`${place}: the stored text is not JSON`);
  }
};

const parse = <T extends z.ZodType>(schema: T, value: unknown, place: string): z.output<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.map(String) ?? [];
  const unknownEvent = /^events\.\d+\.type$/.test(at.join('.'));
  throw new StoredFault(
    `${place}: ${at.join('.')} ${unknownEvent ? 'is an unknown event type' : 'is not as expected'}`,
  );
};
