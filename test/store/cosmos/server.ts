/**
 * The Cosmos DB that tests run against: a small server in this process, or a real account or emulator where
 * COSMOS_TEST_ENDPOINT and COSMOS_TEST_KEY say so. Each place is a container of its own.
 */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';
import { connect } from '../../../src/store/cosmos/client.ts';
import { prepareCosmos } from '../../../src/store/cosmos/cosmos.ts';
import type { CosmosPlace } from '../../../src/store/cosmos/fault.ts';

const given = process.env['COSMOS_TEST_ENDPOINT'] ?? '';
const givenKey = process.env['COSMOS_TEST_KEY'] ?? '';

export const isRealAccount = given !== '';

/**
 * What only the service does, by the name of the test that is skipped without it. Atomic batches are not among them: the
 * store uses none.
 */
export const onlyTheService = {
  isolation: 'a query with a partition key sees that partition only',
  tooLarge: 'an item over 2 MB is refused',
  wrongKey: 'a wrong key is refused',
  charges: 'a larger item costs more to write',
  ttl: 'an item that asks to expire does not, while the container has no time to live',
} as const;

export interface CosmosServer {
  readonly endpoint: string;
  /** A fresh, prepared container. */
  newPlace(authorityId?: string): Promise<CosmosPlace>;
  removePlace(place: CosmosPlace): Promise<void>;
  close(): Promise<void>;
}

export const startCosmosServer = async (): Promise<CosmosServer> => {
  const local = isRealAccount ? null : await listen();
  const endpoint = local === null ? given : `http://127.0.0.1:${(local.address() as AddressInfo).port}`;
  const database = 'strategy-tests';
  return {
    endpoint,
    newPlace: async (authorityId = 'exampleshire') => {
      const key = isRealAccount ? givenKey : Buffer.from('a key').toString('base64');
      const place = { endpoint, database, container: `c-${randomUUID()}`, key, authorityId };
      await prepareCosmos(place);
      return place;
    },
    removePlace: async (place) => {
      const client = await connect(place);
      await client.database(place.database).container(place.container).delete();
      client.dispose();
    },
    close: async () => {
      local?.closeAllConnections();
      await new Promise((resolve) => (local === null ? resolve(null) : local.close(resolve)));
    },
  };
};

const listen = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createHttpServer({ keepAlive: true });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
