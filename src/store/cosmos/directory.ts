/**
 * The directory's rows in Cosmos DB. An import is all or nothing without a transaction: its rows are written beside the
 * old ones as a new generation, and one item, replaced at the end, says which generation counts.
 */
import { randomUUID } from 'node:crypto';
import { directoryRowKind, type DirectoryRow, type DirectoryRows } from '../rows.ts';
import { StoredFault } from '../storedFault.ts';
import { currentOf, directoryOf, makeCurrent, reading, type Current } from './generation.ts';
import { addItem, inPartition, removeItem, type Cosmos } from './items.ts';

/** How many rows are written side by side. */
const atOnce = 16;

export const cosmosDirectory = (cosmos: Cosmos): DirectoryRows => {
  const find = (where: string, values: Readonly<Record<string, string>>): Promise<readonly DirectoryRow[]> =>
    reading(cosmos, (generation) => rowsOf(cosmos, generation, { where, values }), []);
  return {
    get: async (kind, id) =>
      (await find('c.row = @row AND c.rowId = @rowId', { '@row': kind, '@rowId': id }))[0] ?? null,
    byTeamsKey: async (teamsKey) => (await find('c.teamsKey = @teamsKey', { '@teamsKey': teamsKey }))[0] ?? null,
    all: async (kind) => (await find('c.row = @row', { '@row': kind })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    put: (rows) => change(cosmos, (kept) => merged(kept, rows)),
    remove: (kind, ids) => change(cosmos, (kept) => kept.filter((row) => row.kind !== kind || !ids.includes(row.id))),
  };
};

const rowsOf = async (
  cosmos: Cosmos,
  generation: string,
  and: { readonly where: string; readonly values: Readonly<Record<string, string>> },
): Promise<readonly DirectoryRow[]> => {
  const rows = await inPartition(cosmos, directoryOf(cosmos), 'SELECT c.row, c.rowId, c.teamsKey, c.body FROM c', {
    where: `c.generation = @generation AND ${and.where}`,
    values: { ...and.values, '@generation': generation },
  });
  return rows.map(readRow);
};

const everything = { where: 'c.kind = @kind', values: { '@kind': 'directoryRow' } };

const merged = (kept: readonly DirectoryRow[], rows: readonly DirectoryRow[]): readonly DirectoryRow[] => [
  ...new Map([...kept, ...rows].map((row) => [`${row.kind} ${row.id}`, row])).values(),
];

const change = async (
  cosmos: Cosmos,
  changed: (kept: readonly DirectoryRow[]) => readonly DirectoryRow[],
): Promise<void> => {
  const before = await currentOf(cosmos);
  const rows = changed(before === null ? [] : await rowsOf(cosmos, before.generation, everything));
  refuseSharedKeys(rows);
  const generation = randomUUID();
  await inParts(rows, (row) => addItem(cosmos, rowItem(cosmos, generation, row)));
  // Another change finished first: this one starts again from what it left, and its own rows are swept away.
  if (!(await makeCurrent(cosmos, generation, before))) return change(cosmos, changed);
  const after = await currentOf(cosmos);
  if (after?.generation === generation) await sweep(cosmos, after, before?.generation ?? '');
};

const rowItem = (cosmos: Cosmos, generation: string, { kind, id, teamsKey, body }: DirectoryRow) => ({
  id: randomUUID(),
  partition: directoryOf(cosmos),
  authorityId: cosmos.authorityId,
  kind: 'directoryRow',
  generation,
  row: kind,
  rowId: id,
  teamsKey,
  body,
});

/**
 * Removes the rows of the generation just replaced, and of imports that lost or died before `keep` became current:
 * one that began later has newer rows, and must find them.
 */
const sweep = async (cosmos: Cosmos, keep: Current, replaced: string): Promise<void> => {
  const ids = await inPartition(cosmos, directoryOf(cosmos), 'SELECT VALUE c.id FROM c', {
    where: 'c.kind = @kind AND c.generation != @keep AND (c.generation = @replaced OR c._ts < @before)',
    values: { '@kind': 'directoryRow', '@keep': keep.generation, '@replaced': replaced, '@before': keep._ts },
  });
  await inParts(ids.map(String), (id) => removeItem(cosmos, directoryOf(cosmos), id));
};

const refuseSharedKeys = (rows: readonly DirectoryRow[]): void => {
  const keys = rows.flatMap((row) => row.teamsKey ?? []);
  if (new Set(keys).size < keys.length) throw new StoredFault('Two rows of the directory share a Teams key');
};

const readRow = (value: unknown): DirectoryRow => {
  const { row, rowId, teamsKey, body } = value as Record<string, unknown>;
  return {
    kind: directoryRowKind(row),
    id: String(rowId),
    teamsKey: typeof teamsKey === 'string' ? teamsKey : null,
    body: String(body),
  };
};

const inParts = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (let i = 0; i < all.length; i += atOnce) await Promise.all(all.slice(i, i + atOnce).map(work));
};
