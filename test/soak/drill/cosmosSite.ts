/**
 * A council on Cosmos DB. What an account restores to a point in time no server on this machine does, so the backup is an
 * SQLite file with everything in it, carried over by what `strategy -- migrate` carries over with; the command itself goes
 * to Cosmos DB only, and restores it.
 */
import { join } from 'node:path';
import { openCosmos } from '../../../src/store/cosmos/cosmos.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { environmentOf } from '../../instances/balancer.ts';
import { startCosmosServer } from '../../store/cosmos/server.ts';
import { strategy, type Site } from './site.ts';

export const cosmosSite = async (dataDir: string, copies: string): Promise<Site> => {
  const server = await startCosmosServer();
  let place = await server.newPlace();
  const copy = join(copies, 'copy.sqlite');
  const environment = (): Readonly<Record<string, string>> => environmentOf(place, dataDir);
  return {
    environment,
    how: 'Cosmos DB: not a point-in-time restore, which only an Azure account has. The backup is everything carried over to an SQLite file while the product runs, and no command does that; `strategy -- prepare-cosmos` and `strategy -- migrate` restore it to a new container',
    open: () => openCosmos(place),
    backup: async () => {
      const [from, to] = [await openCosmos(place), openSqlite(copy)];
      await migrate(from, to, () => undefined);
      await Promise.all([from.close(), to.close()]);
    },
    destroy: () => server.removePlace(place),
    restore: async () => {
      place = { ...place, container: `${place.container}-restored` };
      const { endpoint, database, container } = place;
      await strategy(['prepare-cosmos'], environment());
      await strategy(
        ['migrate', '--from', `sqlite:${copy}`, '--to', `cosmos:${endpoint}/${database}/${container}`],
        environment(),
      );
    },
    close: async () => {
      await server.removePlace(place);
      await server.close();
    },
  };
};
