/**
 * What is held in memory, by what it is: by the floor and the product when nobody asks them anything, and by a product that
 * fifty people have just pressed at once. Needs a kernel that lists a program’s memory, which is Linux.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from './load/client.ts';
import { forSoLong } from './load/batch.ts';
import { nextMorning } from './load/londonMorning.ts';
import { heldBy, type Held } from './processes/held.ts';
import type { Measured } from './processes/measured.ts';
import { freePorts } from './processes/ports.ts';
import { startFloor, startTheProduct } from './processes/programs.ts';
import { mixed, people } from './turns/busy.ts';
import { manager } from './turns/prepared.ts';
import { setScene } from './turns/stage.ts';

const idleMs = 10_000;
const busyMs = 30_000;
const discussions = 20;

const folder = mkdtempSync(join(tmpdir(), 'strategy-bench-'));
const [morning, ports] = [nextMorning(), await freePorts()];
const scene = await setScene({ folder, morning, ports, discussions, forms: 1 });
const { serviceUrl, smtpPort } = scene.tenant;

const held = (process: Measured): Promise<Held> => heldBy(process, join(folder, 'held.heapsnapshot'));
const idle = async (process: Measured): Promise<Held> => {
  const client = createClient(process.origin, serviceUrl, morning.now);
  await client.say(manager, '/strategy help');
  await wait(idleMs);
  const found = await held(process);
  client.close();
  await process.stop();
  return found;
};
const [port, dataDir] = [ports.started, join(folder, 'idle')];
const floor = await idle(await startFloor({ port, folder: join(folder, 'starting'), kind: 'plain' }));
const product = await idle(
  await startTheProduct({ port, dataDir, smtpPort, aheadMs: morning.aheadMs, limits: 'kept' }),
);
await forSoLong(busyMs, people, mixed(scene.product, scene.discussions));
await scene.ledger.quiet();
const busy = await held(scene.product.process);
await scene.close();
rmSync(folder, { recursive: true });

const rows: readonly (readonly [what: string, of: (held: Held) => number])[] = [
  ['all that is in memory', ({ resident }) => resident],
  ['Node itself, and libraries of the system', ({ program }) => program],
  ['text, most of it of modules', ({ text }) => text],
  ['what was compiled of it', ({ compiled }) => compiled],
  ['objects, arrays and functions', ({ objects }) => objects],
  [
    'waiting to be tidied up, and room that is free',
    ({ heap, text, compiled, objects }) => heap - text - compiled - objects,
  ],
  ['outside the heap', ({ resident, program, heap }) => resident - program - heap],
];
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
process.stdout.write(
  [
    row('held, MB', 'floor, idle', 'product, idle', `product, ${people} at once for ${busyMs / 1_000} s`),
    row('---', '---', '---', '---'),
    ...rows.map(([what, of]) => row(what, ...[floor, product, busy].map((each) => (of(each) / 2 ** 20).toFixed(1)))),
  ].join(''),
);
