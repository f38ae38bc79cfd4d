/**
 * The store on Azure Cosmos DB, for a region of authorities and any number of instances. One commit is one item whose id
 * is its version, so that creating it is atomic and a duplicate is the conflict. Nothing is remembered between calls.
 */
import { CosmosClient, type Container, type CosmosClientOptions } from '@azure/cosmos';
import { cosmosArchive } from './cosmosArchive.ts';
import { cosmosSchema, ensureContainer, schemaOf } from './cosmosContainer.ts';
import { cosmosDirectory } from './cosmosDirectory.ts';
import { cosmosDiscussions } from './cosmosDiscussions.ts';
import { codeOf, cosmosUnavailable, unreachable, type CosmosPlace } from './cosmosFault.ts';
import type { Cosmos } from './cosmosItems.ts';
import { cosmosConversations, cosmosDrafts } from './cosmosKept.ts';
import { cosmosNotices } from './cosmosNotices.ts';
import type { Stores } from './store.ts';
import { StoreUnavailable } from './unavailable.ts';

/** How long a start waits for the account to answer. The SDK itself would try for two minutes. Milliseconds. */
const openWithinMs = 20_000;

/**
 * Opens one authority's part of a container that has been prepared. Rejects with StoreUnavailable, one sentence for the
 * operator, where it cannot be used; then nothing in the account has changed.
 */
export const openCosmos = async (place: CosmosPlace): Promise<Stores> => {
  const client = await connect(place);
  try {
    const container = client.database(place.database).container(place.container);
    await within(openWithinMs, place, checkUsable(client, container, place));
    return storesOn({ container, authorityId: place.authorityId }, client);
  } catch (error) {
    client.dispose();
    throw cosmosUnavailable(place, error);
  }
};

/** Makes the database and the container where they are missing. Rejects with StoreUnavailable, one sentence. */
export const prepareCosmos = async (place: CosmosPlace): Promise<void> => {
  const client = await connect(place);
  try {
    await within(openWithinMs, place, ensureContainer(client, place.database, place.container));
  } catch (error) {
    throw cosmosUnavailable(place, error);
  } finally {
    client.dispose();
  }
};

/** A client for the account; connects to nothing yet. Throws StoreUnavailable when the address is not one. */
export const connect = async (place: CosmosPlace): Promise<CosmosClient> => {
  const url = URL.parse(place.endpoint);
  if (url === null) throw new StoreUnavailable(unreachable(place));
  const options: CosmosClientOptions = {
    endpoint: place.endpoint,
    connectionPolicy: {
      // An address without TLS is a server on this machine: it has no regions to discover.
      enableEndpointDiscovery: url.protocol === 'https:',
      requestTimeout: 10_000,
      // A person waits for the answer: better to fail and be pressed again than to try for the SDK's usual 30 seconds.
      retryOptions: { maxRetryAttemptCount: 4, maxWaitTimeInSeconds: 2 },
    },
  };
  if (place.key !== null) return new CosmosClient({ ...options, key: place.key });
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new CosmosClient({ ...options, aadCredentials: new DefaultAzureCredential() });
};

const storesOn = (cosmos: Cosmos, client: CosmosClient): Stores => {
  const discussions = cosmosDiscussions(cosmos);
  const notices = cosmosNotices(cosmos);
  return {
    store: { ...discussions, ...notices },
    conversations: cosmosConversations(cosmos),
    drafts: cosmosDrafts(cosmos),
    directory: cosmosDirectory(cosmos),
    archive: cosmosArchive(cosmos, discussions, notices),
    close: () => {
      client.dispose();
      return Promise.resolve();
    },
  };
};

const checkUsable = async (client: CosmosClient, container: Container, place: CosmosPlace): Promise<void> => {
  const { endpoint, database, container: name } = place;
  await found(client.database(database).read(), `Cosmos DB at ${endpoint} has no database ${database}. ${prepare}`);
  const what = `container ${name} of the database ${database} at ${endpoint}`;
  const { resource } = await found(container.read(), `There is no ${what}. ${prepare}`);
  if (resource?.partitionKey?.paths[0] !== '/discussionId') {
    throw new StoreUnavailable(
      `The ${what} belongs to some other program; it has been left as it is. Set COSMOS_CONTAINER to another.`,
    );
  }
  const schema = await schemaOf(container);
  if (schema === null) throw new StoreUnavailable(`The ${what} has not been prepared for this program. ${prepare}`);
  if (schema > cosmosSchema) {
    throw new StoreUnavailable(
      `The ${what} was written by a newer version of this program (its schema is ${schema}, this version knows ${cosmosSchema}). Start the newer version.`,
    );
  }
  if (schema < cosmosSchema) {
    throw new StoreUnavailable(
      `The ${what} was written by an older version of this program (its schema is ${schema}, this version needs ${cosmosSchema}). ${prepare}`,
    );
  }
};

const prepare = 'Run: npm run -s strategy -- prepare-cosmos';

const found = async <T>(reading: Promise<T>, otherwise: string): Promise<T> => {
  try {
    return await reading;
  } catch (error) {
    throw codeOf(error) === 404 ? new StoreUnavailable(otherwise, { cause: error }) : error;
  }
};

const within = async <T>(ms: number, place: CosmosPlace, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new StoreUnavailable(unreachable(place))), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};
