/**
 * Which of the installed packages the running product loads: a rehearsal is started in a process of its own, with trace.ts
 * before it, until it says it is ready and has answered one message. Live loads more, on demand.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Installed } from './installed.ts';

const patience = 60_000;
const message = { person: 'priya-shah', place: 'chat', text: '/strategy' };

/** The packages that were loaded; a sentence where the product did not get that far. */
export const loadedBy = async (
  root: string,
  packages: readonly Installed[],
): Promise<ReadonlySet<Installed> | string> => {
  const folder = mkdtempSync(join(tmpdir(), 'strategy-deps-'));
  const notes = join(folder, 'loaded');
  const product = start(root, notes, join(folder, 'data'));
  const ended = once(product, 'close');
  try {
    await haveAnAnswer(await origin(product));
    return packagesOf(readFileSync(notes, 'utf8').split('\n').filter(Boolean), packages);
  } catch (error) {
    return `the product could not be asked: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    product.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
};

const start = (root: string, notes: string, data: string): ChildProcess =>
  spawn(process.execPath, ['--import', new URL('./trace.ts', import.meta.url).href, 'src/start/launch.cjs', 'main'], {
    cwd: root,
    // Nothing else of this shell: its settings may be those of another product.
    env: { PATH: process.env.PATH, DEPS_TRACE: notes, DATA_DIR: data, MODE: 'rehearsal', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The product says where it is once it listens; what it says instead is why it does not. */
const origin = async (product: ChildProcess): Promise<string> => {
  const said: string[] = [];
  const late = setTimeout(() => product.kill('SIGKILL'), patience);
  try {
    return await new Promise((resolve, reject) => {
      for (const stream of [product.stdout, product.stderr]) {
        if (stream === null) continue;
        createInterface(stream).on('line', (line) => {
          said.push(line);
          const found = /^Open (http:\/\/[^/]+)/.exec(line)?.[1];
          if (found !== undefined) resolve(found);
        });
      }
      product.on('close', () =>
        reject(new Error(said.find((line) => /Error: /.test(line)) ?? said.at(-1) ?? 'it is silent')),
      );
    });
  } finally {
    clearTimeout(late);
  }
};

const haveAnAnswer = async (address: string): Promise<void> => {
  const ready = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(patience) });
  if (!ready.ok) throw new Error(`/readyz answered ${ready.status}`);
  const said = await fetch(`${address}/rehearsal/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(patience),
  });
  if (!said.ok) throw new Error(`a message was answered ${said.status}: ${await said.text()}`);
};

/** The package a file is of is that of the nearest folder above it which is one. */
const packagesOf = (addresses: readonly string[], packages: readonly Installed[]): ReadonlySet<Installed> => {
  const byFolder = new Map(packages.map((one) => [one.folder, one]));
  const above = (folder: string): Installed | null =>
    byFolder.get(folder) ?? (dirname(folder) === folder ? null : above(dirname(folder)));
  const found = [...new Set(addresses.map((address) => dirname(fileURLToPath(address))))].map(above);
  return new Set(found.filter((one) => one !== null));
};
