/** A child is found here and lives elsewhere: who is responsible, from the first question to the other council’s word in writing (H-3). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readPdf } from '../documents/files.ts';
import type { Role, StandardName } from './cast.ts';
import { enterRoles } from './directory.ts';
import type { Shown } from './hand.ts';
import { begin, type Story } from './story.ts';

let story: Story;
let folder: string;
afterEach(async () => {
  await story.end();
  rmSync(folder, { recursive: true });
});

/** A Tuesday. */
const foundHere = async (standard: StandardName = 'practice-standards-2025'): Promise<void> => {
  folder = mkdtempSync(join(tmpdir(), 'home-authority-'));
  story = await begin({ standard, at: '2026-11-24T10:00', dataDir: folder });
  await story.convene({
    concern: { concern: 'Marks', circumstances: ['hostNotHome'] },
    meetsAt: '2026-11-24T14:00',
    ...(standard === 'liverpool' ? { others: ['socialWorker'] as const } : {}),
  });
};

const decided = async (): Promise<void> => {
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
};

const form = (by: Role = 'teamManager'): Promise<Shown> =>
  story.as(by).press('Home authority', { saying: [`Strategy discussion ${story.reference}`] });

const victor = { name: 'Victor Lane', agency: 'Northmoor Borough Council', email: 'victor.lane@northmoor.gov.uk' };
const asked = async (by: Role = 'teamManager', of: Readonly<Record<string, string>> = victor): Promise<Shown> =>
  (await form(by)).done('Ask them to accept in writing', { ...of, note: 'Jo Sample came to an aunt on Friday' });

const agenda = async (): Promise<string> => (await story.chair.agenda()).text;
const stays = 'Responsible: Exampleshire County Council, until the home authority accepts in writing';
const closing = async (): Promise<string> =>
  (await story.chair.press('Close', { saying: [`Strategy discussion ${story.reference}`] })).text;

/** In full, or the edition that is named. */
const record = async (...edition: readonly string[]): Promise<string> => {
  const out = join(folder, `record${edition.join('')}.pdf`);
  execFileSync(
    process.execPath,
    ['src/start/launch.cjs', 'strategy', 'record', story.reference, '--by', 'Records office', '--out', out, ...edition],
    { env: { ...process.env, DATA_DIR: folder }, encoding: 'utf8', stdio: 'pipe' },
  );
  return (await readPdf(readFileSync(out))).text;
};

it.each([
  ['practice-standards-2025', 'teamManager'],
  ['liverpool', 'teamLeader'],
] as const)(
  'under %s the council stays responsible until the home authority accepts in writing (H-3)',
  async (standard, by) => {
    await foundHere(standard);
    await asked(by);
    expect(await agenda()).toContain(`${stays}. Victor Lane, Northmoor Borough Council, was asked on`);
    const words = 'We take responsibility from today';
    await story.as('stranger').answersMail('You are asked to take on', { answer: 'accepts', words });
    expect(await agenda()).toContain('Responsible: Northmoor Borough Council, which accepted it in writing on Tuesday');
    expect((await story.chair.news('The home authority has answered')).text).toContain(words);
  },
);

