/** The actions of the plan, from the meeting in which they are agreed to the day on which the last of them is done. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from './cast.ts';
import type { Shown } from './hand.ts';
import type { Answers } from './screen.ts';
import { fileRecord, signRecord } from './signing.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

/** A Tuesday, in the meeting: everybody is there but the referrer and the school. */
const inTheMeeting = async (standard: 'practice-standards-2025' | 'sandwell' = 'practice-standards-2025') => {
  story = await begin({ standard, at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00', others: ['school'] });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};

const listFor = (role: Role): Promise<Shown> =>
  story.as(role).press('Actions', { saying: [`Strategy discussion ${story.reference}`] });

const form = async (by: Role = 'teamManager'): Promise<Shown> => (await listFor(by)).press('Add an action');

const agreed = async (answers: Answers, by: Role = 'teamManager'): Promise<Shown> =>
  (await form(by)).done('Add this action', { due: '2026-11-25', ...answers });

const opened = async (role: Role, number = 1): Promise<Shown> => (await listFor(role)).press(`Open action ${number}`);

const listed = async (): Promise<string> => (await story.chair.asks('/strategy list')).text;

const forTheReferrer = { step: 'Ask what Jo Sample said at nursery', person: 'Carol Tench, Little Acorns Nursery' };

it('what is agreed is heard of, reminded of, blocked, handed on, overdue and done (R-7, AC-1)', async () => {
  await inTheMeeting();
  const list = await agreed({ ...forTheReferrer, outcome: 'Her own words are known' });
  expect(list.text).toContain('1 to do, 0 done.\nAction 1: Ask what Jo Sample said at nursery');

  // She is absent and reads e-mail at an address that is not secure: what it is stays unsaid.
  const letter = await story.letter('referrer', 'An action for you');
  expect(letter).toMatchObject({ by: 'e-mail' });
  expect(letter.text).toContain('Due by the end of Wednesday 25 November 2026.');
  expect(letter.text).toContain('Telephone to hear it.');
  expect(letter.text).toMatch(/telephone Priya Shah on 01632/);
  expect(letter.text).not.toMatch(/nursery said|Jo Sample|J\.S\.|words/);

  await story.chair.decides();
  await story.passUntil('2026-11-25T08:59');
  expect((await story.letters('referrer')).map(({ heading }) => heading).join()).not.toContain('due soon');
  await story.passUntil('2026-11-25T09:01');
  expect(await story.letter('referrer', 'Your action is due soon')).toMatchObject({ by: 'e-mail' });

  // By the link in it she says what stands in the way, and whoever convened hears that.
  const note = 'The key worker is away until Thursday';
  const said = await story.as('referrer').answersMail('Your action is due soon', { answer: 'blocked', note });
  expect(said).toContain('It is recorded as blocked');
  expect((await story.chair.news('An action is blocked')).text).toContain(note);

  // The chair hands it on; the police hear of it, and her links lead nowhere any more.
  const hand = await (await opened('teamManager')).press('Hand it on');
  const handed = await hand.done('Hand it on', { to: 'DI Tom Reyes, Exampleshire Police', reason: 'She is on leave' });
  expect(handed.text).toContain('DI Tom Reyes has it from now on');
  await expect(story.as('referrer').answersMail('Your action is due soon', { answer: 'done' })).rejects.toThrow(
    'This link no longer works',
  );
  const theirs = await story.as('police').news('An action for you');
  expect(theirs.text).toContain('Action 1: Ask what Jo Sample said at nursery');
  expect(theirs.text).toContain('Why it was changed: She is on leave');

  await story.as('socialWorker').recordsEnquiry({
    seenDate: '2026-11-25',
    seenTime: '09:00',
    'Was the child seen alone?': 'Yes',
    'Does a parent know and agree?': 'Yes',
  });
  await story.passUntil('2026-11-26T09:30');
  const digest = await story.chair.news('Not yet reported as done');
  expect(digest.text).toContain(
    'Action 1 (Ask what Jo Sample said at nursery): due by Wednesday 25 November 2026, blocked. With DI Tom Reyes.',
  );
  await signRecord(story, 'teamManager');
  await fileRecord(story, 'teamManager');
  expect(await listed()).toContain('Decided. Next: an action of the plan\nOverdue since Wednesday 25 November 2026');

  const done = await theirs.done('It is done');
  expect(done.text).toContain('It is recorded as done. Nothing more is needed.');
  expect(await listed()).not.toContain('an action of the plan');
  expect((await listFor('health')).text).toContain('0 to do, 1 done.');
  // Whatever becomes of it, nothing of it is said in the channel.
  const inChannel = (await story.as('stranger').sees()).map(({ text }) => text).join('\n');
  expect(inChannel).not.toMatch(/nursery said|Jo Sample|key worker|on leave/);
}, 120_000);

it('of what falls due on one day the convenor has one list, and none once all of it is done', async () => {
  await inTheMeeting();
  await agreed({ step: 'Send the chronology', person: 'DI Tom Reyes, Exampleshire Police' });
  await agreed({ step: 'Weigh and measure her', person: 'Grace Mensah, Exampleshire Community NHS Trust' });
  await story.passUntil('2026-11-26T09:30');
  const lists = (await story.letters('teamManager')).filter(({ heading }) => heading.includes('Not yet reported'));
  expect(lists).toHaveLength(1);
  expect(lists[0]?.text).toMatch(/Action 1 [^]*Action 2 /);

  await agreed({ step: 'Ring the school', person: 'Ellie Vaughan, Exampleshire County Council', due: '2026-11-26' });
  for (const [role, number] of [
    ['police', 1],
    ['health', 2],
    ['socialWorker', 3],
  ] as const) {
    await (await opened(role, number)).done('It is done', { note: 'As agreed' });
  }
  await story.passUntil('2026-11-27T10:00');
  const later = (await story.letters('teamManager')).filter(({ heading }) => heading.includes('Not yet reported'));
  expect(later).toHaveLength(1);
}, 120_000);

it('somebody outside is told by name and agency, does it by the link, and has no other part in the discussion', async () => {
  await inTheMeeting();
  const victor = { name: 'Victor Lane', agency: 'Northmoor Borough Council', email: 'victor.lane@northmoor.gov.uk' };
  await agreed({ step: 'Find them a place', ...victor });
  expect((await story.letter('stranger', 'An action for you')).text).toContain('Action 1: Find them a place');
  const page = await story.as('stranger').answersMail('An action for you', { answer: 'done', note: 'From tonight' });
  expect(page).toContain('It is recorded as done');
  expect((await opened('socialWorker')).text).toContain('Done, Tuesday 24 November 2026, 2pm: From tonight');
  // Without an address there is nobody to write to: the chair telephones.
  await agreed({ step: 'Look after the dog', name: 'Olu Adeyemi', agency: 'Northmoor Kennels' });
  expect((await story.chair.news('Please telephone')).text).toContain('Tell them that action 2 of the plan is theirs');
  // Whom the directory knows under that name and agency is that person, and answers in Teams.
  await agreed({ step: 'Check the records', name: 'Nadia Hussain', agency: 'Exampleshire County Council' });
  const theirs = await story.as('adultServices').news('An action for you');
  const full = await theirs.press('It is blocked, or for somebody else');
  expect(full.text).toContain('Check the records');
  const nothing = await full.press('It is blocked');
  expect(nothing.text).toContain('Say what stands in the way');
  expect((await nothing.done('It is blocked', { note: 'The files are at County Hall' })).text).toContain(
    'What stands in the way: The files are at County Hall',
  );
  await story.as('adultServices').say('chat', `/strategy show ${story.reference}`);
  await expect(story.as('adultServices').news('that you can open')).resolves.toBeDefined();
}, 60_000);

it('whoever leads changes the date, with a reason, and the owner is told and reminded by the new one', async () => {
  await inTheMeeting();
  await agreed({ step: 'Send the chronology', person: 'DI Tom Reyes, Exampleshire Police' });
  const newDate = await (await opened('teamManager')).press('Change the date');
  expect((await newDate.press('Set the new date', { due: '2026-11-23', reason: 'Half term' })).text).toContain(
    'cannot be due in the past',
  );
  await newDate.done('Set the new date', { due: '2026-11-30', reason: 'Half term' });
  expect((await story.as('police').news('An action for you')).text).toContain('Monday 30 November 2026');
  await story.passUntil('2026-11-26T10:00');
  expect((await story.letters('police')).map(({ heading }) => heading)).not.toContain('Your action is due soon');
  await story.passUntil('2026-11-27T09:01');
  expect((await story.as('police').news('Your action is due soon')).text).toContain('Why it was changed: Half term');
}, 60_000);

it('whoever has it hands it on from the message about it, and hears there that it is with somebody else', async () => {
  await inTheMeeting();
  await agreed({ step: 'Ring the school', person: 'DI Tom Reyes, Exampleshire Police' });
  const full = await (await story.as('police').news('An action for you')).press('It is blocked, or for somebody else');
  // What was written already is the reason.
  const hand = await full.press('Hand it on', { note: 'I am in court' });
  const handed = await hand.done('Hand it on', { to: 'Ellie Vaughan, Exampleshire County Council' });
  expect(handed.text).toContain('This action is with somebody else now');
  expect((await story.as('socialWorker').news('An action for you')).text).toContain('I am in court');
  expect((await opened('police')).text).toContain('Before: DI Tom Reyes');
  await (await story.as('socialWorker').news('An action for you')).done('It is done');
}, 60_000);

describe('an action is not agreed', () => {
  it.each<[string, Answers, string]>([
    ['for yesterday', { due: '2026-11-23' }, 'An action cannot be due in the past. Choose today or a later day.'],
    ['on a day that is none', { due: '2026-02-30' }, 'By when: enter a real date.'],
    ['for nobody', { person: '' }, 'Choose who does it, or enter their name.'],
    ['for somebody without an agency', { person: '', name: 'Olu Adeyemi' }, 'Enter their agency.'],
    ['for two people', { name: 'Olu Adeyemi', agency: 'Housing' }, 'not both'],
    ['for somebody nobody knows', { person: 'nobody' }, 'Nobody here knows who is to do it.'],
    ['without a step (R-2)', { step: '' }, 'Say what is to be done.'],
    ['without a date (R-2)', { due: '' }, 'Say by when.'],
  ])('%s', async (_why, wrong, words) => {
    await inTheMeeting();
    const right = { step: 'Send the chronology', person: 'tom-reyes', due: '2026-11-25' };
    const refused = await (await form()).forged('Add this action', { ...right, ...(wrong as Record<string, string>) });
    expect(refused.text).toContain(words);
    expect((await listFor('teamManager')).text).toContain('None has been agreed yet.');
  });

  it('without how it is reviewed, under a standard that asks that, and everybody then has it in the record (R-7)', async () => {
    await inTheMeeting('sandwell');
    const right = { step: 'Send the chronology', person: 'DI Tom Reyes, Exampleshire Police', due: '2026-11-25' };
    const asked = await form('unitManager');
    const refused = await asked.press('Add this action', right);
    expect(refused.text).toContain('R-7: ');
    await refused.done('Add this action', { 'How it is reviewed': 'At the next supervision' });
    await story.chair.decides();
    const { text } = await story.letter('health', 'What was decided');
    expect(text).toContain('Action 1: Send the chronology DI Tom Reyes, Exampleshire Police, by the end of');
    expect(text).toContain('At the next supervision');
  });
});
