/** The programs that are measured beside one another. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFlags } from '../../startFlags.ts';
import { startMeasured, type Measured } from './measured.ts';

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const bareBot = path('bareBot.ts');
const launch = path('../../../src/start/launch.cjs');

export interface Floor {
  readonly port: number;
  readonly folder: string;
  readonly kind: 'plain' | 'durable';
}

export const startFloor = ({ port, folder, kind }: Floor): Promise<Measured> => {
  mkdirSync(folder, { recursive: true });
  return startMeasured({
    args: [...startFlags, bareBot],
    port,
    environment: {
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      ...(kind === 'durable' ? { DURABLE: join(folder, 'rows.sqlite') } : {}),
    },
    log: join(folder, 'floor.log'),
  });
};

export const logOf = (dataDir: string): string => join(dataDir, 'product.log');

export interface Product {
  readonly port: number;
  readonly dataDir: string;
  readonly smtpPort: number;
  /** Milliseconds by which its clock is ahead of the real one. */
  readonly aheadMs: number;
  /** `none`: it sends at once whatever it has, where Teams would have it wait. */
  readonly limits: 'none' | 'kept';
}

/** As a council starts it, with the log of live mode. */
export const startTheProduct = ({ port, dataDir, smtpPort, aheadMs, limits }: Product): Promise<Measured> => {
  mkdirSync(dataDir, { recursive: true });
  // Where src/start/rehearsalClock.ts finds it.
  writeFileSync(join(dataDir, 'clock-moved-on'), String(aheadMs));
  return startMeasured({
    args: [...startFlags, launch, 'main'],
    port,
    environment: {
      DATA_DIR: dataDir,
      LOG_LEVEL: 'info',
      BENCH_SMTP_PORT: String(smtpPort),
      BENCH_LIMITS: limits,
    },
    log: logOf(dataDir),
  });
};
