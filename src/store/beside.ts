/**
 * What is stored of a discussion beside its stream: its line in the lists, the hold on it, and what is left of it once it
 * is purged. No hash covers these, so each is written in today's shape whenever it changes.
 */
import { z } from 'zod';
import { instantSchema } from '../discussion/state/ids.ts';
import { dutyKinds } from '../discussion/state/notice.ts';
import type { Summary } from '../discussion/state/summary.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { LegalHold, Tombstone } from './archive.ts';
import { jsonOf, parsed } from './storedFault.ts';

/** Programs that stored commits in format 1 wrote `discussionId` for the reference. */
const withReference = (stored: unknown): unknown => {
  if (typeof stored !== 'object' || stored === null || !('discussionId' in stored)) return stored;
  const { discussionId, ...rest } = stored;
  return { ...rest, reference: discussionId };
};

export const summarySchema = z.preprocess(
  withReference,
  z.strictObject({
    reference: z.string(),
    version: z.number().int().positive(),
    stage: z.enum(['convened', 'inSession', 'decided', 'stoodDown']),
    initials: z.array(z.string()).readonly(),
    convenorId: z.string(),
    chairId: z.string(),
    people: z.array(z.string()).readonly().nullable().default(null),
    readers: z.array(z.string()).readonly().nullable().default(null),
    meetingAt: instantSchema,
    dueAt: instantSchema.nullable(),
    open: z.boolean(),
    owed: z
      .strictObject({ duty: z.enum([...dutyKinds, 'action']), dueAt: instantSchema })
      .nullable()
      .default(null),
    actions: z
      .array(z.strictObject({ number: z.int(), ownerId: z.string(), dueOn: z.iso.date() }))
      .readonly()
      .default([]),
    toFileSince: instantSchema.nullable().default(null),
    standard: z.strictObject({ key: z.string(), version: z.string() }).nullable().default(null),
  }) satisfies z.ZodType<Summary>,
);

export const tombstoneSchema = z.preprocess(
  withReference,
  z.strictObject({
    reference: z.string(),
    purgedAt: instantSchema,
    by: z.string(),
    versions: z.number().int().nonnegative(),
    lastHash: z.string(),
  }) satisfies z.ZodType<Tombstone>,
);

export const holdSchema = z.strictObject({
  by: z.string(),
  reason: z.string(),
  at: instantSchema,
}) satisfies z.ZodType<LegalHold>;

/** What a list is ordered by: what is still to be done, else the deadline or the meeting, whichever is sooner. */
export const nextAtOf = ({ owed, dueAt, meetingAt }: Summary): Instant =>
  owed?.dueAt ?? (dueAt !== null && dueAt < meetingAt ? dueAt : meetingAt);

export const readSummary = (text: string): Summary =>
  parsed(summarySchema, jsonOf(text, 'A stored summary'), 'A stored summary');

export const readTombstone = (text: string): Tombstone =>
  parsed(tombstoneSchema, jsonOf(text, 'A stored tombstone'), 'A stored tombstone');

export const readHold = (text: string): LegalHold => parsed(holdSchema, jsonOf(text, 'A stored hold'), 'A stored hold');
