/**
 * Two instances of the product on one Cosmos DB, and the pretend tenant in a process of its own, so that the memory of an
 * instance is the product’s. One instance is never restarted; the other is, without warning and politely in turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { environmentOf } from '../instances/balancer.ts';
import { startFront, type Front, type Turn } from './front.ts';
import type { Life } from './memory.ts';
import { startProduct, thisCheckout, type Started } from './started.ts';
import { openTenantFile, type TenantFile } from './tenantFile.ts';
import { connectorEvery, mailFaults } from './weather.ts';

export interface Pair {
  readonly front: Front;
  readonly tenant: TenantFile;
  readonly lives: readonly Life[];
  /** Megabytes of each, measured now and noted with its life; null of one that has just been ended. */
  measure(seconds: number): Promise<readonly (number | null)[]>;
  restart(signal: 'SIGTERM' | 'SIGKILL', seconds: number): Promise<void>;
  /** The next e-mail of each instance fails. */
  spoilMail(): Promise<void>;
  /** Nothing fails any more. */
  calm(): Promise<void>;
  moveOn(ms: number): Promise<void>;
  /** Where e-mail arrived, and the tenant. */
  files(): readonly TenantFile[];
  stop(): Promise<void>;
}

export const startPair = async (place: CosmosPlace, now: () => Date, onTurn: (turn: Turn) => void): Promise<Pair> => {
  const folder = mkdtempSync(join(tmpdir(), 'strategy-soak-'));
  const front = await startFront(connectorEvery, onTurn);
  const start = (name: string): Promise<Started> =>
    startProduct({
      tree: thisCheckout,
      origin: front.origin,
      environment: environmentOf(place, join(folder, name)),
      at: now(),
      role: name === 'tenant' ? 'tenant' : 'instance',
      log: () => undefined,
    });
  const [tenant, one] = [await start('tenant'), await start('one')];
  let two = await start('two');
  let spoilt = 0;
  const files = ['tenant', 'one', 'two'].map((name) => openTenantFile(join(folder, name)));
  const [tenantFile] = files;
  if (tenantFile === undefined) throw new Error('there is no tenant');
  const lives: Life[] = [
    { name: 'one, never restarted', points: [] },
    { name: 'two, life 1', points: [] },
  ];
  const point = (...instances: readonly Started[]): void =>
    front.point({ tenant: tenant.port, instances: instances.map(({ port }) => port) });
  const measureOf = async (life: Life | undefined, process: Started, seconds: number): Promise<number | null> => {
    const megabytes = await process.memory();
    if (megabytes !== null) life?.points.push({ seconds, megabytes });
    return megabytes;
  };
  point(one, two);
  return {
    front,
    tenant: tenantFile,
    lives,
    measure: (seconds) => Promise.all([measureOf(lives[0], one, seconds), measureOf(lives.at(-1), two, seconds)]),
    restart: async (signal, seconds) => {
      // Whoever stops an instance politely sends nobody to it any more; one that is killed was in the middle of it all.
      if (signal === 'SIGTERM') point(one);
      await two.end(signal);
      point(one);
      two = await start('two');
      lives.push({ name: `two, life ${lives.length}`, points: [] });
      point(one, two);
      await measureOf(lives.at(-1), two, seconds);
    },
    spoilMail: async () => {
      const fault = mailFaults[spoilt % mailFaults.length];
      spoilt += 1;
      await Promise.all([one, two].map(({ port }) => spoilAt(port, { ...fault, times: 1 })));
    },
    calm: async () => {
      front.calm();
      await Promise.all([tenant, one, two].map(({ port }) => fetch(faultsAt(port), { method: 'DELETE' })));
    },
    moveOn: async (ms) => {
      await Promise.all([tenant, one, two].map((process) => process.moveOn(ms)));
    },
    files: () => files,
    stop: async () => {
      for (const file of files) file.close();
      await Promise.all([tenant, one, two].map((process) => process.end('SIGKILL')));
      await front.close();
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
