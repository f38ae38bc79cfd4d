/**
 * The one container, as code: how it is partitioned, what is indexed, and which schema it has. One container holds
 * everything of every authority, so that there is one thing to provision, to scale, to back up and to grant access to;
 * the partition key keeps discussions, conversations, drafts and directories apart, and authorities from each other.
 */
import type { Container, ContainerDefinition, CosmosClient } from '@azure/cosmos';

/** The partition key. Its name is older than the word reference, and a container’s key cannot be renamed. */
export const partitionField = 'discussionId';

/** What a container written by this version says it is; raised when items change shape. */
export const cosmosSchema = 1;

/** Everything that is filtered or ordered by. Nothing else is indexed: every index is paid for at every write. */
const indexed = [
  `/${partitionField}/?`,
  '/authorityId/?',
  '/kind/?',
  '/version/?',
  '/dueAt/?',
  '/owedAt/?',
  '/open/?',
  '/owing/?',
  '/unsure/?',
  '/nextAt/?',
  '/lastAt/?',
  '/reference/?',
  '/generation/?',
  '/rowId/?',
  '/teamsKey/?',
  '/draftId/?',
];

/**
 * `defaultTtl` is left out on purpose: nothing of a statutory record disappears by itself. Purging is a decision that
 * asks about the retention period and legal holds, and leaves a tombstone.
 */
export const containerSettings = (id: string) => ({
  id,
  partitionKey: { paths: [`/${partitionField}`] },
  indexingPolicy: {
    automatic: true,
    indexingMode: 'consistent' as const,
    includedPaths: indexed.map((path) => ({ path })),
    excludedPaths: [{ path: '/*' }],
  },
});

/** Where the schema is said: of no authority, since all share the container. */
const schemaKey = '~schema';

/** The schema number an opened container says it has; null when it says none. */
export const schemaOf = async (container: Container): Promise<number | null> => {
  const { resource } = await container.item('schema', schemaKey).read<{ readonly schema: unknown }>();
  return typeof resource?.schema === 'number' ? resource.schema : null;
};

/**
 * Creates the database and the container where they are missing, brings an older one to today's schema and indexes, and
 * says in it which schema it has. Harmless to repeat, and leaves a newer one alone; `refuse` throws where a container that
 * is there is not ours to change. Needs an account key or the right to manage the account: the product itself never does
 * this.
 */
export const ensureContainer = async (
  client: CosmosClient,
  database: string,
  container: string,
  refuse: (there: ContainerDefinition | undefined) => void,
): Promise<void> => {
  const created = await client.databases.createIfNotExists({ id: database });
  const settings = containerSettings(container);
  const { container: ensured, resource } = await created.database.containers.createIfNotExists(settings);
  refuse(resource);
  if (((await schemaOf(ensured)) ?? 0) >= cosmosSchema) return;
  await ensured.replace(settings);
  await ensured.items.upsert({ id: 'schema', [partitionField]: schemaKey, kind: 'schema', schema: cosmosSchema });
};
