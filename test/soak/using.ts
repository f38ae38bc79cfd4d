/** Looks at the record as it is stored. Opened for each look: a store reads again only the end of what it has read. */
import type { Stores } from '../../src/store/store.ts';

export const using = async <T>(
  record: { open(): Promise<Stores> },
  look: (stores: Stores) => Promise<T>,
): Promise<T> => {
  const stores = await record.open();
  try {
    return await look(stores);
  } finally {
    await stores.close();
  }
};
