/** A connection to the account. */
import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import { StoreUnavailable } from '../unavailable.ts';
import { unreachable, type CosmosPlace } from './fault.ts';

/** How long a start waits for the account to answer. The SDK itself would try for two minutes. Milliseconds. */
const answerWithinMs = 10_000;

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

/** Rejects with StoreUnavailable where the account does not answer in good time. */
export const inTime = async <T>(place: CosmosPlace, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new StoreUnavailable(unreachable(place))), answerWithinMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};
