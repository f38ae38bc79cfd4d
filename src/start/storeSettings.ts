/**
 * Where the data is kept, from the environment: an SQLite file on this machine, or a container in Azure Cosmos DB. Opens
 * either; the Cosmos client is loaded only where it is used.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { CosmosPlace } from '../store/cosmos/fault.ts';
import { isLoopbackUrl } from '../store/loopback.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import type { Stores } from '../store/store.ts';

export type KeptIn = { readonly store: 'sqlite' } | ({ readonly store: 'cosmos' } & CosmosPlace);

/** The variables of the store; each message follows the variable's name. */
export const keptInVariables = z.object({
  STORE: z.enum(['sqlite', 'cosmos'], 'must be sqlite or cosmos').default('sqlite'),
});

const required = 'is required where STORE is cosmos';
const name = z
  .string(required)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/, 'must be letters, digits, hyphens and underscores');

export const cosmosVariables = z
  .object({
    COSMOS_ENDPOINT: z
      .url({
        protocol: /^https?$/,
        error: 'must be the address of the Cosmos DB account, such as https://example.documents.azure.com',
      })
      .refine((url) => url.startsWith('https:') || isLoopbackUrl(url), 'must begin with https://'),
    COSMOS_DATABASE: name,
    COSMOS_CONTAINER: name,
    COSMOS_KEY: z.base64('must be a key of the account').min(1).nullable().default(null),
    AUTHORITY_ID: z
      .string(`${required}: it tells this authority from others in the container`)
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens'),
  })
  .refine(
    ({ COSMOS_ENDPOINT, COSMOS_KEY }) =>
      COSMOS_KEY !== null || COSMOS_ENDPOINT.startsWith('https:') || !isLoopbackUrl(COSMOS_ENDPOINT),
    {
      path: ['COSMOS_KEY'],
      error: 'is required where COSMOS_ENDPOINT begins with http://: a managed identity is shown over TLS only',
    },
  );

export const cosmosFrom = (read: z.output<typeof cosmosVariables>): KeptIn => ({
  store: 'cosmos',
  endpoint: read.COSMOS_ENDPOINT,
  database: read.COSMOS_DATABASE,
  container: read.COSMOS_CONTAINER,
  key: read.COSMOS_KEY,
  authorityId: read.AUTHORITY_ID,
});

export const sqliteFileIn = (dataDir: string): string => join(dataDir, 'strategy.sqlite');

/** Opens it. Rejects with StoreUnavailable, one sentence for the operator, before anything is changed. */
export const openKept = async (keptIn: KeptIn, dataDir: string): Promise<Stores> => {
  if (keptIn.store === 'sqlite') return openSqlite(sqliteFileIn(dataDir));
  const { openCosmos } = await import('../store/cosmos/cosmos.ts');
  return openCosmos(keptIn);
};
