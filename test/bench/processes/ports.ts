/** Ports nobody listens at, for processes that have to know one another’s before they start. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export interface Ports {
  readonly tenant: number;
  readonly product: number;
  readonly plain: number;
  readonly durable: number;
  /** For starts that are timed. */
  readonly started: number;
}

const aPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

export const freePorts = async (): Promise<Ports> => ({
  tenant: await aPort(),
  product: await aPort(),
  plain: await aPort(),
  durable: await aPort(),
  started: await aPort(),
});
