/**
 * From a configuration to a product that answers, and back: what every way of starting it shares. The environment and
 * the clock are given by the entry points.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CannotStart } from './cannotStart.ts';
import type { ProductEdges } from './core.ts';
import type { Config } from './config.ts';

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
export const run = async (config: Config, edges: Pick<ProductEdges, 'now' | 'log'>): Promise<Running> => {
  const dataDir = dataDirOf(config);
  const server = createServer(notYet);
  const address = await listen(server, config);
  const origin = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  // Loaded only now: whoever asks meanwhile is answered.
  const { compose } = await import('./compose.ts');
  const product = await compose({ config: { ...config, dataDir }, origin, ...edges });
  server.off('request', notYet).on('request', product.app);
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

/** Teams and its like send again what is answered so; left waiting, they would not know whether anybody is there. */
const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', connection: 'close' }).end();
};

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
