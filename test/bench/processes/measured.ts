/** A program in a process of its own that says what it has used. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Asked, Used } from './probe.ts';

export interface Measured {
  readonly origin: string;
  readonly pid: number;
  used(): Promise<Used>;
  /** Resolves when a snapshot of its heap is in this file. */
  snapshot(file: string): Promise<unknown>;
  /** Ends it as its operator would, and resolves when it has ended. */
  stop(): Promise<void>;
}

export interface Program {
  readonly args: readonly string[];
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Where its log is kept. */
  readonly log: string;
}

const probe = fileURLToPath(new URL('probe.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

export const startMeasured = async ({ args, port, environment, log }: Program): Promise<Measured> => {
  const errors = openSync(log, 'a');
  const child = spawn(process.execPath, ['--disable-warning=DEP0040', '--import', probe, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', errors, 'ipc'],
  });
  closeSync(errors);
  const ended = once(child, 'exit');
  if (!(await Promise.race([listening(child), ended.then(() => false)])))
    throw new Error(`it did not start: see ${log}`);
  const ask = async (asked: Asked): Promise<Used> => {
    const answered = once(child, 'message').then(([used]) => used as Used);
    child.send(asked);
    return answered;
  };
  return {
    pid: child.pid ?? NaN,
    origin: `http://127.0.0.1:${port}`,
    used: () => ask({ snapshot: null }),
    snapshot: (file) => ask({ snapshot: file }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** Both say where they listen once they can answer. */
const listening = ({ stdout }: ChildProcess): Promise<true> =>
  new Promise((resolve) => {
    if (stdout === null) throw new Error('nobody listens to what it says');
    createInterface({ input: stdout }).on('line', (line) => {
      if (/^(Open|Listening on) /.test(line)) resolve(true);
    });
  });
