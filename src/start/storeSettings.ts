/** Where the data is kept and for how long, from the environment: an SQLite file, or a container in Azure Cosmos DB. */
import { z } from 'zod';
import type { CosmosPlace } from '../store/cosmos/fault.ts';
import { isLoopbackUrl } from '../store/loopback.ts';
import { parse, setIn, type Environment } from './configFault.ts';
import { retention } from './variables.ts';

export type StoreSettings = { readonly store: 'sqlite' } | ({ readonly store: 'cosmos' } & CosmosPlace);

/** The variables of the store; each message follows the variable's name. */
const storeVariables = z.object({
  STORE: z.enum(['sqlite', 'cosmos'], 'must be sqlite or cosmos').default('sqlite'),
});

const required = 'is required where STORE is cosmos';
const name = z
  .string(required)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/, 'must be letters, digits, hyphens and underscores');

const cosmosVariables = z
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

const cosmosFrom = (read: z.output<typeof cosmosVariables>): StoreSettings => ({
  store: 'cosmos',
  endpoint: read.COSMOS_ENDPOINT,
  database: read.COSMOS_DATABASE,
  container: read.COSMOS_CONTAINER,
  key: read.COSMOS_KEY,
  authorityId: read.AUTHORITY_ID,
});

/** Which store the environment names. Throws {@link ConfigFault}. Operator commands read no more of it than this. */
export const storeSettingsFrom = (env: Environment): StoreSettings =>
  parse(storeVariables, setIn(env)).STORE === 'cosmos'
    ? cosmosFrom(parse(cosmosVariables, setIn(env)))
    : { store: 'sqlite' };

/** How long records are kept. There is no default: that is for the council's retention schedule to say. */
export const retentionYearsFrom = (env: Environment): number => parse(retention, setIn(env)).RETENTION_YEARS;
