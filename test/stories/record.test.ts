/** The record of a discussion as a file, from what several people did through the bot; each edition searched for what it must not hold. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf, readWord } from '../documents/files.ts';
import { factsIn } from '../journey/eyes.ts';
import { begin, type Story } from './story.ts';

/** What tells each kind of fact, wherever it stands. */
const secrets = {
  firstChild: /Zephyrine/,
  firstBorn: /7 April 2019/,
  sibling: /Barnaby/,
  siblingBorn: /6 January 2021/,
  concern: /shape of a heron/,
  referrer: /Carol Tench/,
  information: /orchard at dusk/,
  ofTheSibling: /seen Barnaby/,
  written: /missed three appointments/,
  emergency: /grandmother’s house/,
  reasons: /marks in a row/,
  siblingReasons: /lives with his father/,
  actionOfPolice: /Interview the uncle/,
  actionOfSchool: /Watch for new marks/,
  dissent: /far too little/,
} as const;
const everything = Object.keys(secrets);

let story: Story;
let folder: string;

const command = (args: readonly string[]): string =>
  execFileSync(process.execPath, ['src/start/launch.cjs', 'strategy', ...args], {
    env: { ...process.env, DATA_DIR: folder },
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** The words of an edition, page by page. */
const read = async (name: string, ...edition: readonly string[]): Promise<string> => {
  const out = join(folder, `${name}.pdf`);
  command(['record', story.reference, '--by', 'Records office', '--out', out, ...edition]);
  return (await readPdf(readFileSync(out))).text;
};

const agree = async (step: string, person: string, of: readonly string[]): Promise<void> => {
  const list = await story.chair.press('Actions', { saying: [`Strategy discussion ${story.reference}`] });
  const form = await list.press('Add an action');
  await form.done('Add this action', { step, person, due: '2026-11-27', childIds: of });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00', dataDir: folder });
  await story.convene({
    children: [
      { name: 'Zephyrine Quill', initials: 'Z.Q.', birthDate: '2019-04-07' },
      { name: 'Barnaby Quill', initials: 'B.Q.', birthDate: '2021-01-06' },
    ],
    concern: { concern: 'A bruise in the shape of a heron' },
    others: ['school'],
    meetsAt: '2026-11-24T14:00',
  });
  await story
    .as('school')
    .declines({ reason: 'In court', information: 'She missed three appointments', proposedActions: 'Watch her' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.as('police').addsInformation('She was at the orchard at dusk');
  await story.as('health').addsInformation('Nobody has seen Barnaby since May');
  await story.as('socialWorker').recordsEmergencyAction('Taken to their grandmother’s house');
  await agree('Interview the uncle', 'DI Tom Reyes, Exampleshire Police', ['A']);
  await agree('Watch for new marks', 'Ruth Ellison, Meadow Lane Primary School', ['A']);
  await story.chair.decides({
    children: [
      { answers: { reasons: 'Plum-coloured marks in a row' } },
      {
        s47: 'no',
        outcomes: ['noFurtherAction'],
        answers: { reasons: 'He lives with his father' },
        details: { 'answer.safeguardingConcerns': 'no' },
      },
    ],
  });
  await story.as('police').disagrees('It is far too little');
}, 120_000);
afterAll(async () => {
  await story.end();
  rmSync(folder, { recursive: true });
});

it('the full record has everything, each under whoever said it (R-1, R-2, D-1)', async () => {
  const text = await read('full');
  expect(factsIn(secrets, text)).toEqual(everything);
  expect(text).toContain('DI Tom Reyes, Exampleshire Police, Tuesday 24 November 2026, 2pm: It is far too little');
  expect(text).toContain(
    'Ruth Ellison School, nursery or children’s centre Meadow Lane Primary School Sent apologies: In court',
  );
});

it('of one child of several, the record has nothing of the others, and says what it leaves out', async () => {
  const ofFirst = await read('first', '--child', 'A');
  expect(factsIn(secrets, ofFirst)).toEqual([
    'firstChild',
    'firstBorn',
    'referrer',
    'reasons',
    'actionOfPolice',
    'actionOfSchool',
  ]);
  expect(ofFirst).toContain('This discussion was about several children.');
  expect(factsIn(secrets, await read('sibling', '--child', 'B'))).toEqual([
    ...['sibling', 'siblingBorn', 'referrer', 'siblingReasons'],
  ]);
});

it('an agency that was absent reads what was decided, what it said itself and what is its to do', async () => {
  const ofSchool = await read('school', '--agency', 'Meadow Lane Primary School');
  expect(factsIn(secrets, ofSchool)).toEqual([
    ...['firstChild', 'firstBorn', 'sibling', 'siblingBorn', 'written', 'actionOfSchool'],
  ]);
  expect(ofSchool).toContain('If you need to know more, ask Priya Shah.');
});

it('whoever was absent and has an action reads what was decided and that action', async () => {
  expect(factsIn(secrets, await read('owner', '--owner', 'Ruth Ellison'))).toEqual([
    ...['firstChild', 'firstBorn', 'sibling', 'siblingBorn', 'actionOfSchool'],
  ]);
});

it('Word has the same words', () => {
  const out = join(folder, 'full.docx');
  command(['record', story.reference, '--by', 'Records office', '--out', out]);
  expect(factsIn(secrets, readWord(readFileSync(out)).text)).toEqual(everything);
});

it('is a look at the discussion like any other, and never writes over a file', async () => {
  const held = JSON.parse(command(['export', story.reference, '--by', 'Records office'])) as {
    held: { reads: { deed: string }[] };
  };
  expect(held.held.reads.filter(({ deed }) => deed === 'record').length).toBeGreaterThan(4);
  await expect(read('full')).rejects.toThrow(/--out: the file .*full.pdf cannot be written: there may be one already/);
});
