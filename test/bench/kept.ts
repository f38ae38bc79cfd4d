/**
 * What the product holds of the discussions it read last: it grows with each until as many are kept as are to be kept, and
 * then no more. Fails where one takes more than is promised, or where it goes on growing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fold } from '../../src/conduct/fold.ts';
import { agendaCard } from '../../src/cards/agenda.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { present } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../builders/decision.ts';
import { directoryOf, health, manager, police, socialWorker } from '../builders/people.ts';
import { openOffice, reference } from '../conduct/office.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { growFile, referenceAt } from './growth/grow.ts';
import { templateOf } from './growth/template.ts';

/** Megabytes of all that is kept. */
const promised = 20;
const stored = 1_200;
const step = 100;

setFlagsFromString('--expose-gc');
const tidyUp = runInNewContext('gc') as () => void;
/** Megabytes that are left once all that nobody needs is gone. */
const held = (): number => {
  tidyUp();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const office = await openOffice();
const everybody = [manager, socialWorker, police, health];
await createDirectory(office.stores.directory).importPeople(directoryOf(...everybody));
const done = async (acting: ReturnType<typeof office.act>): Promise<void> => {
  const acted = await acting;
  if (acted.result === 'refused') throw new Error(`refused: ${JSON.stringify(acted.refusal)}`);
};
await done(office.act(manager, convene({ invitees: everybody.slice(1) })));
for (const who of everybody) {
  await done(office.act(who, present(who)));
  await done(office.act(who, { kind: 'shareInformation', text: 'Seen twice this month with marks.'.repeat(10) }));
}
await done(office.act(manager, recordDecision([jointEnquiry()])));
await office.stores.close();

const folder = mkdtempSync(join(tmpdir(), 'strategy-kept-'));
const file = join(folder, 'many.sqlite');
const template = templateOf(join(office.folder, 'strategy.sqlite'), reference);
growFile(file, { decided: template, open: template }, stored);

const stores = openSqlite(file);
const look = async (from: number, to: number): Promise<void> => {
  for (let i = from; i < to; i += 1) {
    const commits = await stores.store.load(referenceAt(i));
    // As it is seen while it goes on: after each commit, by somebody who is shown how it stands.
    for (let version = 1; version <= commits.length; version += 1) {
      const d = fold(commits.slice(0, version));
      if (d === null) throw new Error(`${referenceAt(i)} is not there`);
      agendaCard(d, office.conduct.practiceOf(d), tuesday);
      await stores.store.notices(d.reference);
    }
  }
};
await look(0, 1);
const before = held();
const grown: number[] = [];
for (let n = 0; n < stored; n += step) {
  await look(n, n + step);
  grown.push(held() - before);
}
await stores.close();
for (const place of [folder, office.folder]) rmSync(place, { recursive: true });

const most = Math.max(...grown);
const [first = 0] = grown;
const late = (grown.at(-1) ?? 0) - (grown.at(-4) ?? 0);
process.stdout.write(
  `held of the discussions looked at last, after each ${step} more: ${grown.map((mb) => mb.toFixed(1)).join(', ')} MB\n` +
    `${((first * 1024) / step).toFixed(0)} KB for each that is kept; at most ${most.toFixed(1)} MB, ${promised} MB are promised; over the last ${3 * step} looked at ${late.toFixed(1)} MB more\n`,
);
if (most > promised || late > 1) process.exitCode = 1;
