/** The product, both floors, and the council around them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openTenantFile } from '../../soak/tenantFile.ts';
import { createClient, type Client } from '../load/client.ts';
import { openLedger, type Ledger } from '../load/ledger.ts';
import type { Morning } from '../load/londonMorning.ts';
import { startTenant, type Tenant } from '../load/tenant.ts';
import { faultsIn } from '../processes/faults.ts';
import type { Measured } from '../processes/measured.ts';
import type { Ports } from '../processes/ports.ts';
import { logOf, startFloor, startTheProduct } from '../processes/programs.ts';
import { discussionsInSession, openForms, type Form, type InSession } from './prepared.ts';

/** A bot, and what speaks to it. */
export interface Bot {
  readonly process: Measured;
  readonly client: Client;
}

export interface Scene {
  readonly tenant: Tenant;
  readonly plain: Bot;
  readonly durable: Bot;
  readonly ledger: Ledger;
  readonly discussions: readonly InSession[];
  readonly forms: readonly Form[];
  readonly product: Bot;
  /** The product stops, and starts again as it runs where it has to keep to the limits of Teams. */
  withLimits(): Promise<Bot>;
  /** Resolves to the number of faults that the product noted. */
  close(): Promise<number>;
}

export interface Wanted {
  readonly folder: string;
  readonly ports: Ports;
  readonly morning: Morning;
  readonly discussions: number;
  readonly forms: number;
}

export const setScene = async ({ folder, ports, morning, ...wanted }: Wanted): Promise<Scene> => {
  const { now, aheadMs, day } = morning;
  const [dataDir, tenantDir] = [join(folder, 'product'), join(folder, 'tenant')];
  mkdirSync(tenantDir, { recursive: true });
  const tenant = await startTenant({ port: ports.tenant, productPort: ports.product, dataDir: tenantDir, now });
  const bot = (process: Measured): Bot => ({ process, client: createClient(process.origin, tenant.serviceUrl, now) });
  const floor = async (kind: 'plain' | 'durable'): Promise<Bot> =>
    bot(await startFloor({ port: ports[kind], folder: join(folder, kind), kind }));
  const start = async (limits: 'none' | 'kept'): Promise<Bot> =>
    bot(await startTheProduct({ port: ports.product, dataDir, smtpPort: tenant.smtpPort, aheadMs, limits }));
  const [plain, durable] = [await floor('plain'), await floor('durable')];
  const product = await start('none');
  const file = openTenantFile(tenantDir);
  const told = { origin: tenant.origin, tenant: file, day };
  const forms = await openForms(wanted.forms, told);
  const discussions = await discussionsInSession(wanted.discussions, told);
  file.close();
  const ledger = openLedger(dataDir, now);
  await ledger.quiet();
  tenant.beBrief();
  let running = product;
  const stopRunning = async (): Promise<void> => {
    running.client.close();
    await running.process.stop();
  };
  return {
    ...{ tenant, plain, durable, ledger, discussions, forms, product },
    withLimits: async () => {
      await stopRunning();
      running = await start('kept');
      return running;
    },
    close: async () => {
      ledger.close();
      await stopRunning();
      for (const { client, process } of [plain, durable]) {
        client.close();
        await process.stop();
      }
      await tenant.close();
      return faultsIn(logOf(dataDir));
    },
  };
};
