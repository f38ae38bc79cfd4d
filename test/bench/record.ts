/**
 * What the record of a large discussion costs: 30 people, four children, 60 contributions and 40 actions, made in a
 * process of its own, from the database to the file. Fails above 2 seconds, or 200 MB resident.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDirectory } from '../../src/directory/directory.ts';
import { fileKinds, type FileKind } from '../../src/documents/paper/files.ts';
import { openOffice, reference } from '../conduct/office.ts';
import { agree } from '../builders/action.ts';
import { present } from '../builders/attendance.ts';
import { child, convene } from '../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../builders/decision.ts';
import { directoryOf, health, manager, police, professional, socialWorker } from '../builders/people.ts';
import { startFlags } from '../startFlags.ts';

const promised = { seconds: 2, megabytes: 200 };
const contribution =
  'Seen twice this month with marks that nobody could explain; the parents said that he fell. '.repeat(6);

const others = Array.from({ length: 26 }, (_, i) =>
  professional(`teacher-${i}`, 'education', { name: `Teacher Number ${i + 1}`, agency: `School ${i + 1}` }),
);
const everybody = [manager, socialWorker, police, health, ...others];
const letters = ['A', 'B', 'C', 'D'];

const office = await openOffice();
const done = async (acting: ReturnType<typeof office.act>): Promise<void> => {
  const acted = await acting;
  if (acted.result === 'refused') throw new Error(`refused: ${JSON.stringify(acted.refusal)}`);
};
await createDirectory(office.stores.directory).importPeople(directoryOf(...everybody));
const children = letters.map((childId, i) =>
  child({
    childId,
    name: `Child${childId} Sample`,
    initials: `${childId}.S.`,
    birth: { kind: 'born', on: `201${i}-04-07` },
  }),
);
await done(office.act(manager, convene({ children, invitees: everybody.slice(1) })));
for (const who of everybody) {
  await done(office.act(who, present(who)));
  for (let i = 0; i < 2; i += 1) await done(office.act(who, { kind: 'shareInformation', text: contribution }));
}
for (let i = 0; i < 40; i += 1) await done(office.act(manager, agree(everybody[i % everybody.length] ?? manager)));
await done(office.act(manager, recordDecision(letters.map((childId) => jointEnquiry({ childId })))));
await office.stores.close();

const script = fileURLToPath(new URL('makeRecord.ts', import.meta.url));
const measured = (kind: FileKind, ...flags: readonly string[]) =>
  JSON.parse(
    execFileSync(process.execPath, [...flags, script, office.folder, reference, kind], { encoding: 'utf8' }),
  ) as Record<'seconds' | 'megabytes' | 'size', number>;

const make = (kind: FileKind): boolean => {
  const asUsual = measured(kind);
  const { seconds, megabytes, size } = measured(kind, ...startFlags);
  const taken = `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB resident (${asUsual.megabytes.toFixed(0)} where V8 may take what it finds)`;
  process.stdout.write(
    `record as ${kind}, ${(size / 1024).toFixed(0)} KB: ${taken}. Promised: under ${promised.seconds} s and ${promised.megabytes} MB\n`,
  );
  return seconds < promised.seconds && megabytes < promised.megabytes;
};

const kept = fileKinds.map(make);
rmSync(office.folder, { recursive: true, force: true });
if (!kept.every(Boolean)) process.exitCode = 1;
