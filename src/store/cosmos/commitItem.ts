/** A commit as an item: the text that was sealed, and beside it where each of its notices stands. */
import { z } from 'zod';
import type { Commit } from '../../discussion/state/commit.ts';
import type { Delivery, TrackedNotice } from '../../discussion/state/notice.ts';
import type { Summary } from '../../discussion/state/summary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { summarySchema } from '../beside.ts';
import { readNotice } from '../commitShape.ts';
import { dueAtOf, readDelivery } from '../delivery.ts';
import { parsed } from '../storedFault.ts';
import { inPartition, partitionOf, point, type Cosmos } from './items.ts';

/** Where one notice stands; what it says stays in its commit's text. */
const noticeState = z.object({
  id: z.string(),
  kind: z.string(),
  owedAt: z.custom<Instant>((v) => typeof v === 'string'),
  deadline: z.custom<Instant | null>((v) => v === null || typeof v === 'string'),
  delivery: z.unknown(),
});
export type NoticeState = z.infer<typeof noticeState>;

/** `text` is what was sealed, byte for byte. `dueAt` and `owedAt` are there while a notice is unsettled. */
const commitItem = z.object({
  id: z.string(),
  partition: z.string(),
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

export const readCommitItem = (value: unknown): CommitItem => parsed(commitItem, value, 'A stored commit');

export const commitItemOf = (cosmos: Cosmos, commit: Commit, text: string, summary: Summary): CommitItem => {
  const states = commit.notices.map(({ id, kind, owedAt, deadline }): NoticeState => {
    const delivery: Delivery = { status: 'owed', nextAttemptAt: owedAt, attempts: [] };
    return { id, kind, owedAt, deadline, delivery };
  });
  const item: CommitItem = {
    id: String(commit.version),
    partition: partitionOf(cosmos, 'discussion', commit.reference),
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

export const deliveryOf = (state: NoticeState): Delivery =>
  readDelivery(JSON.stringify(state.delivery), `Notice ${state.id}`);

/** One notice of a commit with its delivery; what it says is read from the sealed text. */
export const trackedAt = (item: CommitItem, seq: number): TrackedNotice => {
  const { reference, version, text } = item;
  const place = `Notice ${seq} of version ${version} of discussion ${reference}`;
  const { commit } = JSON.parse(text) as { commit: { notices: readonly unknown[] } };
  const state = item.notices[seq];
  return {
    reference,
    version,
    notice: readNotice(JSON.stringify(commit.notices[seq] ?? null), place),
    delivery: readDelivery(JSON.stringify(state?.delivery ?? null), place),
  };
};

/** The commits of one discussion, in version order. */
export const commitItemsOf = async (cosmos: Cosmos, reference: string): Promise<readonly CommitItem[]> => {
  const rows = await inPartition(cosmos, partitionOf(cosmos, 'discussion', reference), 'SELECT * FROM c', {
    where: 'c.kind = @kind',
    values: { '@kind': 'commit' },
  });
  return rows.map(readCommitItem).toSorted((a, b) => a.version - b.version);
};

export const commitItemAt = (cosmos: Cosmos, reference: string, version: number): Promise<CommitItem | null> =>
  point(cosmos, partitionOf(cosmos, 'discussion', reference), String(version), readCommitItem);
