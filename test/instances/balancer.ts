/** Three instances of the product on one Cosmos DB, behind one address that gives each activity to the next of them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';

const script = fileURLToPath(new URL('instance.ts', import.meta.url));

interface Instance {
  readonly process: ChildProcess;
  readonly port: number;
  answered: number;
}

export interface Balanced {
  readonly origin: string;
  /** From now on each activity goes to this instance; null: to the next one, by turns. */
  sendTo(index: 0 | 1 | 2 | null): void;
  /** How many activities each instance has answered. */
  answered(): readonly number[];
  /** What the instances complained of. */
  readonly complaints: readonly string[];
  /** Ends an instance without warning; what it was doing is cut short. The first holds the pretend tenant: not that one. */
  kill(index: 1 | 2): Promise<void>;
  moveClocks(ms: number): void;
  stop(): Promise<void>;
}

export const startBalanced = async (place: CosmosPlace, at: Date): Promise<Balanced> => {
  const instances: Instance[] = [];
  const complaints: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'strategy-instances-'));
  let turn = 0;
  let chosen: number | null = null;

  /** The pretend tenant is the first instance's; each activity goes to the next instance that is alive. */
  const choose = (url: string): Instance | undefined => {
    if (!url.startsWith('/api/messages')) return instances[0];
    if (chosen !== null) return instances[chosen];
    turn += 1;
    const alive = instances.filter((i) => i.process.exitCode === null && i.process.signalCode === null);
    return alive[turn % alive.length];
  };
  const balance = (request: IncomingMessage, response: ServerResponse): void => {
    const instance = choose(request.url ?? '');
    if (instance === undefined) return void response.writeHead(503).end();
    const { method, url, headers } = request;
    const onwards = send({ hostname: '127.0.0.1', port: instance.port, method, path: url, headers }, (answer) => {
      if (url?.startsWith('/api/messages') === true) instance.answered += 1;
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onwards.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    request.pipe(onwards);
  };
  const server = createServer(balance);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  for (const name of ['one', 'two', 'three']) {
    instances.push(await startInstance(origin, environmentOf(place, join(folder, name)), at, complaints));
  }
  return {
    origin,
    complaints,
    sendTo: (index) => {
      chosen = index;
    },
    answered: () => instances.map((instance) => instance.answered),
    kill: async (index) => {
      const killed = instances[index]?.process;
      if (killed === undefined) throw new Error(`there is no instance ${index}`);
      const ended = once(killed, 'exit');
      killed.kill('SIGKILL');
      await ended;
    },
    moveClocks: (ms) => {
      for (const { process } of instances) process.stdin?.write(`${ms}\n`, () => undefined);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      for (const { process } of instances) {
        if (process.exitCode !== null || process.signalCode !== null) continue;
        const ended = once(process, 'exit');
        process.kill('SIGKILL');
        await ended;
      }
      rmSync(folder, { recursive: true });
    },
  };
};

export const environmentOf = (place: CosmosPlace, dataDir: string): Readonly<Record<string, string>> => ({
  DATA_DIR: dataDir,
  STORE: 'cosmos',
  COSMOS_ENDPOINT: place.endpoint,
  COSMOS_DATABASE: place.database,
  COSMOS_CONTAINER: place.container,
  COSMOS_KEY: place.key ?? '',
  AUTHORITY_ID: place.authorityId,
});

const startInstance = async (
  origin: string,
  environment: object,
  at: Date,
  complaints: string[],
): Promise<Instance> => {
  const args = ['--disable-warning=DEP0040', script, origin, JSON.stringify(environment), String(at.getTime())];
  const started = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  started.stdin.on('error', () => undefined);
  createInterface({ input: started.stderr }).on('line', (line) => complaints.push(line));
  const lines = createInterface({ input: started.stdout });
  const ready = once(lines, 'line').then(([line]) => Number(line));
  const over = once(started, 'exit').then(() => NaN);
  const port = await Promise.race([ready, over]);
  if (Number.isNaN(port)) throw new Error(`an instance did not start: ${complaints.join('\n')}`);
  return { process: started, port, answered: 0 };
};
