/** The record of who looked at a discussion. */
import { randomUUID } from 'node:crypto';
import type { RecordedRead } from '../rows.ts';
import { addItem, createItem, inPartition, partitionOf, type Cosmos } from './items.ts';

const readItem = (cosmos: Cosmos, id: string, read: RecordedRead) => ({
  ...read,
  id,
  kind: 'read',
  authorityId: cosmos.authorityId,
  partition: partitionOf(cosmos, 'discussion', read.reference),
});

export const recordRead = (cosmos: Cosmos, read: RecordedRead): Promise<void> =>
  addItem(cosmos, readItem(cosmos, `read-${randomUUID()}`, read));

/** In the order they looked. */
export const readsOf = async (cosmos: Cosmos, reference: string): Promise<readonly RecordedRead[]> => {
  const select = 'SELECT c.personId, c.at, c.deed, c.seq, c._ts AS ts FROM c';
  const rows = await inPartition(cosmos, partitionOf(cosmos, 'discussion', reference), select, {
    where: 'c.kind = @kind',
    values: { '@kind': 'read' },
  });
  return (rows as readonly (Omit<RecordedRead, 'reference'> & { ts: number; seq?: number })[])
    .toSorted((a, b) => (a.at === b.at ? a.ts - b.ts || (a.seq ?? 0) - (b.seq ?? 0) : a.at < b.at ? -1 : 1))
    .map(({ personId, at, deed }) => ({ reference, personId, at, deed }));
};

/** Writes those of another database's reads that are not here yet; `seq` keeps their order. */
export const takeReads = async (cosmos: Cosmos, reference: string, reads: readonly RecordedRead[]): Promise<void> => {
  const here = (await readsOf(cosmos, reference)).length;
  for (const [seq, read] of reads.entries()) {
    if (seq >= here) await createItem(cosmos, { ...readItem(cosmos, `taken-${seq}`, { ...read, reference }), seq });
  }
};
