/** Stands between the product and Cosmos DB, and answers in its place, or loses answers, as a test says. */
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request: it passes; it is carried out and the answer lost; or it is answered here. */
export type Fate =
  | 'pass'
  | 'loseAnswer'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

export interface CosmosProxy {
  readonly endpoint: string;
  /** Requests so far, since the fate was last set. */
  count(): number;
  /** `n` counts requests from 0; one is held up until its fate is known. */
  set(fate: (n: number) => Fate | Promise<Fate>): void;
  close(): Promise<void>;
}

export const startCosmosProxy = async (target: string): Promise<CosmosProxy> => {
  let count = 0;
  let fateOf: (n: number) => Fate | Promise<Fate> = () => 'pass';
  const carry = (fate: Fate, request: IncomingMessage, response: ServerResponse): void => {
    if (typeof fate === 'object') {
      request.resume();
      response.writeHead(fate.status, { 'content-type': 'application/json', ...fate.headers });
      return void response.end(fate.body ?? '{"code":"Answered","message":"answered by the test"}');
    }
    const { hostname, port } = new URL(target);
    const { method, url, headers } = request;
    const onwards = send({ hostname, port, method, path: url, headers }, (answer: IncomingMessage) => {
      if (fate === 'loseAnswer') {
        answer.resume();
        response.writeHead(400, { 'content-type': 'application/json' });
        return void response.end('{"code":"Lost","message":"the answer was lost"}');
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onwards);
  };
  const server = createServer((request, response) => {
    const fate = Promise.resolve(fateOf(count));
    count += 1;
    void fate.then((known) => carry(known, request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    set: (fate) => {
      count = 0;
      fateOf = fate;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
