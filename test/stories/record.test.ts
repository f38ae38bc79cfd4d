/** The record of a discussion as a file, from what several people did through the bot; each edition searched for what it must not hold. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf, readWord } from '../documents/files.ts';
import { libreOffice, savedAs } from '../documents/libreOffice.ts';
import { factsIn } from '../journey/eyes.ts';
import { conference, press, settle } from './ending.ts';
import { seen, throughGate } from './gate.ts';
import { fileOf, typed } from './operator.ts';
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
  ofTheReferrer: /not safe there/,
  byTelephone: /dog that barks/,
  agenda: /no other child in the home/,
  report: /As found on the visits/,
  conference: /The conference was held/,
  arrival: /left 2:20pm/,
} as const;
/** What the referrer wrote went to the chair alone (N-6). */
const everything = Object.keys(secrets).filter((name) => name !== 'ofTheReferrer');

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

let story: Story;

/** The words of an edition, page by page. */
const read = async (name: string, ...edition: readonly string[]): Promise<string> =>
  (await readPdf(await fileOf(story.dataDir, `${name}.pdf`, 'record', story.reference, ...edition))).text;

const agree = async (step: string, person: string, of: readonly string[]): Promise<void> => {
  const list = await story.chair.press('Actions', { saying: [`Strategy discussion ${story.reference}`] });
  const form = await list.press('Add an action');
  await form.done('Add this action', { step, person, due: '2026-11-27', childIds: of });
};

beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({
    children: [
      { name: 'Zephyrine Quill', initials: 'Z.Q.', birthDate: '2019-04-07' },
      { name: 'Barnaby Quill', initials: 'B.Q.', birthDate: '2021-01-06' },
    ],
    concern: { concern: 'A bruise in the shape of a heron' },
    others: ['school', 'constable'],
    meetsAt: '2026-11-24T14:00',
  });
  await story
    .as('school')
    .declines({ reason: 'In court', information: 'She missed three appointments', proposedActions: 'Watch her' });
  await (
    await press(story, 'Record an answer by telephone', 'socialWorker')
  ).done('Record their answer', {
    ...{ person: 'sam-whitlock', answer: 'notComing', reason: 'On another call' },
    ...{ information: 'A dog that barks all night', proposedActions: 'None' },
  });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.recordsAttendance('midwife');
  await story.passUntil('2026-11-24T14:20');
  await (
    await press(story, 'Record somebody leaving', 'teamManager')
  ).done('Record that they left', {
    person: 'bea-cartwright',
  });
  const items = await press(story, 'Go through the agenda', 'teamManager');
  const item = await items.press('Open this item', { of: 'A-PS-3' });
  await item.done('Enter it', { as: 'notApplicable', text: 'There is no other child in the home.' });
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
  await story.as('referrer').answersMail('Outcome', { answer: 'disagree', reason: 'She is not safe there' });
  await story.passUntil('2026-11-24T17:30');
  await story.as('socialWorker').recordsEnquiry(seen, 'A');
  for (const number of [1, 2]) await settle(story, 'teamManager', number);
  await story.passUntil('2026-12-07T10:00');
  await throughGate(story, 'substantiatedIcpc');
  await story.passUntil('2026-12-14T16:00');
  await conference(story, 'socialWorker', { what: 'held', date: '2026-12-14', plan: 'yes' });
}, 120_000);
afterAll(() => story.end());

