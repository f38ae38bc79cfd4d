/**
 * One instance of the product, in a process of its own: `instance.ts ORIGIN ENVIRONMENT START`. ORIGIN is where everybody
 * reaches all instances, ENVIRONMENT is JSON, START the time it is, as milliseconds since 1970. It says its port on
 * standard output; each line on its standard input moves its clock on by so many milliseconds.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { compose } from '../../src/start/compose.ts';
import { configFrom } from '../../src/start/configFrom.ts';

const [origin = '', environment = '{}', start = '0'] = process.argv.slice(2);

let ahead = -performance.now();
const product = await compose({
  config: configFrom(JSON.parse(environment) as Record<string, string>),
  origin,
  now: () => new Date(Number(start) + performance.now() + ahead),
  log: (line) => void process.stderr.write(`${line}\n`),
});
createInterface({ input: process.stdin }).on('line', (ms) => {
  ahead += Number(ms);
});

const server = createServer(product.app);
server.listen(0, '127.0.0.1', () => {
  product.start();
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
