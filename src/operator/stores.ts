/** How operator commands reach the data: the store the environment names, opened for one command and closed after it. */
import type { Instant } from '../practice/time/instant.ts';
import type { CosmosPlace } from '../store/cosmos/fault.ts';
import type { Stores } from '../store/store.ts';
import type { Io } from './io.ts';

export interface StoreEdges {
  readonly io: Io;
  /** Whether a person watches standard error. */
  readonly isTerminal: boolean;
  readonly clock: () => Instant;
  /** The store the environment names. Rejects with one sentence where it cannot be opened. */
  readonly open: () => Promise<Stores>;
  /** An SQLite file that nobody else has open. Throws StoreUnavailable where there is none, or somebody has. */
  readonly openFile: (path: string) => Stores;
  /** Opens, or first prepares, a container in Cosmos DB; key and authority are the environment's. */
  readonly openCosmos: (place: Pick<CosmosPlace, 'endpoint' | 'database' | 'container'>) => Promise<Stores>;
  readonly prepareCosmos: () => Promise<string>;
  /** RETENTION_YEARS as the environment has it. */
  readonly retentionYears: () => number;
}

/** Runs one piece of work on a store, and closes it whatever happens. */
export const using = async <T>(opening: Promise<Stores>, work: (stores: Stores) => Promise<T>): Promise<T> => {
  const stores = await opening;
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
};
