/**
 * The store on Azure Cosmos DB, for a region of authorities and any number of instances. One commit is one item whose id
 * is its version, so that creating it is atomic and a duplicate is the conflict. Nothing is remembered between calls.
 */
import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import { cosmosArchive } from './archive.ts';
import { cosmosDirectory } from './directory.ts';
import { cosmosDiscussions } from './discussions.ts';
import { cosmosUnavailable, unreachable, type CosmosPlace } from './fault.ts';
import type { Cosmos } from './items.ts';
import { cosmosConversations, cosmosDrafts } from './kept.ts';
import { cosmosNotices } from './notices.ts';
import { checkReady, makeReady } from './ready.ts';
import type { Stores } from '../store.ts';
import { StoreUnavailable } from '../unavailable.ts';

/** How long a start waits for the account to answer. The SDK itself would try for two minutes. Milliseconds. */
const openWithinMs = 10_000;

/**
 * Opens one authority's part of a container that has been prepared. Rejects with StoreUnavailable, one sentence for the
 * operator, where it cannot be used; then nothing in the account has changed.
 */
export const openCosmos = async (place: CosmosPlace): Promise<Stores> => {
  const client = await connect(place);
  try {
    await within(openWithinMs, place, checkReady(client, place));
    const container = client.database(place.database).container(place.container);
    return storesOn({ container, authorityId: place.authorityId }, client);
  } catch (error) {
    client.dispose();
    throw cosmosUnavailable(place, error);
  }
};

/**
 * Makes the database and the container where they are missing, or brings them up to date. Rejects with StoreUnavailable,
 * one sentence for the operator, where they would not be usable then.
 */
export const prepareCosmos = async (place: CosmosPlace): Promise<void> => {
  if (place.key === null) {
    throw new StoreUnavailable('Set COSMOS_KEY to a key of the account: a managed identity may not make a container.');
  }
  const client = await connect(place);
  try {
    await within(openWithinMs, place, makeReady(client, place));
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

const within = async <T>(ms: number, place: CosmosPlace, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new StoreUnavailable(unreachable(place))), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};
