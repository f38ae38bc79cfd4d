/**
 * The few ways of reaching an item. Every item carries its authority, and its partition key begins with it; every query
 * names the partition key, or at least the authority, in its own text.
 */
import type { Container, SqlParameter, SqlQuerySpec } from '@azure/cosmos';
import { partitionField } from './container.ts';
import { unless } from './fault.ts';
import { StoredFault } from '../storedFault.ts';
import type { Streams } from '../streams.ts';

/** A container as one authority sees it. */
export interface Cosmos {
  readonly container: Container;
  readonly authorityId: string;
  readonly streams: Streams;
}

export interface Item extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly partition: string;
  /** What it was when it was read; replacing it depends on that. */
  readonly _etag?: string | undefined;
}

type PartitionKind = 'discussion' | 'conversation' | 'draft' | 'directory';

/** Authorities are apart even if two of them ever chose the same reference. */
export const partitionOf = ({ authorityId }: Pick<Cosmos, 'authorityId'>, kind: PartitionKind, name: string): string =>
  `${authorityId}|${kind}|${name}`;

/** An item as the container has it: there, the partition has the name of its key. */
export const storedItem = ({ partition, ...content }: Item) => ({ ...content, [partitionField]: partition });

const asItem = (row: unknown): unknown => {
  if (typeof row !== 'object' || row === null) return row;
  const { [partitionField]: partition, ...content } = row as Readonly<Record<string, unknown>>;
  return partition === undefined ? row : { ...content, partition };
};

/** One item by its id, or null. */
export const point = async <T>(
  cosmos: Cosmos,
  partition: string,
  id: string,
  read: (value: unknown) => T,
): Promise<T | null> => {
  const { resource } = await cosmos.container.item(id, partition).read<Record<string, unknown>>();
  return resource === undefined ? null : read(asItem(resource));
};

type Values = Readonly<Record<string, SqlParameter['value']>>;

/** Everything in one partition that matches: the key stands in the text too, for servers that forget the option. */
export const inPartition = async (
  cosmos: Cosmos,
  partition: string,
  select: string,
  and: { readonly where: string; readonly values: Values },
): Promise<readonly unknown[]> => {
  const values = { ...and.values, '@partition': partition, '@authority': cosmos.authorityId };
  const where = `c.${partitionField} = @partition AND c.authorityId = @authority AND ${and.where}`;
  const query = cosmos.container.items.query<unknown>(spec(`${select} WHERE ${where}`, values), {
    partitionKey: partition,
  });
  return (await query.fetchAll()).resources.map(asItem);
};

/** Across the partitions of one authority: only for what an index finds without looking at anything else. */
export const acrossPartitions = async (
  cosmos: Cosmos,
  select: string,
  and: { readonly where: string; readonly values?: Values },
): Promise<readonly unknown[]> => {
  const values = { ...and.values, '@authority': cosmos.authorityId };
  const query = spec(`${select} WHERE c.authorityId = @authority AND ${and.where}`, values);
  return (await cosmos.container.items.query<unknown>(query).fetchAll()).resources.map(asItem);
};

const spec = (query: string, values: Values): SqlQuerySpec => ({
  query,
  parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** Creates; an item with this id is a fault. */
export const addItem = async (cosmos: Cosmos, item: Item): Promise<void> => {
  await cosmos.container.items.create(storedItem(item));
};

/** Creates; false when an item with this id is there already. */
export const createItem = (cosmos: Cosmos, item: Item): Promise<boolean> =>
  unless([409], false, async () => {
    await addItem(cosmos, item);
    return true;
  });

/** Creates, or puts it in the place of whatever has its id. */
export const putItem = async (cosmos: Cosmos, item: Item): Promise<void> => {
  await cosmos.container.items.upsert(storedItem(item));
};

/** Replaces what was read; false when somebody else replaced or removed it since. */
export const replaceItem = (cosmos: Cosmos, { _etag, ...item }: Item): Promise<boolean> =>
  unless([412, 404], false, async () => {
    if (_etag === undefined) throw new StoredFault(`Item ${item.id} was to be replaced without having been read`);
    const accessCondition = { type: 'IfMatch', condition: _etag };
    await cosmos.container.item(item.id, item.partition).replace(storedItem(item), { accessCondition });
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
export const changing = async <T extends Item>(
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
