/**
 * What an item in the container looks like, and the few ways of reaching one. Every item carries its authority, and its
 * partition key begins with it; every query names the partition key, or at least the authority, in its own text.
 */
import type { Container, SqlParameter, SqlQuerySpec } from '@azure/cosmos';
import { z } from 'zod';
import type { Commit } from '../../discussion/state/commit.ts';
import type { Delivery } from '../../discussion/state/notice.ts';
import type { Summary } from '../../discussion/state/summary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { unless } from './fault.ts';
import { holdSchema, summarySchema, tombstoneSchema } from '../beside.ts';
import { dueAtOf } from '../delivery.ts';
import { StoredFault, parsed } from '../storedFault.ts';

/** A container as one authority sees it. */
export interface Cosmos {
  readonly container: Container;
  readonly authorityId: string;
}

type PartitionKind = 'discussion' | 'conversation' | 'draft' | 'directory';

/** The value of `/discussionId`. Authorities are apart even if two of them ever chose the same reference. */
export const partitionOf = ({ authorityId }: Cosmos, kind: PartitionKind, name: string): string =>
  `${authorityId}|${kind}|${name}`;

/** Where one notice stands; what it says stays in its commit's text. */
const noticeState = z.object({
  id: z.string(),
  kind: z.string(),
  owedAt: z.custom<Instant>((v) => typeof v === 'string'),
  deadline: z.custom<Instant | null>((v) => v === null || typeof v === 'string'),
  delivery: z.unknown(),
});
export type NoticeState = z.infer<typeof noticeState>;

/** One commit. `text` is what was sealed, byte for byte. `dueAt` and `owedAt` are there while a notice is unsettled. */
const commitItem = z.object({
  id: z.string(),
  discussionId: z.string(),
  authorityId: z.string(),
  kind: z.literal('commit'),
  reference: z.string(),
  version: z.number(),
  hash: z.string(),
  text: z.string(),
  summary: summarySchema,
  notices: z.array(noticeState),
  dueAt: z.string().optional(),
  owedAt: z.string().optional(),
  _etag: z.string().optional(),
});
export type CommitItem = z.infer<typeof commitItem>;

/**
 * A discussion's line in the lists. It is marked `unsure` before a commit is written and sure again after it, so that
 * a crash in between leaves a mark that says where to look, and never a list that is wrong without anybody knowing.
 */
const listing = z.object({
  id: z.literal('listing'),
  discussionId: z.string(),
  authorityId: z.string(),
  kind: z.literal('listing'),
  reference: z.string(),
  /** The version `summary` is of; 0 before the first. */
  version: z.number(),
  /** A commit with this version may have been written. */
  mayBeAt: z.number(),
  unsure: z.boolean(),
  open: z.boolean(),
  nextAt: z.string().optional(),
  lastAt: z.string().optional(),
  summary: summarySchema.nullable(),
  hold: holdSchema.nullable(),
  tombstone: tombstoneSchema.nullable(),
  _etag: z.string().optional(),
});
export type Listing = z.infer<typeof listing>;

export const readCommitItem = (value: unknown): CommitItem => parsed(commitItem, value, 'A stored commit');
export const readListing = (value: unknown): Listing => parsed(listing, value, 'A stored list entry');

/** The item with these notices, and with the two indexed times that follow from them. */
export const withNotices = (item: CommitItem, notices: readonly NoticeState[]): CommitItem => {
  const unsettled = notices.filter((n) => dueAtOf(n.delivery as Delivery) !== null);
  const { dueAt: _dueAt, owedAt: _owedAt, ...rest } = item;
  const next = { ...rest, notices: [...notices] };
  if (unsettled.length === 0) return next;
  const earliest = (times: readonly (string | null)[]): string => times.filter((t) => t !== null).toSorted()[0] ?? '';
  return {
    ...next,
    dueAt: earliest(unsettled.map((n) => dueAtOf(n.delivery as Delivery))),
    owedAt: earliest(unsettled.map((n) => n.owedAt)),
  };
};

