/** Drafts of forms, one partition each. */
import type { Instant } from '../../practice/time/instant.ts';
import type { Drafts, StoredDraft } from '../rows.ts';
import {
  acrossPartitions,
  createItem,
  partitionOf,
  point,
  putItem,
  removeItem,
  replaceItem,
  type Cosmos,
} from './items.ts';

interface ReadDraft {
  readonly draft: StoredDraft;
  readonly _etag: string;
}

export const cosmosDrafts = (cosmos: Cosmos): Drafts => ({
  get: async (id) => (await readAt(cosmos, id))?.draft ?? null,
  put: async (draft) => {
    const item = draftItem(cosmos, draft);
    if (draft.revision === 1) return (await createItem(cosmos, item)) ? 'saved' : 'conflict';
    const before = await readAt(cosmos, draft.id);
    if (before?.draft.revision !== draft.revision - 1) return 'conflict';
    return (await replaceItem(cosmos, { ...item, _etag: before._etag })) ? 'saved' : 'conflict';
  },
  remove: (id) => removeItem(cosmos, partitionOf(cosmos, 'draft', id), 'draft'),
});

/** Writes a draft another database had, whatever its revision. */
export const takeDraft = (cosmos: Cosmos, draft: StoredDraft): Promise<void> =>
  putItem(cosmos, draftItem(cosmos, draft));

/** By id. */
export const allDrafts = async (cosmos: Cosmos): Promise<readonly StoredDraft[]> => {
  const rows = await acrossPartitions(cosmos, 'SELECT * FROM c', {
    where: 'c.kind = @kind',
    values: { '@kind': 'draft' },
  });
  return rows.map((row) => readDraft(row).draft).toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

const readAt = (cosmos: Cosmos, id: string): Promise<ReadDraft | null> =>
  point(cosmos, partitionOf(cosmos, 'draft', id), 'draft', readDraft);

const draftItem = (cosmos: Cosmos, { id: draftId, ...content }: StoredDraft) => ({
  ...content,
  id: 'draft',
  partition: partitionOf(cosmos, 'draft', draftId),
  authorityId: cosmos.authorityId,
  kind: 'draft',
  draftId,
});

const readDraft = (value: unknown): ReadDraft => {
  const { draftId, revision, owner, body, savedAt, _etag } = value as Record<string, unknown>;
  const draft = {
    id: String(draftId),
    revision: Number(revision),
    owner: String(owner),
    body: String(body),
    savedAt: String(savedAt) as Instant,
  };
  return { draft, _etag: String(_etag) };
};
