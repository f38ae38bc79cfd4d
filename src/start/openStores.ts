/** Opens the data; the Cosmos client is loaded only where it is used. */
import { join } from 'node:path';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import type { Stores } from '../store/store.ts';
import type { StoreSettings } from './storeSettings.ts';

export const sqliteFileIn = (dataDir: string): string => join(dataDir, 'strategy.sqlite');

/** Opens it. Rejects with StoreUnavailable, one sentence for the operator, before anything is changed. */
export const openStores = async (settings: StoreSettings, dataDir: string): Promise<Stores> => {
  if (settings.store === 'sqlite') return openSqlite(sqliteFileIn(dataDir));
  const { openCosmos } = await import('../store/cosmos/cosmos.ts');
  return openCosmos(settings);
};