describe('under Practice Standards', () => {
  it('it is asked, chased, answered by a link, and said on the card, in letters, before closing and in the record', async () => {
    await foundHere();
    expect(await agenda()).toContain(`${stays}. It has not been asked.`);
    await decided();
    expect((await asked('socialWorker')).text).toContain(
      'Victor Lane is asked. Responsibility stays with Exampleshire County Council until they accept in writing.',
    );
    expect(await agenda()).toContain(
      `${stays}. Victor Lane, Northmoor Borough Council, was asked on Tuesday 24 November 2026 and has not answered.`,
    );
    await story.chair.say('chat', `/strategy show ${story.reference}`);
    expect((await story.chair.news(stays)).text).toContain('has not answered.');

    // They read at a secure address for whom it is, and what goes with it.
    const letter = await story.letter('stranger', 'You are asked to take on responsibility');
    expect(letter).toMatchObject({ by: 'e-mail' });
    expect(letter.text).toContain('Child: Jo Sample, born');
    expect(letter.text).toContain('Jo Sample came to an aunt on Friday');

    const remains = await closing();
    expect(remains).toContain('The answer of the home authority: Victor Lane, as soon as possible.');
    expect(remains).toContain('The section 47 enquiry: Ellie Vaughan');

    // Nobody answers: they are reminded, and then the chair is.
    await story.passUntil('2026-11-25T09:05');
    expect((await story.letter('stranger', 'We have no answer from you yet')).text).toContain('Child: Jo Sample');
    await story.passUntil('2026-11-26T09:05');
    expect((await story.chair.news('The home authority has not answered in writing')).text).toContain(
      'Victor Lane, Northmoor Borough Council, was asked on Tuesday 24 November 2026.',
    );

    const nothing = story.as('stranger').answersMail('We have no answer', { answer: 'accepts', words: '' });
    await expect(nothing).rejects.toThrow('Write the answer in your own words.');
    const words = 'Northmoor takes responsibility for Jo from today. Ann Cole carries the case.';
    const page = await story.as('stranger').answersMail('We have no answer', { answer: 'accepts', words });
    expect(page).toContain('It is recorded that your authority accepts responsibility');
    await expect(story.as('stranger').answersMail('We have no answer', { answer: 'refuses', words })).rejects.toThrow(
      'This link no longer works',
    );
    expect((await story.letter('stranger', 'Your acceptance is recorded')).text).toContain(words);

    // Those who lead and the social worker read it in their words; the card says whose it is, and no longer what is due.
    expect((await story.chair.news('The home authority has answered')).text).toContain(words);
    expect((await story.as('socialWorker').news('The home authority has answered')).text).toContain(words);
    expect(await agenda()).toContain(
      'Responsible: Northmoor Borough Council, which accepted it in writing on Thursday 26 November 2026.',
    );
    const after = await closing();
    expect(after).toContain('The record: Priya Shah');
    expect(after).not.toMatch(/enquiry|conference|home authority/);

    const file = await record();
    expect(file).toContain('Who is responsible');
    expect(file).toContain('Victor Lane, Northmoor Borough Council, in writing, Thursday 26 November 2026, 9:05am');
    expect(file).toContain(words);
    expect(file).toContain('Asked: Victor Lane, Northmoor Borough Council, Tuesday 24 November 2026, 2pm, by Ellie');
    expect(file).toContain('Jo Sample came to an aunt on Friday');
    // Of all this the channel has nothing.
    const inChannel = (await story.as('stranger').sees()).map(({ text }) => text).join('\n');
    expect(inChannel).not.toMatch(/Northmoor|Responsible|Jo Sample/);
  }, 120_000);

  it('word of mouth is refused with the rule; a letter is entered with who and when (H-3)', async () => {
    await foundHere();
    await decided();
    await asked();
    const entering = await (await form()).press('Record the answer of Victor Lane');
    const said = { from: 'Ann Cole', on: '2026-11-24', words: 'We will have her', answer: 'accepts' };
    const refused = await entering.press('Record it', { ...said, how: 'telephone' });
    expect(refused.text).toContain('“Has the home authority accepted responsibility in writing?” must be yes.');
    expect(await agenda()).toContain('has not answered');
    const late = await entering.press('Record it', { ...said, on: '2026-11-25', how: 'letter' });
    expect(late.text).toContain('The answer cannot have come in the future.');
    await entering.done('Record it', { ...said, how: 'letter' });
    expect(await agenda()).toContain('Responsible: Northmoor Borough Council, which accepted it in writing on Tuesday');
    const copy = await story.letter('stranger', 'Your acceptance is recorded');
    expect(copy.text).toContain(
      'It came from Ann Cole, Northmoor Borough Council, by letter, Tuesday 24 November 2026. Entered by Priya Shah',
    );
    const read = await story.as('health').press('Read what was said', { saying: [story.reference] });
    expect(read.text).toContain('by letter, Tuesday 24 November 2026. Entered by Priya Shah');
  }, 60_000);

  it('refused, it stays here and another is asked, on a card where they have Teams', async () => {
    await foundHere();
    await asked();
    const why = { answer: 'refuses', words: 'The family left Northmoor in May' };
    await story.as('stranger').answersMail('You are asked to take on', why);
    expect(await agenda()).toContain('Northmoor Borough Council refused on Tuesday 24 November 2026.');
    expect((await story.chair.news('The home authority has answered')).text).toContain('The family left Northmoor');

    const own = await (
      await form()
    ).press('Ask them to accept in writing', {
      ...{ name: 'Nadia Hussain', agency: 'Exampleshire County Council' },
    });
    expect(own.text).toContain('Nadia Hussain is of this council. Choose somebody of the home authority.');
    const school = await (
      await form()
    ).press('Ask them to accept in writing', {
      ...{ name: 'Ruth Ellison', agency: 'Meadow Lane Primary School' },
    });
    expect(school.text).toContain('Ruth Ellison, Meadow Lane Primary School, is not of a council.');
    await enterRoles(folder, 'school', ['homeAuthority'], 'Seaport City Council');
    await asked('teamManager', { name: 'Ruth Ellison', agency: 'Seaport City Council' });
    await expect(story.as('stranger').answersMail('You are asked to take on', why)).rejects.toThrow('no longer works');
    const card = await story.as('school').news('You are asked to take on responsibility');
    const answer = await card.press('Answer in writing');
    const empty = await answer.forged('Send our answer', { answer: 'accepts', words: '' });
    expect(empty.text).toContain('Write the answer in your own words.');
    const done = await answer.done('Send our answer', { answer: 'accepts', words: 'We take it on' });
    expect(done.text).toContain('Your answer is recorded, and Exampleshire County Council is told.');
    expect(await agenda()).toContain('Responsible: Seaport City Council, which accepted it in writing');
    expect((await form()).text).toContain('The home authority has accepted responsibility in writing.');
  }, 60_000);

  it('of two children each is asked about by itself, and the file of one has nothing of the other', async () => {
    folder = mkdtempSync(join(tmpdir(), 'home-authority-'));
    story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00', dataDir: folder });
    await story.convene({
      children: [
        { name: 'Zephyrine Quill', initials: 'Z.Q.', birthDate: '2019-04-07' },
        { name: 'Barnaby Quill', initials: 'B.Q.', birthDate: '2021-01-06' },
      ],
      concern: { concern: 'Marks', circumstances: ['hostNotHome'] },
      meetsAt: '2026-11-24T14:00',
    });
    await (await form()).done('Ask them to accept in writing', { ...victor, children: ['B'] });
    expect((await story.letter('stranger', 'You are asked to take on')).text).not.toContain('Zephyrine');
    const words = 'Northmoor takes Barnaby from today';
    await story.as('stranger').answersMail('You are asked to take on', { answer: 'accepts', words });
    expect(await agenda()).toContain('Responsible: Child A: Exampleshire County Council, until');
    expect(await agenda()).toContain('Responsible: Child B: Northmoor Borough Council, which accepted it');

    await story.passUntil('2026-11-24T14:00');
    await story.arrive();
    const urgent = { 'answer.urgentEnquiry': 'no' };
    await story.chair.decides({ children: [{ details: urgent }, { details: urgent }] });
    const conference = await story.chair.press('Conference', { saying: [`Strategy discussion ${story.reference}`] });
    expect(JSON.stringify(conference.card)).toContain('Z.Q.');
    expect(JSON.stringify(conference.card)).not.toContain('B.Q.');
    expect(await record('--child', 'B')).toContain(words);
    const ofFirst = await record('--child', 'A');
    expect(ofFirst).toContain('Child A: Exampleshire County Council, until the home authority accepts in writing');
    expect(ofFirst).not.toMatch(/Barnaby|Northmoor/);
  }, 120_000);

  it('at an address that is not secure the child is not named, nor on the page', async () => {
    await foundHere();
    await enterRoles(folder, 'referrer', ['homeAuthority'], 'Seaport City Council');
    await asked('teamManager', { name: 'Carol Tench', agency: 'Seaport City Council' });
    const letter = await story.letter('referrer', 'You are asked to take on responsibility');
    expect(letter.text).toContain('we have not named the child');
    expect(letter.text).not.toMatch(/Jo Sample|J\.S\.|aunt|Marks/);
  });
});

