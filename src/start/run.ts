/**
 * From a configuration to a product that answers, and back: what every way of starting it shares. The environment and
 * the clock are given by the entry points.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CannotStart } from './cannotStart.ts';
import { compose, type Outside } from './compose.ts';
import { ConfigFault, type Config } from './config.ts';
import { StoreUnavailable } from '../store/unavailable.ts';

export interface Running {
  /** Where it answers, such as http://127.0.0.1:3978. */
  readonly origin: string;
  /** Where a person starts, below `origin`; null where there is no page. */
  readonly home: string | null;
  /** The folder this mode keeps its data in. */
  readonly dataDir: string;
  /** Finishes what is under way and closes everything. */
  stop(): Promise<void>;
}

/** Starts the product. Rejects with an error for the operator where that cannot be, before any data is changed. */
export const run = async (config: Config, edges: Pick<Outside, 'now' | 'log'>): Promise<Running> => {
  const dataDir = dataDirOf(config);
  const server = createServer();
  const address = await listen(server, config);
  const origin = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  const product = await compose({ config: { ...config, dataDir }, origin, ...edges });
  server.on('request', product.app);
  product.start();
  return {
    origin,
    home: product.home,
    dataDir,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await product.stop();
    },
  };
};

/**
 * Keeps the process going from a start to Ctrl-C or SIGTERM. `start` gives back how to stop, and may say later that it
 * cannot go on. A failure is written in one sentence and the process ends with exit code 1.
 */
export const keepRunning = (start: (giveUp: (reason: Error) => void) => Promise<() => Promise<void>>): void => {
  const live = async (): Promise<void> => {
    const gaveUp = Promise.withResolvers<Error>();
    // Listened for before the start: whoever reads that it is up may ask it to stop at once.
    const asked = askedToStop();
    const stop = await Promise.race([start(gaveUp.resolve), asked]);
    // A start that was cut short has nothing under way: what is stored is whole at any moment.
    if (stop === null) return;
    const reason = await Promise.race([asked, gaveUp.promise]);
    await stop();
    if (reason !== null) throw reason;
  };
  live().then(
    () => {
      process.stdout.write('Stopped.\n');
      process.exit(0);
    },
    (error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exit(1);
    },
  );
};

const askedToStop = (): Promise<null> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve(null));
    process.once('SIGTERM', () => resolve(null));
  });

/** The Playground is another tenant than the rehearsal. In one folder, each would speak into the other's conversations. */
const dataDirOf = ({ mode, dataDir }: Config): string => (mode === 'playground' ? join(dataDir, mode) : dataDir);

/** Claims the port before any data is opened, so that a second start on the same folder changes nothing. */
const listen = (server: Server, { port, host }: Config): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host) ?? error));
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

const cannotListen = ({ code }: NodeJS.ErrnoException, port: number, host: string): CannotStart | null => {
  if (code === 'EADDRINUSE')
    return new CannotStart(`Port ${port} is taken: stop what uses it, or set PORT to another.`);
  if (code === 'EACCES')
    return new CannotStart(`Port ${port} may not be used by this account: set PORT to one above 1023.`);
  if (code === 'EADDRNOTAVAIL') return new CannotStart(`HOST ${host} is not an address of this machine.`);
  return null;
};

/** One sentence for what an operator can put right; the whole error for anything else. */
const explain = (error: unknown): string => {
  if (error instanceof ConfigFault || error instanceof StoreUnavailable || error instanceof CannotStart)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
