/** Whoever asks while the product is still opening its data is told so at once. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';

const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const dataDir = mkdtempSync(join(tmpdir(), 'strategy-not-yet-'));
/** A database that takes connections and says nothing. */
const silent = createServer();
let stop = (): void => undefined;
afterEach(() => {
  stop();
  silent.close();
  rmSync(dataDir, { recursive: true });
});

const start = async (port: number) => {
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    PORT: String(port),
    STORE: 'cosmos',
    COSMOS_ENDPOINT: `http://127.0.0.1:${await portOf(silent)}`,
    COSMOS_DATABASE: 'strategy',
    COSMOS_CONTAINER: 'discussions',
    COSMOS_KEY: 'a2V5',
    AUTHORITY_ID: 'exampleshire',
  };
  const child = spawn(process.execPath, ['src/start/launch.cjs', 'main'], { env, stdio: 'ignore' });
  stop = () => void child.kill('SIGKILL');
};

const answered = async (url: string): Promise<Response> => {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) return answer;
    await wait(50);
  }
};

it('with 503, and when to try again', async () => {
  const free = createServer();
  const port = await portOf(free);
  await new Promise((resolve) => free.close(resolve));
  await start(port);
  for (const path of ['/readyz', '/api/messages', '/']) {
    const answer = await answered(`http://127.0.0.1:${port}${path}`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  }
}, 60_000);
