/** Which generation of the directory's rows counts: one item says so, and replacing it is what an import does last. */
import { createItem, partitionOf, point, replaceItem, type Cosmos } from './items.ts';

export interface Current {
  readonly generation: string;
  readonly _etag: string;
  /** When it became current: seconds since 1970, by the server's clock. */
  readonly _ts: number;
}

/** The partition of everything in the directory. */
export const directoryOf = (cosmos: Cosmos): string => partitionOf(cosmos, 'directory', '');

export const currentOf = (cosmos: Cosmos): Promise<Current | null> =>
  point(cosmos, directoryOf(cosmos), 'current', (value) => value as Current);

/** False when another import came in between. */
export const makeCurrent = (cosmos: Cosmos, generation: string, before: Current | null): Promise<boolean> => {
  const item = {
    id: 'current',
    partition: directoryOf(cosmos),
    authorityId: cosmos.authorityId,
    kind: 'directory',
    generation,
  };
  return before === null ? createItem(cosmos, item) : replaceItem(cosmos, { ...item, _etag: before._etag });
};

/** Asks again when an import has come between: the rows it had begun to read may be gone. */
export const reading = async <T>(cosmos: Cosmos, read: (generation: string) => Promise<T>, none: T): Promise<T> => {
  for (let before = await currentOf(cosmos); ;) {
    if (before === null) return none;
    const found = await read(before.generation);
    const after = await currentOf(cosmos);
    if (after?.generation === before.generation) return found;
    before = after;
  }
};
