/** One life of an instance, from its start to its end, and what was measured of it. */
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { environmentOf } from '../instances/balancer.ts';
import type { Measured } from './figures.ts';
import type { Release } from './release.ts';
import { startProduct, type Started } from './started.ts';
import { openTenantFile, type TenantFile } from './tenantFile.ts';

export interface Life {
  readonly name: string;
  readonly release: string;
  /** Megabytes of memory it took up, as it was. */
  readonly resident: Measured[];
  /** Megabytes of objects and text that it held, tidied up. */
  readonly held: Measured[];
  /** Seconds of processor time, when it was last looked at. */
  cpu: number;
}

/** A life that goes on. */
export interface Living {
  readonly life: Life;
  readonly started: Started;
  /** Where e-mail arrives that it sends. */
  readonly file: TenantFile;
}

export interface Birth {
  readonly name: string;
  readonly release: Release;
  readonly role: 'instance' | 'tenant';
  readonly place: CosmosPlace;
  /** A folder of its own: two that run side by side share the database and nothing else. */
  readonly dataDir: string;
  readonly origin: string;
  readonly at: Date;
}

export const begin = async ({ name, release, role, place, dataDir, origin, at }: Birth): Promise<Living> => {
  const environment = environmentOf(place, dataDir);
  const started = await startProduct({ tree: release.tree, origin, environment, at, role, log: () => undefined });
  const life: Life = { name, release: release.name, resident: [], held: [], cpu: 0 };
  return { life, started, file: openTenantFile(dataDir) };
};

/** Notes what it takes up now. One that has just been ended takes nothing. */
export const look = async ({ life, started }: Living, seconds: number): Promise<void> => {
  const taken = await started.look();
  if (taken === null) return;
  life.resident.push({ seconds, megabytes: taken.megabytes });
  life.cpu = taken.cpu;
};

/** Notes what it holds; it stands still meanwhile. */
export const weigh = async ({ life, started }: Living, seconds: number): Promise<void> => {
  const megabytes = await started.held();
  if (megabytes !== null) life.held.push({ seconds, megabytes });
};
