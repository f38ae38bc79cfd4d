/** Conversation references, one partition each. */
import type { Conversations } from '../rows.ts';
import { acrossPartitions, partitionOf, point, putItem, type Cosmos } from './items.ts';

interface Conversation {
  readonly key: string;
  readonly conversation: string;
}

export const cosmosConversations = (cosmos: Cosmos): Conversations => ({
  remember: (key, conversation) =>
    putItem(cosmos, {
      id: 'conversation',
      partition: partitionOf(cosmos, 'conversation', key),
      authorityId: cosmos.authorityId,
      kind: 'conversation',
      key,
      conversation,
    }),
  recall: (key) =>
    point(cosmos, partitionOf(cosmos, 'conversation', key), 'conversation', (value) =>
      String((value as { conversation: unknown }).conversation),
    ),
});

/** By key. */
export const allConversations = async (
  cosmos: Cosmos,
): Promise<readonly { readonly key: string; readonly reference: string }[]> => {
  const rows = await acrossPartitions(cosmos, 'SELECT c.key, c.conversation FROM c', {
    where: 'c.kind = @kind',
    values: { '@kind': 'conversation' },
  });
  return (rows as readonly Conversation[])
    .map(({ key, conversation }) => ({ key, reference: conversation }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
};
