/**
 * The server that stands for Cosmos DB, in a process of its own: `database.ts`, started by `startDatabase`. It looks at
 * every item at each query, and would otherwise hold up the clock by which turns are timed. It says how busy it is, for
 * a wait for it is no wait for the product.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { startCosmosServer } from '../store/cosmos/server.ts';

const itself = fileURLToPath(import.meta.url);

export interface Database {
  readonly place: CosmosPlace;
  /** The share of the time since it was last asked in which it did nothing but work, from 0 to 1. */
  busy(): Promise<number>;
  stop(): Promise<void>;
}

export const startDatabase = async (): Promise<Database> => {
  const child = spawn(process.execPath, [itself], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const over = once(child, 'exit').then(() => {
    throw new Error('the server that stands for Cosmos DB has ended');
  });
  over.catch(() => undefined);
  const said = async <T>(): Promise<T> => {
    const [answer] = (await Promise.race([once(child, 'message'), over])) as [T];
    return answer;
  };
  const place = await said<CosmosPlace>();
  return {
    place,
    busy: async () => {
      const answer = said<number>();
      child.send('busy');
      return answer;
    },
    stop: async () => {
      child.disconnect();
      await over.catch(() => undefined);
    },
  };
};

const serve = async (): Promise<void> => {
  const server = await startCosmosServer();
  const place = await server.newPlace();
  let before = performance.eventLoopUtilization();
  process.on('message', () => {
    const now = performance.eventLoopUtilization();
    process.send?.(performance.eventLoopUtilization(now, before).utilization);
    before = now;
  });
  process.once('disconnect', () => {
    void server
      .removePlace(place)
      .then(() => server.close())
      .finally(() => process.exit(0));
  });
  process.send?.(place);
};

if (process.argv[1] === itself) await serve();
