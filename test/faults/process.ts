/** Sending in a process of its own, which may be told to kill itself at a step; and what it is told and answers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../src/practice/time/instant.ts';
import type { Routes } from './sender.ts';

export interface Place {
  readonly folder: string;
  readonly serviceUrl: string;
  readonly smtpPort: number;
  readonly routes: Routes;
  readonly start: Instant;
  /** When it is all over: what is still open then stays so. */
  readonly until: Instant;
  /** Milliseconds the clock is ahead at the start. */
  readonly ahead: number;
  /** Waiting takes as long as it takes, for processes that work side by side. */
  readonly realTime: boolean;
  /** The one discussion that cannot be read. */
  readonly unreadable: string | null;
}

export interface Orders {
  readonly place: Place;
  /** Kill yourself at the nth time of this step; null: work until nothing is due any more. */
  readonly dieAt: { readonly step: string; readonly time: number } | null;
}

const script = fileURLToPath(new URL('child.ts', import.meta.url));

/** Runs one process to its end. `died`: it was killed at the step it was told; else it had nothing left to do. */
export const runProcess = async (
  orders: Orders,
): Promise<{ readonly died: boolean; readonly steps: readonly string[] }> => {
  const child = spawn(process.execPath, ['--disable-warning=DEP0040', script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code, signal]] = await Promise.all([
    text(child.stdout),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  if (signal === null && code !== 0) throw new Error(`a sending process failed with exit code ${code ?? 'none'}`);
  return { died: signal === 'SIGKILL', steps: said.split('\n').filter((line) => line !== '') };
};
