/** The product as one file, as the container starts it; here in a rehearsal, where somebody can be asked. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveEnvironment } from '../door/live.ts';
import { peopleAt } from '../journey/council.ts';

const folder = fileURLToPath(new URL('../../node_modules/.bundle/', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'strategy-bundle-'));
const run = promisify(execFile);
let product: ChildProcess;

beforeAll(async () => {
  await run(process.execPath, ['.ci/tools/bundle.ts']);
});
afterAll(() => {
  product.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

const started = async (): Promise<string> => {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, PORT: '0' };
  product = spawn(process.execPath, ['src/start/launch.cjs', 'bundled'], { env });
  let said = '';
  product.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    product.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^Open (http:\/\/[^/]+)/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    product.once('exit', () => reject(new Error(said)));
  });
};

it('answers whoever asks', async () => {
  const address = await started();
  const manager = peopleAt(address).as('priya-shah');
  await manager.say('channel', '/strategy help', { mention: true });
  await manager.card('channel', 'What you can type');
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
}, 120_000);

it('each part that is loaded on demand can be, in live mode too', async () => {
  const parts = readdirSync(folder);
  expect(parts).toEqual(expect.arrayContaining(['cosmos.mjs', 'email.mjs', 'graph.mjs', 'pdf.mjs', 'word.mjs']));
  const env = { PATH: process.env.PATH ?? '', ...liveEnvironment(join(dataDir, 'live')), HOST: '127.0.0.1', PORT: '0' };
  const script = `${parts.map((name) => `await import('./${name}');`).join('')} process.exit(0);`;
  await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder, env });
}, 120_000);
