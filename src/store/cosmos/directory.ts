/**
 * The directory's rows in Cosmos DB. An import is all or nothing without a transaction: its rows are written beside the
 * old ones as a new generation, and one item, replaced at the end, says which generation counts.
 */
import { randomUUID } from 'node:crypto';
import { createItem, inPartition, partitionOf, point, removeItem, replaceItem, type Cosmos } from './items.ts';
import type { DirectoryRow, DirectoryRows } from '../store.ts';
import { StoredFault } from '../storedFault.ts';

/** How many rows are written side by side. */
const atOnce = 16;

interface Current {
  readonly generation: string;
  readonly _etag: string;
  /** When it became current: seconds since 1970, by the server's clock. */
  readonly _ts: number;
}

export const cosmosDirectory = (cosmos: Cosmos): DirectoryRows => {
  const partition = partitionOf(cosmos, 'directory', '');

  const current = (): Promise<Current | null> => point(cosmos, partition, 'current', (value) => value as Current);

  const rowsOf = async (
    generation: string,
    and: { where: string; values: Record<string, string> },
  ): Promise<readonly DirectoryRow[]> => {
    const rows = await inPartition(cosmos, partition, 'SELECT c.row, c.rowId, c.teamsKey, c.body FROM c', {
      where: `c.generation = @generation AND ${and.where}`,
      values: { ...and.values, '@generation': generation },
    });
    return rows.map(readRow);
  };

  /** Asks again when an import has come between: the rows it had begun to read may be gone. */
  const reading = async <T>(read: (generation: string) => Promise<T>, none: T): Promise<T> => {
    for (let before = await current(); ;) {
      if (before === null) return none;
      const found = await read(before.generation);
      const after = await current();
      if (after?.generation === before.generation) return found;
      before = after;
    }
  };

  /**
   * Removes the rows of the generation just replaced, and of imports that lost or died before `keep` became current:
   * one that began later has newer rows, and must find them.
   */
  const sweep = async (keep: Current, replaced: string): Promise<void> => {
    const ids = await inPartition(cosmos, partition, 'SELECT VALUE c.id FROM c', {
      where: 'c.kind = @kind AND c.generation != @keep AND (c.generation = @replaced OR c._ts < @before)',
      values: { '@kind': 'directoryRow', '@keep': keep.generation, '@replaced': replaced, '@before': keep._ts },
    });
    await inParts(ids.map(String), (id) => removeItem(cosmos, partition, id));
  };

  const put = async (rows: readonly DirectoryRow[]): Promise<void> => {
    const before = await current();
    const kept = before === null ? [] : await rowsOf(before.generation, everything);
    const merged = [...new Map([...kept, ...rows].map((row) => [`${row.kind} ${row.id}`, row])).values()];
    refuseSharedKeys(merged);
    const generation = randomUUID();
    await inParts(merged, async ({ kind, id, teamsKey, body }) => {
      await cosmos.container.items.create({
        id: randomUUID(),
        discussionId: partition,
        authorityId: cosmos.authorityId,
        kind: 'directoryRow',
        generation,
        row: kind,
        rowId: id,
        teamsKey,
        body,
      });
    });
    const item = {
      id: 'current',
      discussionId: partition,
      authorityId: cosmos.authorityId,
      kind: 'directory',
      generation,
    };
    const won =
      before === null ? await createItem(cosmos, item) : await replaceItem(cosmos, { ...item, _etag: before._etag });
    // Another import finished first: this one starts again from what it left, and its own rows are swept away.
    if (!won) return put(rows);
    const after = await current();
    if (after?.generation === generation) await sweep(after, before?.generation ?? '');
  };

  return {
    get: (kind, id) =>
      reading(async (generation) => {
        const where = 'c.row = @row AND c.rowId = @rowId';
        return (await rowsOf(generation, { where, values: { '@row': kind, '@rowId': id } }))[0] ?? null;
      }, null),
    byTeamsKey: (teamsKey) =>
      reading(async (generation) => {
        const found = await rowsOf(generation, { where: 'c.teamsKey = @teamsKey', values: { '@teamsKey': teamsKey } });
        return found[0] ?? null;
      }, null),
    all: (kind) =>
      reading(async (generation) => {
        const rows = await rowsOf(generation, { where: 'c.row = @row', values: { '@row': kind } });
        return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      }, []),
    put,
  };
};

const everything = { where: 'c.kind = @kind', values: { '@kind': 'directoryRow' } };

const refuseSharedKeys = (rows: readonly DirectoryRow[]): void => {
  const keys = rows.flatMap((row) => row.teamsKey ?? []);
  if (new Set(keys).size < keys.length) throw new StoredFault('Two rows of the directory share a Teams key');
};

const readRow = (value: unknown): DirectoryRow => {
  const { row, rowId, teamsKey, body } = value as Record<string, unknown>;
  return {
    kind: row === 'inbox' ? 'inbox' : 'person',
    id: String(rowId),
    teamsKey: typeof teamsKey === 'string' ? teamsKey : null,
    body: String(body),
  };
};

const inParts = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (let i = 0; i < all.length; i += atOnce) await Promise.all(all.slice(i, i + atOnce).map(work));
};