export const commitItemOf = (cosmos: Cosmos, commit: Commit, text: string, summary: Summary): CommitItem => {
  const states = commit.notices.map(({ id, kind, owedAt, deadline }): NoticeState => {
    const delivery: Delivery = { status: 'owed', nextAttemptAt: owedAt, attempts: [] };
    return { id, kind, owedAt, deadline, delivery };
  });
  const item: CommitItem = {
    id: String(commit.version),
    discussionId: partitionOf(cosmos, 'discussion', commit.reference),
    authorityId: cosmos.authorityId,
    kind: 'commit',
    reference: commit.reference,
    version: commit.version,
    hash: commit.hash,
    text,
    summary,
    notices: [],
  };
  return withNotices(item, states);
};

/** One item by its id, or null. */
export const point = async <T>(
  cosmos: Cosmos,
  partition: string,
  id: string,
  read: (value: unknown) => T,
): Promise<T | null> => {
  const { resource } = await cosmos.container.item(id, partition).read<Record<string, unknown>>();
  return resource === undefined ? null : read(resource);
};

/** Everything in one partition that matches: the key stands in the text too, for servers that forget the option. */
export const inPartition = async (
  cosmos: Cosmos,
  partition: string,
  select: string,
  and: { readonly where: string; readonly values: Readonly<Record<string, SqlParameter['value']>> },
): Promise<readonly unknown[]> => {
  const query = spec(`${select} WHERE c.discussionId = @partition AND c.authorityId = @authority AND ${and.where}`, {
    ...and.values,
    '@partition': partition,
    '@authority': cosmos.authorityId,
  });
  return (await cosmos.container.items.query<unknown>(query, { partitionKey: partition }).fetchAll()).resources;
};

/** Across the partitions of one authority: only for what an index finds without looking at anything else. */
export const acrossPartitions = async (
  cosmos: Cosmos,
  select: string,
  and: { readonly where: string; readonly values?: Readonly<Record<string, SqlParameter['value']>> },
): Promise<readonly unknown[]> => {
  const query = spec(`${select} WHERE c.authorityId = @authority AND ${and.where}`, {
    ...and.values,
    '@authority': cosmos.authorityId,
  });
  return (await cosmos.container.items.query<unknown>(query).fetchAll()).resources;
};

const spec = (query: string, values: Readonly<Record<string, SqlParameter['value']>>): SqlQuerySpec => ({
  query,
  parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** Creates; false when an item with this id is there already. */
export const createItem = (
  cosmos: Cosmos,
  item: { readonly id: string; readonly discussionId: string },
): Promise<boolean> =>
  unless([409], false, async () => {
    await cosmos.container.items.create(item);
    return true;
  });

/** Replaces what was read; false when somebody else replaced or removed it since. */
export const replaceItem = (
  cosmos: Cosmos,
  item: { readonly id: string; readonly discussionId: string; readonly _etag?: string | undefined },
): Promise<boolean> =>
  unless([412, 404], false, async () => {
    const { _etag, ...content } = item;
    if (_etag === undefined) throw new StoredFault(`Item ${item.id} was to be replaced without having been read`);
    const accessCondition = { type: 'IfMatch', condition: _etag };
    await cosmos.container.item(item.id, item.discussionId).replace(content, { accessCondition });
    return true;
  });

/** Removes; it is no fault if it has gone already. */
export const removeItem = (cosmos: Cosmos, partition: string, id: string): Promise<void> =>
  unless([404], undefined, async () => {
    await cosmos.container.item(id, partition).delete();
  });

/**
 * Changes one item until nobody else gets in between. `change` answers null to leave it as it is. Each failed round
 * means that somebody else succeeded; beyond a hundred something is broken, not busy.
 */
export const changing = async <
  T extends { readonly id: string; readonly discussionId: string; readonly _etag?: string | undefined },
>(
  cosmos: Cosmos,
  read: () => Promise<T | null>,
  change: (item: T | null) => T | null,
): Promise<boolean> => {
  for (let round = 0; round < 100; round += 1) {
    const before = await read();
    const after = change(before);
    if (after === null) return false;
    if (before === null ? await createItem(cosmos, after) : await replaceItem(cosmos, after)) return true;
  }
  throw new StoredFault('An item stayed contended through 100 rounds');
};
