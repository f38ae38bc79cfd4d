/** What is kept beside the discussions: conversation references and drafts of forms, one partition each. */
import type { Instant } from '../../practice/time/instant.ts';
import { createItem, partitionOf, point, removeItem, replaceItem, type Cosmos } from './items.ts';
import type { Conversations, Drafts, StoredDraft } from '../store.ts';

export const cosmosConversations = (cosmos: Cosmos): Conversations => {
  const { container, authorityId } = cosmos;
  const partition = (key: string): string => partitionOf(cosmos, 'conversation', key);
  return {
    remember: async (key, conversation) => {
      await container.items.upsert({
        id: 'conversation',
        discussionId: partition(key),
        authorityId,
        kind: 'conversation',
        key,
        conversation,
      });
    },
    recall: (key) =>
      point(cosmos, partition(key), 'conversation', (value) =>
        String((value as { conversation: unknown }).conversation),
      ),
  };
};

interface DraftItem extends StoredDraft {
  readonly _etag: string;
}

export const cosmosDrafts = (cosmos: Cosmos): Drafts => {
  const partition = (id: string): string => partitionOf(cosmos, 'draft', id);
  const stored = (id: string): Promise<DraftItem | null> => point(cosmos, partition(id), 'draft', readDraft);
  return {
    get: async (id) => {
      const draft = await stored(id);
      if (draft === null) return null;
      const { _etag, ...rest } = draft;
      return rest;
    },
    put: async (draft) => {
      const item = draftItem(cosmos, draft);
      if (draft.revision === 1) return (await createItem(cosmos, item)) ? 'saved' : 'conflict';
      const before = await stored(draft.id);
      if (before?.revision !== draft.revision - 1) return 'conflict';
      return (await replaceItem(cosmos, { ...item, _etag: before._etag })) ? 'saved' : 'conflict';
    },
    remove: (id) => removeItem(cosmos, partition(id), 'draft'),
  };
};

export const draftItem = (cosmos: Cosmos, { id: draftId, ...content }: StoredDraft) => ({
  ...content,
  id: 'draft',
  discussionId: partitionOf(cosmos, 'draft', draftId),
  authorityId: cosmos.authorityId,
  kind: 'draft',
  draftId,
});

export const readDraft = (value: unknown): DraftItem => {
  const { draftId, revision, owner, body, savedAt, _etag } = value as Record<string, unknown>;
  return {
    id: String(draftId),
    revision: Number(revision),
    owner: String(owner),
    body: String(body),
    savedAt: String(savedAt) as Instant,
    _etag: String(_etag),
  };
};
