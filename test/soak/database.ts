/**
 * The server that stands for Cosmos DB, in a process of its own. It looks at every item for what is asked across discussions,
 * where the service has an index.
 */
import { fileURLToPath } from 'node:url';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { seePartitionsOnly } from '../store/cosmos/partitions.ts';
import { startCosmosServer } from '../store/cosmos/server.ts';
import { answerApart, startApart, type Apart } from './apart.ts';

const itself = fileURLToPath(import.meta.url);

export interface Database extends Pick<Apart, 'cpu' | 'stop'> {
  readonly place: CosmosPlace;
  /** Asks it how it fares. */
  look(): Promise<void>;
}

export const startDatabase = async (): Promise<Database> => {
  const apart = await startApart(itself);
  const place = await apart.ask<CosmosPlace>('place');
  const look = async (): Promise<void> => {
    await apart.ask('place');
  };
  return { ...apart, place, look };
};

const serve = async (): Promise<void> => {
  seePartitionsOnly();
  const server = await startCosmosServer();
  const place = await server.newPlace();
  answerApart(
    () => place,
    async () => {
      await server.removePlace(place);
      await server.close();
    },
  );
};

if (process.argv[1] === itself) await serve();
