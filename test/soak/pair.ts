/**
 * Two instances of the product on one Cosmos DB, and the pretend tenant in a process of its own, so that the memory of an
 * instance is the product’s. Instance two is ended again and again, without warning and politely in turn; both are replaced
 * by another release while people work.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import type { FrontApart } from './frontApart.ts';
import { begin, look, weigh, type Life, type Living } from './life.ts';
import { today, type Release } from './release.ts';
import type { Started } from './started.ts';
import type { TenantFile } from './tenantFile.ts';
import { mailFaults } from './weather.ts';

export interface Pair {
  readonly tenant: TenantFile;
  lives(): readonly Life[];
  /** Seconds of processor time of the process that holds the tenant. */
  tenantCpu(): number;
  /** What each of the two takes now is noted with its life. */
  look(seconds: number): Promise<void>;
  /** What instance one holds is noted; the other does not live for long, and takes all turns meanwhile. */
  weigh(seconds: number): Promise<void>;
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** As infra/runbook.md has it: one after the other, the new one beside the old, which is stopped when the new one answers. */
  upgrade(): Promise<void>;
  /** The next e-mail of each instance fails. */
  spoilMail(): Promise<void>;
  /** Nothing fails any more. */
  calm(): Promise<void>;
  moveOn(ms: number): Promise<void>;
  /** Where e-mail arrived, and the tenant. */
  files(): readonly TenantFile[];
  stop(): Promise<void>;
}

export interface PairOptions {
  readonly place: CosmosPlace;
  readonly front: FrontApart;
  readonly now: () => Date;
  /** What both run until they are upgraded. */
  readonly earlier: Release;
}

export const startPair = async ({ place, front, now, earlier }: PairOptions): Promise<Pair> => {
  const folder = mkdtempSync(join(tmpdir(), 'strategy-soak-'));
  let release = earlier;
  const begun: Living[] = [];
  const start = async (name: string, code: Release): Promise<Living> => {
    const role = name === 'tenant' ? 'tenant' : 'instance';
    const dataDir = join(folder, `${name}-${begun.length}`);
    const living = await begin({ name, release: code, role, place, dataDir, origin: front.origin, at: now() });
    begun.push(living);
    return living;
  };
  // The tenant stands for Microsoft, which is upgraded by nobody here; whoever begins fills the directory as they know people.
  const tenant = await start('tenant', release);
  let [one, two] = [await start('one', release), await start('two', release)];
  let spoilt = 0;
  const point = (...instances: readonly Living[]): Promise<void> =>
    front.point({ tenant: tenant.started.port, instances: instances.map(({ started }) => started.port) });
  const all = (deed: (process: Started) => Promise<unknown>): Promise<unknown> =>
    Promise.all([tenant, one, two].map(({ started }) => deed(started)));
  await point(one, two);
  return {
    tenant: tenant.file,
    lives: () => begun.filter((living) => living !== tenant).map(({ life }) => life),
    tenantCpu: () => tenant.life.cpu,
    look: async (seconds) => {
      await Promise.all([tenant, one, two].map((living) => look(living, seconds)));
    },
    weigh: async (seconds) => {
      await point(two);
      await weigh(one, seconds);
      await point(one, two);
    },
    restart: async (signal) => {
      // Whoever stops an instance politely sends nobody to it any more; one that is killed was in the middle of it all.
      if (signal === 'SIGTERM') await point(one);
      await two.started.end(signal);
      await point(one);
      two = await start('two', release);
      await point(one, two);
    },
    upgrade: async () => {
      release = today;
      const [oldOne, oldTwo] = [one, two];
      one = await start('one', release);
      await point(one, oldTwo);
      await oldOne.started.end('SIGTERM');
      two = await start('two', release);
      await point(one, two);
      await oldTwo.started.end('SIGTERM');
    },
    spoilMail: async () => {
      const fault = mailFaults[spoilt % mailFaults.length];
      spoilt += 1;
      await Promise.all([one, two].map(({ started }) => spoilAt(started.port, { ...fault, times: 1 })));
    },
    calm: async () => {
      await front.calm();
      await all(({ port }) => fetch(faultsAt(port), { method: 'DELETE' }));
    },
    moveOn: async (ms) => {
      await all((process) => process.moveOn(ms));
    },
    files: () => begun.map(({ file }) => file),
    stop: async () => {
      for (const { file } of begun) file.close();
      await all((process) => process.end('SIGKILL'));
      rmSync(folder, { recursive: true });
    },
  };
};

const faultsAt = (port: number): string => `http://127.0.0.1:${port}/rehearsal/api/faults`;

/** One that has just been killed has no mail to fail. */
const spoilAt = async (port: number, fault: object): Promise<void> => {
  await fetch(faultsAt(port), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([fault]),
  }).catch(() => undefined);
};