describe('under Liverpool', () => {
  it('the home authority accepts in so many words first; until that is in writing the council is responsible', async () => {
    await foundHere('liverpool');
    expect(await agenda()).toContain(`${stays}. It has not been asked.`);
    await asked('teamLeader');
    const entering = await (await form('teamLeader')).press('Record the answer of Victor Lane');
    const said = { from: 'Ann Cole', on: '2026-11-24', words: 'We will have her', answer: 'accepts' };
    await entering.done('Record it', { ...said, how: 'telephone' });
    expect(await agenda()).toContain(
      `${stays}. Northmoor Borough Council has accepted by telephone. Its word in writing is still to come.`,
    );
    const taken = await story.letter('stranger', 'Your answer is recorded');
    expect(taken.text).toContain('This is not in writing yet. Please confirm it in writing.');
    await story.passUntil('2026-11-25T09:05');
    expect((await story.letter('stranger', 'We have no answer from you yet')).text).toContain(
      'We have heard that you accept. Please confirm it in writing.',
    );
    const words = 'We confirm that Northmoor is responsible';
    await story.as('stranger').answersMail('Your answer is recorded', { answer: 'accepts', words });
    expect(await agenda()).toContain('Responsible: Northmoor Borough Council, which accepted it in writing');
  }, 60_000);
});

it('a standard without the rule asks nothing of it', async () => {
  await foundHere('sandwell');
  expect(await agenda()).not.toContain('Responsible');
  await expect(form('unitManager')).rejects.toThrow('no button “Home authority”');
});
