/** Every figure of the table, from one council that is told, asked, stopped and grown. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Circumstances, Costs } from './costs.ts';
import type { Extent } from './extent.ts';
import { growth } from './growth/growth.ts';
import { templateOf } from './growth/template.ts';
import { nextMorning, type Morning } from './load/londonMorning.ts';
import { freePorts, type Ports } from './processes/ports.ts';
import { startFloor, startTheProduct } from './processes/programs.ts';
import { starts } from './starting.ts';
import { allTurns, discussionsFor } from './turns/allTurns.ts';
import { atOnce } from './turns/contest.ts';
import { setScene, type Scene } from './turns/stage.ts';

/** `say` hears how far it is. */
export const measure = async (extent: Extent, say: (line: string) => void): Promise<Costs> => {
  const before = load();
  const folder = mkdtempSync(join(tmpdir(), 'strategy-bench-'));
  const setting = { folder, morning: nextMorning(), ports: await freePorts() };
  const discussions = discussionsFor(extent);
  say(`${discussions} discussions are told`);
  const scene = await setScene({ ...setting, discussions, forms: atOnce });
  const { turns, figures, decided, undecided } = await allTurns(scene, { ...extent, day: setting.morning.day }, say);
  say('starts');
  const started = await startsIn(scene, setting, extent);
  say(`${extent.discussions} discussions are stored`);
  const path = join(folder, 'product', 'strategy.sqlite');
  const templates = { decided: templateOf(path, decided), open: templateOf(path, undecided) };
  const { serviceUrl, smtpPort } = scene.tenant;
  const where = { folder, serviceUrl, smtpPort, now: setting.morning.now, port: setting.ports.started };
  const grown = await growth({ ...where, templates }, extent);
  const faults = await scene.close();
  rmSync(folder, { recursive: true });
  return { circumstances: circumstances(before, faults), turns, figures: [...figures, ...started, ...grown] };
};

interface Setting {
  readonly folder: string;
  readonly morning: Morning;
  readonly ports: Ports;
}

const startsIn = (
  { tenant }: Scene,
  { folder, morning, ports }: Setting,
  extent: Extent,
): ReturnType<typeof starts> => {
  const { serviceUrl, smtpPort } = tenant;
  const { now, aheadMs } = morning;
  const port = ports.started;
  const dataDir = join(folder, 'started');
  return starts(
    {
      ...{ serviceUrl, now },
      product: () => startTheProduct({ port, dataDir, smtpPort, aheadMs, limits: 'kept' }),
      bare: () => startFloor({ port, folder: join(folder, 'starting'), kind: 'plain' }),
    },
    extent,
  );
};

const circumstances = (before: number, faults: number): Circumstances => ({
  on: new Date().toISOString().slice(0, 10),
  node: process.version,
  cores: availableParallelism(),
  load: [before, load()],
  faults,
});

const load = (): number => loadavg()[0] ?? NaN;
