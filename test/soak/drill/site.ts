/** Where a council keeps its data, and how an operator backs it up, loses it and has it back. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Stores } from '../../../src/store/store.ts';
import { thisCheckout } from '../started.ts';

export interface Site {
  /** Of the product; where it is after a restore, too. */
  environment(): Readonly<Record<string, string>>;
  /** How it is backed up and restored, for whoever reads what the drill prints. */
  readonly how: string;
  open(): Promise<Stores>;
  /** While the product runs. */
  backup(): Promise<void>;
  /** Once it has been stopped. */
  destroy(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** One command of `npm run -s strategy`, as an operator types it. Rejects, with what it said, where it fails. */
export const strategy = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> => {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const command = ['src/start/launch.cjs', 'strategy', ...args];
  await promisify(execFile)(process.execPath, command, { cwd: thisCheckout, env });
};
