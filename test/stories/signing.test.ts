/** The record is read and signed by the chair, and authorised by somebody else where the standard says so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { readPdf } from '../documents/files.ts';
import { agree } from './ending.ts';
import { fileOf } from './operator.ts';
import { standards, type Role, type StandardName } from './cast.ts';
import { inFull, openRecord, signRecord, authoriseRecord, added, fileRecord } from './signing.ts';
import { questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const held = async (standard: StandardName, dataDir?: string): Promise<void> => {
  story = await begin({ standard, at: '2026-11-24T10:00', ...(dataDir === undefined ? {} : { dataDir }) });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};

const noFurtherAction = {
  s47: 'no',
  outcomes: ['noFurtherAction'],
  details: { 'answer.safeguardingConcerns': 'no' },
} as const;

it('what the record lacks is named, with where to enter it, and nothing is signed until it is there (R-1)', async () => {
  await held('practice-standards-2025');
  await story.as('police').addsInformation('Nothing is known.');
  await story.chair.decides(noFurtherAction);
  const asked = await story.chair.news('The record is to be signed');
  expect(asked.text).toContain('It is to be signed by Wednesday 25 November 2026, 11:59pm.');
  const form = await asked.press('Read and sign the record');
  expect(form.text).toContain('Purpose\nTo decide whether an enquiry under section 47');
  expect(form.text).toContain('Reasons: Two unexplained injuries in a week.');
  expect(form.text).toContain('Information from\nDI Tom Reyes, Exampleshire Police');
  expect(form.text).toContain(
    'Risks behind the decision: nothing is entered. Write it below, or enter it under “Details of child and household”.',
  );
  expect(form.text).toContain('Plan: nothing is entered.');

  const refused = await form.press('Sign the record', { 'holds.risks': 'He is two.' });
  expect(refused.text).toContain('Fill in “Plan”.');
  expect(refused.text).not.toContain('Fill in “Risks');
  const signed = await refused.done('Sign the record', { 'holds.plan': 'None is needed.' });
  expect(signed.text).toContain('The record is signed.');
  expect(signed.text).toContain('Version 1 of the record, signed by Priya Shah, Tuesday 24 November 2026, 2pm.');
});

it('a copy says who signed it, when and with which key; before that, that it is a draft (R-5)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const record = async (name: string): Promise<string> =>
    (await readPdf(await fileOf(folder, `${name}.pdf`, 'record', story.reference))).text;
  await held('practice-standards-2025', folder);
  await story.chair.decides(noFurtherAction);
  expect(await record('draft')).toContain('Draft, not signed');
  await signRecord(story, 'teamManager', { 'holds.risks': 'He is two.' });
  await agree(story, 'teamManager', { step: 'Ask the nursery again', person: 'ellie-vaughan', due: '2026-11-27' });
  const signed = await record('signed');
  expect(signed).not.toContain('Draft');
  expect(signed).toContain('Version: 1');
  expect(signed).toContain('Signed by: Priya Shah, Tuesday 24 November 2026, 2pm: I have read this record.');
  expect(signed).toMatch(/Fingerprint of the key: [\w-]{43}/);
  expect(signed).toContain('Risks behind the decision: He is two.');
  expect(signed, 'what came later was not signed').not.toContain('Ask the nursery again');
});

it('what was entered elsewhere is not asked again (R-1)', async () => {
  await held('practice-standards-2025');
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
  const form = await openRecord(story, 'teamManager');
  expect(form.text).not.toContain('nothing is entered');
  expect(questionsOn(form.card)).toEqual([]);
  expect((await form.done('Sign the record')).text).toContain('The record is signed.');
});

it('only the chair signs it (R-5, R-9)', async () => {
  await held('liverpool');
  await story.chair.decides();
  await expect(openRecord(story, 'police')).rejects.toThrow('has no button “Read and sign the record”');
  await expect(openRecord(story, 'socialWorker')).rejects.toThrow('has no button “Read and sign the record”');
  expect((await signRecord(story, 'teamLeader')).text).toContain('signed by Leon Baptiste');
  await expect(openRecord(story, 'teamLeader')).rejects.toThrow('has no button “Read and sign the record”');
});

it.each(['working-together-2023', 'darlington', 'liverpool', 'sandwell', 'practice-standards-2025'] as const)(
  'under %s the chair is asked to sign it, and it is not closed before (R-9, R-10)',
  async (standard) => {
    await held(standard);
    await story.chair.decides(
      standard === 'practice-standards-2025' ? { details: { 'answer.urgentEnquiry': 'no' } } : {},
    );
    const { manager } = standards[standard];
    expect((await story.chair.news('The record is to be signed')).text).toContain('Read the record of the discussion');
    const closing = { saying: [`Strategy discussion ${story.reference}`] };
    expect((await story.chair.press('Close', closing)).text).toContain('The record: ');
    await signRecord(story, manager);
    if (standard === 'sandwell') {
      expect((await story.chair.press('Close', closing)).text).toContain('The record: ');
      await authoriseRecord(story, 'otherUnitManager');
    }
    expect((await story.chair.press('Close', closing)).text).not.toContain('The record: ');
  },
);

describe('where another authorises it (R-6)', () => {
  const decided = async (): Promise<void> => {
    await held('sandwell');
    await story.chair.decides();
  };

  it('it is on the standard form, somebody else of that rank is asked, and never whoever signs', async () => {
    await decided();
    const form = await openRecord(story, 'unitManager');
    const who = questionsOn(form.card).find(({ id }) => id === 'authoriser');
    expect(who?.choices.map(({ value }) => value)).toEqual(['gwen-harlow']);
    const refused = await form.press('Sign the record', { ...inFull(form), 'signOff.standardForm': 'no' });
    expect(refused.text).toContain('“Is it on the standard form?” must be yes.');
    expect((await refused.press('Sign the record', { authoriser: '' })).text).toContain('must be yes.');
    const unasked = await refused.press('Sign the record', { 'signOff.standardForm': 'yes', authoriser: '' });
    expect(unasked.text).toContain('Choose who authorises the record');
    const signed = await unasked.done('Sign the record', { authoriser: 'gwen-harlow' });
    expect(signed.text).toContain('The record is signed, and Gwen Harlow is asked to authorise it.');
    const done = await authoriseRecord(story, 'otherUnitManager');
    expect(done.text).toContain('authorised by Gwen Harlow, Tuesday 24 November 2026, 2pm.');
  });

  it('or sends it back with a reason, and it is signed again as another version', async () => {
    await decided();
    await signRecord(story, 'unitManager');
    const asked = await story.as('otherUnitManager').news('You are asked to authorise a record');
    const form = await asked.press('Read and authorise the record');
    expect((await form.press('Send', { as: 'back' })).text).toContain('Give the reason.');
    await form.done('Send', { as: 'back', reason: 'The plan has no dates.' });
    const back = await story.chair.news('The record has been sent back');
    expect(back.text).toContain('The reason: The plan has no dates.');
    const again = await back.press('Read and sign the record');
    expect(again.text).toContain('Gwen Harlow sent the record back');
    await again.done('Sign the record', inFull(again));
    expect((await authoriseRecord(story, 'otherUnitManager')).text).toContain('Version 2 of the record');
  });

  it('whoever is asked is reminded before it is due, and not the chair', async () => {
    await decided();
    await signRecord(story, 'unitManager');
    await story.passUntil('2026-11-25T12:00');
    const headed = async (role: Role, heading: string): Promise<number> =>
      (await story.letters(role)).filter((letter) => letter.heading === heading).length;
    expect(await headed('otherUnitManager', 'You are asked to authorise a record')).toBe(2);
    expect(await headed('unitManager', 'The record is due')).toBe(0);
    await story.passUntil('2026-11-26T12:00');
    expect((await story.letter('unitManager', 'Not yet reported as done')).text).toContain('The record');
  });
});

it('minutes of a complex meeting are signed within five working days, whoever is to authorise them leaving meanwhile (R-6, R-8)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({
    concern: { concern: 'A teaching assistant is said to have hit him', complexReasons: ['positionOfTrust'] },
    particulars: {
      'asked.complexBooking.ladoReferralForm': 'yes',
      'asked.complexBooking.ladoDiscussion': 'yes',
      'asked.complexBooking.ladoDiscussedAt': '2026-11-24',
      'asked.complexBooking.ladoDiscussedWith': 'David Pryce',
    },
    others: ['lado'],
    meetsAt: '2026-11-24T14:00',
  });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive('safeguardingChair', 'unitManager', 'socialWorker', 'police', 'health', 'school', 'lado');
  const chair = story.as('safeguardingChair');
  await chair.decides();
  const asked = await chair.news('The record is to be signed');
  expect(asked.text).toContain('It is to be signed by Tuesday 1 December 2026, 11:59pm.');
  await signRecord(story, 'safeguardingChair', { authoriser: 'gwen-harlow' });
  await story.leaves('otherUnitManager');
  await story.passUntil('2026-11-25T09:00');
  await authoriseRecord(story, 'unitManager');
  await story.passUntil('2026-12-02T12:00');
  const letters = (await story.letters('safeguardingChair')).map(({ heading }) => heading);
  expect(letters).not.toContain('The signed minutes are due');
  expect((await story.letter('unitManager', 'Not yet reported as done')).text).not.toContain('The signed minutes');
});

describe('once it is signed (R-3, R-9)', () => {
  const signed = async (): Promise<void> => {
    await held('practice-standards-2025');
    await story.chair.decides(noFurtherAction);
    await signRecord(story, 'teamManager');
  };
  const about = () => ({ saying: [`Strategy discussion ${story.reference}`] });

  it('what people entered of it changes no more, though a form was open', async () => {
    await held('practice-standards-2025');
    await story.chair.decides(noFurtherAction);
    const form = await (
      await story.as('socialWorker').press('Details of child and household', about())
    ).press('Continue', {
      of: 'A',
    });
    await signRecord(story, 'teamManager');
    const refused = await form.press('Save', { gp: 'Dr Osei' });
    expect(refused.text).toContain(
      'The record is signed, so nothing in it is changed. Priya Shah can open it again, under “Put the record right”.',
    );
    for (const title of ['Details of child and household', 'Go through the agenda', 'Put the record right']) {
      await expect(story.as('socialWorker').press(title, about())).rejects.toThrow('has no button');
    }
    await story.as('socialWorker').recordsEmergencyAction('Taken to an aunt');
  });

  it('the chair opens it again with a reason; it is signed again, and those who had it are told', async () => {
    await signed();
    const form = await story.chair.press('Put the record right', about());
    const open = await form.done('Open it again', { reason: 'Her GP is another.' });
    expect(open.text).toContain(
      'Priya Shah opened the record again, Tuesday 24 November 2026, 2pm: Her GP is another.',
    );
    await expect(story.as('police').news('version 2 of the record')).rejects.toThrow('no message');
    const details = await story.as('socialWorker').press('Details of child and household', about());
    await (await details.press('Continue', { of: 'A' })).done('Save', { gp: 'Dr Osei' });
    const asked = await story.chair.news('The record was put right after it was signed');
    const again = await asked.press('Read and sign the record');
    expect(again.text).toContain('Child A: GP: Dr Osei (Ellie Vaughan, Tuesday 24 November 2026, 2pm)');
    expect(again.text).toContain(
      'Opened again after it was signed\nPriya Shah, Tuesday 24 November 2026, 2pm: Her GP is',
    );
    expect((await again.done('Sign the record')).text).toContain('Version 2 of the record, signed by Priya Shah');
    const told = await story.as('police').news('This is version 2 of the record');
    expect(told.text).toContain('It was put right by Priya Shah: Her GP is another.');
  });

  it('a correction of the decision has it signed again (R-1)', async () => {
    await signed();
    const form = await (await story.chair.press('Correct the decision', about())).press('Correct child A');
    const last = await (await form.press('Continue', { reasons: 'The marks are explained.' })).press('Continue');
    await last.done('Record the correction', { reason: 'Misread' });
    await story.chair.news('The record was put right after it was signed');
    const again = await signRecord(story, 'teamManager');
    expect(again.text).toContain('Version 2 of the record');
  });
});

it('is not signed as somebody has not read it: what was entered meanwhile is shown first', async () => {
  await held('practice-standards-2025');
  await story.chair.decides(noFurtherAction);
  const form = await openRecord(story, 'teamManager');
  await story.as('socialWorker').recordsEmergencyAction('Taken to an aunt');
  const refused = await form.press('Sign the record', inFull(form));
  expect(refused.text).toContain('Something in the record has changed since you opened it.');
  expect((await refused.done('Sign the record', { 'holds.risks': added })).text).toContain('The record is signed.');
});

it('the chair is reminded before the limit, with the form; nobody just says that it is done (R-3)', async () => {
  await held('practice-standards-2025');
  await story.chair.decides(noFurtherAction);
  await story.passUntil('2026-11-25T12:00');
  const due = await story.chair.news('The record is due');
  expect(due.text).not.toContain('It is done');
  const form = await due.press('Read and sign the record');
  await form.done('Sign the record', inFull(form));
  await fileRecord(story, 'teamManager');
  await story.passUntil('2026-11-27T12:00');
  await expect(story.letter('teamManager', 'Not yet reported as done')).rejects.toThrow('has no letter');
  await expect(story.letter('serviceManager', 'The record of')).rejects.toThrow('has no letter');
});

describe('past the limit of the record the service manager is told, once, with whom it is (R-3, R-8)', () => {
  it('not signed', async () => {
    await held('practice-standards-2025');
    await story.chair.decides(noFurtherAction);
    await story.passUntil('2026-11-26T08:59');
    await expect(story.letter('serviceManager', 'The record of')).rejects.toThrow('has no letter');
    await story.passUntil('2026-11-27T12:00');
    const { text } = await story.letter('serviceManager', `The record of ${story.reference} is not finished in time`);
    expect(text).toContain('It was due by Wednesday 25 November 2026, 11:59pm.');
    expect(text).toContain('It waits for Priya Shah to sign it.');
    expect(text).not.toMatch(/Sample|J\.S\.|injuries/);
    const told = (await story.letters('serviceManager')).filter(({ heading }) => heading.startsWith('The record of'));
    expect(told).toHaveLength(1);
  });

  it('signed, and not put into the child’s file: the chair was reminded of that', async () => {
    await held('practice-standards-2025');
    await story.chair.decides(noFurtherAction);
    await signRecord(story, 'teamManager', { 'holds.risks': 'He is two.', 'holds.plan': 'None is needed.' });
    await story.passUntil('2026-11-25T12:00');
    const due = await story.chair.news('The record is to be filed');
    expect(due.text).toContain('Due by Wednesday 25 November 2026, 11:59pm.');
    expect(due.text).not.toContain('It is done');
    await story.passUntil('2026-11-26T10:00');
    expect((await story.letter('serviceManager', 'The record of')).text).toContain(
      'It is signed. It waits for Priya Shah to put it into the child’s file, and to record that under “File the record”.',
    );
    await (await due.press('File the record')).done('Record it', { step: 'filed', where: '' });
  });

  it('signed late, the chair is reminded to file it an hour later', async () => {
    await held('practice-standards-2025');
    await story.chair.decides(noFurtherAction);
    await story.passUntil('2026-11-26T10:00');
    await signRecord(story, 'teamManager', { 'holds.risks': 'He is two.', 'holds.plan': 'None is needed.' });
    await story.passUntil('2026-11-26T11:05');
    expect((await story.chair.news('The record is to be filed')).text).toContain('11:59pm');
  });

  it('signed, and not authorised (R-6, R-8)', async () => {
    await held('sandwell');
    await story.chair.decides();
    await signRecord(story, 'unitManager', { authoriser: 'gwen-harlow' });
    await story.passUntil('2026-12-08T10:00');
    expect((await story.letter('serviceManager', 'The record of')).text).toContain(
      'It is signed. It waits for Gwen Harlow to authorise it.',
    );
  });
});
