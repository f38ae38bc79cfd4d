/** One drill in folders of its own, which are gone afterwards. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cosmosSite } from './cosmosSite.ts';
import { drill, type Drilled, type DrillOptions } from './drill.ts';
import { sqliteSite } from './sqliteSite.ts';

export type StoreKind = 'sqlite' | 'cosmos';

export const runDrill = async (store: StoreKind, options: Omit<DrillOptions, 'site' | 'dataDir'>): Promise<Drilled> => {
  const folder = mkdtempSync(join(tmpdir(), 'strategy-drill-'));
  const [dataDir, copies] = [join(folder, 'data'), join(folder, 'copies')];
  mkdirSync(copies);
  const site = store === 'sqlite' ? sqliteSite(dataDir, copies) : await cosmosSite(dataDir, copies);
  const drilled = await drill({ site, dataDir, ...options });
  await site.close();
  rmSync(folder, { recursive: true });
  return drilled;
};
