/**
 * What a request to Cosmos DB costs, in request units. Against a real account the service says so in a header; otherwise
 * it is computed from sizes by the table Microsoft documents (learn.microsoft.com, "Understand request unit
 * consumption"). The table is for session consistency; the product asks for more, at which reads cost twice as much.
 */
import { createServer, request as sendPlain, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as sendSecure } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Work = 'point reads' | 'queries' | 'creates' | 'replacements' | 'deletes';

export interface Meter {
  readonly endpoint: string;
  /** Request units and requests since the last reset, by kind of work. */
  totals(): Readonly<Record<Work, { readonly units: number; readonly count: number }>>;
  reset(): void;
  close(): Promise<void>;
}

/** Kilobytes of an item, units to read it, units to write it. */
const documented: readonly (readonly [kb: number, read: number, write: number])[] = [
  [0, 1, 4.95],
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [128, 9.95, 48.19],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1_024, 145.9, 625],
  [2_048, 291.8, 1_250],
];

/** Strong consistency and bounded staleness read from two copies. */
const readFactor = 2;
/** Not documented, and chosen to err upwards: what a query costs before it has loaded anything. */
const queryFloor = 2.8;
/** Not documented either: a replacement takes out the old entries of the index as well as putting in the new ones. */
const replacementFactor = 2;

const between = (bytes: number, column: 1 | 2): number => {
  const kb = bytes / 1_024;
  const above = documented.findIndex(([size]) => size >= kb);
  const upper = documented[above] ?? documented.at(-1);
  const lower = documented[above - 1] ?? upper;
  if (upper === undefined || lower === undefined || upper[0] === lower[0]) return upper?.[column] ?? 0;
  return lower[column] + ((kb - lower[0]) / (upper[0] - lower[0])) * (upper[column] - lower[column]);
};

const readUnits = (bytes: number): number => between(bytes, 1) * readFactor;
const writeUnits = (bytes: number): number => between(bytes, 2);

/** An answer of a hundred bytes is the envelope around nothing, or around one value from an index. */
const queryUnits = (received: number): number => queryFloor * readFactor + (received > 100 ? readUnits(received) : 0);

const computed = (work: Work, sent: number, received: number): number => {
  if (work === 'point reads') return readUnits(received);
  if (work === 'queries') return queryUnits(received);
  return writeUnits(sent) * (work === 'replacements' ? replacementFactor : 1);
};

const workOf = (request: IncomingMessage): Work | null => {
  if (request.url?.includes('/docs') !== true) return null;
  if (request.headers['x-ms-cosmos-is-query-plan-request'] !== undefined) return null;
  if (request.method === 'GET') return 'point reads';
  if (request.method === 'PUT') return 'replacements';
  if (request.method === 'DELETE') return 'deletes';
  if (request.headers['x-ms-documentdb-isquery'] !== undefined) return 'queries';
  return request.headers['x-ms-documentdb-is-upsert'] === undefined ? 'creates' : 'replacements';
};

/** Stands in front of an account, or of the local server, and adds up what goes through. `measured` trusts the headers. */
export const startMeter = async (target: string, measured: boolean): Promise<Meter> => {
  const zero = () => ({ units: 0, count: 0 });
  const fresh = () => ({
    'point reads': zero(),
    queries: zero(),
    creates: zero(),
    replacements: zero(),
    deletes: zero(),
  });
  let totals = fresh();
  const { hostname, port, protocol } = new URL(target);
  const server = createServer((request, response) => {
    const sent: Buffer[] = [];
    request.on('data', (chunk: Buffer) => sent.push(chunk));
    request.on('end', () => {
      const send = protocol === 'https:' ? sendSecure : sendPlain;
      const headers: OutgoingHttpHeaders = { ...request.headers, host: hostname };
      const onwards = send({ hostname, port, method: request.method, path: request.url, headers }, (answer) => {
        const received: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => received.push(chunk));
        answer.on('end', () => {
          const work = workOf(request);
          const size = Buffer.concat(received).length;
          if (work !== null) {
            const said = Number(answer.headers['x-ms-request-charge']);
            totals[work].units += measured ? said : computed(work, Buffer.concat(sent).length, size);
            totals[work].count += 1;
          }
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          response.end(Buffer.concat(received));
        });
      });
      onwards.end(Buffer.concat(sent));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    totals: () => totals,
    reset: () => {
      totals = fresh();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
