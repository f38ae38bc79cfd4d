/** A package registry on this machine that answers one question: what is known against these packages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Registry {
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface Advisory {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly severity: string;
  readonly vulnerable_versions: string;
}

/** Such as the registry sends for one package. */
export const advisory = (severity: string): Advisory => ({
  id: 1,
  url: 'https://advisories.example/GHSA-aaaa-bbbb-cccc',
  title: 'Anybody can take it over',
  severity,
  vulnerable_versions: '<2.0.0',
});

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

/** `known` by the name of the package; a status where it refuses to say. */
export const registry = async (known: Readonly<Record<string, readonly Advisory[]>> | number): Promise<Registry> => {
  const server = createServer((request, response) => {
    request.resume();
    const isAsked = request.method === 'POST' && request.url === '/-/npm/v1/security/advisories/bulk';
    if (typeof known === 'number') response.writeHead(known).end();
    else if (isAsked) response.setHeader('content-type', 'application/json').end(JSON.stringify(known));
    else response.writeHead(404).end('{}');
  });
  const address = await listening(server);
  return { address, close: () => closed(server) };
};

/** An address at which nobody listens. */
export const nowhere = async (): Promise<Registry> => {
  const server = createServer();
  const address = await listening(server);
  await closed(server);
  return { address, close: () => Promise.resolve() };
};
