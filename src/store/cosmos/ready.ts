/** Whether an account and a container are ready for this program, in one sentence where they are not, and making them so. */
import type { ContainerDefinition, CosmosClient } from '@azure/cosmos';
import { accountFault } from './account.ts';
import { cosmosSchema, ensureContainer, partitionField, schemaOf } from './container.ts';
import { codeOf, unreachable, type CosmosPlace } from './fault.ts';
import { StoreUnavailable } from '../unavailable.ts';

const howToPrepare = 'Run: npm run -s strategy -- prepare-cosmos';

/** Rejects with StoreUnavailable unless the account and the container can be used as they are. Changes nothing. */
export const checkReady = async (client: CosmosClient, place: CosmosPlace): Promise<void> => {
  await checkAccount(client, place);
  await checkContainer(client, place);
};

/** Makes the database and the container where they are missing, and brings an older container up to date. */
export const makeReady = async (client: CosmosClient, place: CosmosPlace): Promise<void> => {
  await checkAccount(client, place);
  await ensureContainer(client, place.database, place.container, (found) => refuseForeign(found, place));
  // What cannot be brought up to date, because it is newer, must not be called ready.
  await checkContainer(client, place);
};

const checkAccount = async (client: CosmosClient, place: CosmosPlace): Promise<void> => {
  const { resource: account } = await client.getDatabaseAccount();
  const fault = account === undefined ? unreachable(place) : accountFault(place, account);
  if (fault !== null) throw new StoreUnavailable(fault);
};

const checkContainer = async (client: CosmosClient, place: CosmosPlace): Promise<void> => {
  const { endpoint, database } = place;
  await found(
    client.database(database).read(),
    `Cosmos DB at ${endpoint} has no database ${database}. ${howToPrepare}`,
  );
  const container = client.database(database).container(place.container);
  const what = nameOf(place);
  const { resource } = await found(container.read(), `There is no ${what}. ${howToPrepare}`);
  refuseForeign(resource, place);
  const schema = await schemaOf(container);
  if (schema === null) {
    throw new StoreUnavailable(`The ${what} has not been prepared for this program. ${howToPrepare}`);
  }
  if (schema > cosmosSchema) {
    throw new StoreUnavailable(
      `The ${what} was written by a newer version of this program (its schema is ${schema}, this version knows ${cosmosSchema}). Start the newer version.`,
    );
  }
  if (schema < cosmosSchema) {
    throw new StoreUnavailable(
      `The ${what} was written by an older version of this program (its schema is ${schema}, this version needs ${cosmosSchema}). ${howToPrepare}`,
    );
  }
};

const refuseForeign = (container: ContainerDefinition | undefined, place: CosmosPlace): void => {
  if (container?.partitionKey?.paths[0] === `/${partitionField}`) return;
  throw new StoreUnavailable(
    `The ${nameOf(place)} belongs to some other program; it has been left as it is. Set COSMOS_CONTAINER to another.`,
  );
};

const nameOf = ({ endpoint, database, container }: CosmosPlace): string =>
  `container ${container} of the database ${database} at ${endpoint}`;

const found = async <T>(reading: Promise<T>, otherwise: string): Promise<T> => {
  try {
    return await reading;
  } catch (error) {
    throw codeOf(error) === 404 ? new StoreUnavailable(otherwise, { cause: error }) : error;
  }
};
