/**
 * Start: read the environment, listen, compose, stop cleanly. The only place with process.env and the real clock; a start
 * that cannot succeed says why in one sentence and leaves data untouched.
 */
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from './compose.ts';
import { configFrom, ConfigFault, type Config } from './config.ts';
import { StoreUnavailable } from './store/unavailable.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Claims the port before any data is opened, so that a second start on the same folder changes nothing. */
const listen = (server: Server, { port, host }: Config): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

const start = async (): Promise<void> => {
  const config = configFrom(process.env);
  const server = createHttpServer();
  const address = await listen(server, config);
  const origin = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  const product = await compose({
    config,
    origin,
    now: () => new Date(),
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  server.on('request', product.app);
  product.start();
  say(`Strategy discussions, ${config.mode} mode, ${config.authority}, ${config.standard}`);
  say(product.home === null ? `Listening on ${origin}` : `Open ${origin}${product.home}`);

  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await product.stop();
    say('Stopped.');
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
};

const explain = (error: unknown): string | null => {
  if (error instanceof ConfigFault || error instanceof StoreUnavailable) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what uses it, or set PORT to another.`;
  if (code === 'EACCES' && port !== undefined) return `Port ${port} may not be used by this account: set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${address} is not an address of this machine.`;
  return null;
};

start().catch((error: unknown) => {
  const sentence = explain(error);
  process.stderr.write(`${sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  process.exit(1);
});
