import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProduct } from './product.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-start-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

/** What it says when it cannot start: the whole of its output, which should be one sentence. */
const refusal = async (env: Readonly<Record<string, string>> = {}): Promise<string> =>
  startProduct(dataDir, env).then(
    async (running) => {
      await running.kill();
      throw new Error('it started');
    },
    (error: unknown) => (error as Error).message.replace('it ended: ', ''),
  );

describe('starting', () => {
  it('prints its address, answers, stops cleanly on Ctrl-C, and starts again on the same data', async () => {
    for (const _time of ['first', 'second']) {
      const running = await startProduct(dataDir);
      const answer = await fetch(new URL('/readyz', running.address));
      expect(answer.status).toBe(200);
      expect(await running.interrupt()).toBe(0);
      expect(running.output()).toContain('Stopped.');
    }
    // What it keeps is for this account's eyes only.
    expect(statSync(join(dataDir, 'strategy.sqlite')).mode & 0o077).toBe(0);
  });

  it('a taken port is one clear sentence, and no data is touched', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toBe(
      `Port ${port} is taken: stop what uses it, or set PORT to another.\n`,
    );
    expect(() => statSync(join(dataDir, 'strategy.sqlite'))).toThrow();
    other.close();
  });

  it('a data folder that is a file is one clear sentence', async () => {
    const file = join(dataDir, 'not-a-folder');
    writeFileSync(file, 'mine');
    const said = await refusal({ DATA_DIR: file });
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('a corrupt database file is one clear sentence, and the file is left as it was', async () => {
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, 'strategy.sqlite');
    const damaged = 'this was a database once '.repeat(400);
    writeFileSync(file, damaged);
    const said = await refusal();
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain('strategy.sqlite');
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  it('live mode without a registration refuses to start and names what is missing', async () => {
    const said = await refusal({ MODE: 'live' });
    expect(said).toContain('MICROSOFT_APP_ID is required in live mode');
    expect(said).toContain('MICROSOFT_APP_TYPE must be');
  });

  it('a registration set outside live mode refuses to start rather than run without authentication', async () => {
    const said = await refusal({ MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000001' });
    expect(said).toContain('MODE=live');
  });
});