it('the full record has everything, each under whoever said it (R-1, R-2, D-1)', async () => {
  const text = await read('full');
  expect(factsIn(secrets, text)).toEqual(everything);
  expect(text).toContain('DI Tom Reyes, Exampleshire Police, Tuesday 24 November 2026, 2:20pm: It is far too little');
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
    'report',
    'conference',
    'arrival',
  ]);
  expect(ofFirst).toContain('This discussion was about several children.');
  expect(factsIn(secrets, await read('sibling', '--child', 'B'))).toEqual([
    ...['sibling', 'siblingBorn', 'referrer', 'siblingReasons', 'arrival'],
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

it('says how each took part, who took what by telephone, and how the enquiry ended, field by field (GT-7, R-1)', async () => {
  const text = await read('whole');
  for (const words of [
    'By telephone, joined 2pm, left 2:20pm',
    'Sent apologies (by telephone, taken by Ellie Vaughan, Tuesday 24 November 2026, 10am): On another call',
    'By telephone, taken by Ellie Vaughan, Tuesday 24 November 2026, 10am: A dog that barks all night',
    'The referrer, Tuesday 24 November 2026, 2:20pm: What they wrote went to the chair.',
    'Reported by: Ellie Vaughan, Monday 7 December 2026, 10am',
    'Conclusion and threshold: As found on the visits.',
    'Checked and signed: Priya Shah, Monday 7 December 2026, 10am',
    'Recorded by: Asha Lindley, Monday 7 December 2026, 10am',
    'The conference was held on Monday 14 December 2026. It decided on a child protection plan.',
    'What came of action 1: Done',
    'T-4: After emergency action, which of the two figures in the Practice Standards holds? Here:',
  ]) {
    expect(text).toContain(words);
  }
});

it('whoever checks an enquiry finds all of its report under “Read what was said”', async () => {
  const said = await press(story, 'Read what was said', 'teamManager');
  const parts = [said.text];
  for (let part = said; parts.length < 9 && JSON.stringify(part.card).includes('Next part'); parts.push(part.text)) {
    part = await part.press('Next part');
  }
  expect(parts.join('\n')).toMatch(
    /Report on the enquiry: Z\.Q\.[^]*Conclusion and threshold: As found on the visits\./,
  );
  expect(parts.join('\n')).toContain('Result: Substantiated');
});

it('Word has the same words', async () => {
  const file = await fileOf(story.dataDir, 'full.docx', 'record', story.reference);
  expect(factsIn(secrets, readWord(file).text)).toEqual(everything);
});

it.skipIf(libreOffice === null)(
  'LibreOffice opens the Word file, shows every word of it in its order, and saves it without losing one',
  async () => {
    const file = await fileOf(story.dataDir, 'opened.docx', 'record', story.reference);
    const { text } = readWord(file);
    expect(readWord(savedAs(file, 'docx')).text).toBe(text);
    // As pages, with what stands at the head and foot of each between: the words follow each other.
    const shown = (await readPdf(savedAs(file, 'pdf'))).text;
    const headAndFoot = 60;
    let rest = wordsOf(shown);
    const lost = wordsOf(text).filter((word) => {
      const at = rest.slice(0, headAndFoot).indexOf(word);
      rest = rest.slice(at + 1);
      return at < 0;
    });
    expect(lost).toEqual([]);
  },
  120_000,
);

it('is a look at the discussion like any other, and never writes over a file', async () => {
  const { held } = JSON.parse(await typed(story.dataDir, 'export', story.reference, '--by', 'Records office')) as {
    held: { reads: { deed: string }[] };
  };
  expect(held.reads.filter(({ deed }) => deed === 'record').length).toBeGreaterThan(4);
  await expect(read('full')).rejects.toThrow(/--out: the file .*full.pdf cannot be written: there is one already/);
  expect(readdirSync(story.dataDir).filter((name) => name.includes('unfinished'))).toEqual([]);
});

it('is made at the terminal, by the name it has there', () => {
  const out = join(story.dataDir, 'typed.docx');
  const command = ['strategy', 'record', story.reference, '--by', 'Records office', '--out', out];
  const said = execFileSync(process.execPath, ['src/start/launch.cjs', ...command], {
    env: { ...process.env, DATA_DIR: story.dataDir },
    encoding: 'utf8',
  });
  expect(said).toBe(`Record of strategy discussion ${story.reference} is in ${out}.\n`);
  expect(readWord(readFileSync(out)).text).toContain('Zephyrine');
});
