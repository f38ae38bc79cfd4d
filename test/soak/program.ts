/**
 * One process of the product: `program.ts TREE ORIGIN ENVIRONMENT START ROLE`. TREE is the checkout whose code runs, so
 * that an earlier release can be started too; ORIGIN is where everybody reaches it, ENVIRONMENT is JSON, START the time it
 * is, as milliseconds since 1970. As `tenant` it holds the pretend tenant and sends nothing of its own. It says its port,
 * its memory, its processor time and that it has been told of another time over IPC, and stops on SIGTERM as
 * src/start/run.ts does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { compose as Compose } from '../../src/start/compose.ts';
import type { configFrom as ConfigFrom } from '../../src/start/configFrom.ts';
import { ownCpu } from './cpu.ts';

/** What it is told, and answers with its memory in bytes and its processor time in seconds. */
export interface Told {
  /** Milliseconds by which the clock moves on. */
  readonly moveOn: number;
}
export interface Said {
  readonly port: number;
  readonly rss: number;
  readonly cpu: number;
}

const [tree = '', origin = '', environment = '{}', start = '0', role = ''] = process.argv.slice(2);

// As src/start/launch.cjs does, or every restart would be a compilation.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));

/** Of what is kept in memory of discussions a tenth: `bench -- kept` measures the whole. An earlier release may keep nothing. */
registerHooks({
  load: (url, context, next) => {
    if (!url.endsWith('/src/store/streams.ts')) return next(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8').replace('mostKept = 3_000_000', 'mostKept = 300_000');
    if (!source.includes('mostKept = 300_000')) throw new Error(`${url} does not say how much is kept`);
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});

/** The first of these files that this release has. */
const load = async <T>(...files: readonly string[]): Promise<T> => {
  const file = files.map((name) => join(tree, 'src', name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${tree} has none of ${files.join(', ')}`);
  return (await import(pathToFileURL(file).href)) as T;
};
const { compose } = await load<{ compose: typeof Compose }>('start/compose.ts', 'compose.ts');
const { configFrom } = await load<{ configFrom: typeof ConfigFrom }>('start/configFrom.ts', 'config.ts');

// From when the process began: one that takes long to start is behind nobody.
let ahead = 0;
const product = await compose({
  config: configFrom(JSON.parse(environment) as Record<string, string>),
  origin,
  now: () => new Date(Number(start) + performance.now() + ahead),
  log: (line) => void process.stderr.write(`${line}\n`),
});
// On a busy machine an idle connection would be closed just as it is used again.
const server = createServer({ keepAliveTimeout: 300_000 }, product.app);
const say = (): void => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port, rss: process.memoryUsage.rss(), cpu: ownCpu() } satisfies Said);
};
process.on('message', ({ moveOn }: Told) => {
  ahead += moveOn;
  say();
});
// Whoever started it has gone.
process.once('disconnect', () => process.exit(1));
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void product.stop().then(() => process.exit(0));
});
server.listen(0, '127.0.0.1', () => {
  if (role !== 'tenant') product.start();
  say();
});
