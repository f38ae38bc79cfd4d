/** One of the program's commands as a process of its own, on free ports and a fresh data folder, as an operator sees it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';

export interface Program {
  readonly pid: number;
  readonly dataDir: string;
  /** Everything it has written so far. */
  written(): string;
  /** Resolves once it has written something that matches; rejects with all it wrote when it ends without. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when it has ended, with its exit code. */
  ended(): Promise<number | null>;
  /** Asks it to stop, as Ctrl-C does, and waits until it has. */
  interrupt(): Promise<number | null>;
  /** Ends it whatever it is doing, and removes its data. */
  remove(): Promise<void>;
}

/** Starts `entry`, such as main, as the npm scripts do. `env` goes before the free ports and the fresh folder. */
export const startProgram = (entry: string, env: Readonly<Record<string, string>> = {}): Program => {
  const dataDir = mkdtempSync(join(tmpdir(), 'strategy-'));
  const child = spawn(process.execPath, ['src/start/launch.cjs', entry], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', PLAYGROUND_PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid === undefined) throw new Error(`${entry} could not be started`);
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);

  return {
    pid: child.pid,
    dataDir,
    written: () => written,
    said: (pattern) => {
      const look = (): RegExpExecArray => {
        const found = pattern.exec(written);
        if (found === null) throw new Error(`${entry} has not said ${pattern.source}, but: ${written}`);
        return found;
      };
      return Promise.race([vi.waitFor(look, { timeout: 60_000 }), ended.then(look)]);
    },
    ended: () => ended,
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
    remove: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
