/** Once it is decided: who does what by when, and who disagrees; and what is recorded where no enquiry starts. */
import { afterEach, expect, it } from 'vitest';
import type { Deciding } from './deciding.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const met = async (): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00', others: ['school'] });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};

it('actions are agreed with one press from what was recorded, and the last look lists those agreed before', async () => {
  await met();
  const list = await story.as('socialWorker').press('Actions');
  await (
    await list.press('Add an action')
  ).done('Add this action', { step: 'Ask the GP for the records', person: 'ellie-vaughan', due: '2026-11-26' });
  const check = await story.chair.fillsDecision({ details: { 'answer.urgentEnquiry': 'no' } });
  expect(check.text).toContain('Action 1: Ask the GP for the records Ellie Vaughan, by Thursday 26 November 2026.');

  const recorded = await check.done('Record the decision');
  const form = await recorded.press('Add an action');
  const more = await form.done('Add this action', {
    step: 'Speak to the head teacher',
    person: 'ruth-ellison',
    due: '2026-11-27',
    outcome: 'We know who collects the child.',
    reason: 'Nobody has asked.',
  });
  expect(more.text).toContain('Action 2');
  // Whoever was absent has it all the same.
  expect((await story.letter('school', 'Speak to the head teacher')).text).toContain('Friday 27 November 2026');
  expect((await more.press('Add an action')).text).toContain('Add an action');
});

it('whoever disagrees is shown with the decision and after its correction, in their words, and holds nothing up (D-1)', async () => {
  await met();
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
  await story.as('police').disagrees('We would have gone in today.');
  expect((await story.letter('teamManager', 'We would have gone in today.')).text).toContain('DI Tom Reyes');

  const said = await story.as('health').press('Read what was said');
  expect(said.text).toContain('Disagrees with the decision');
  expect(said.text).toContain('We would have gone in today.');
  const first = await (await story.chair.press('Correct the decision')).press('Correct child A');
  const second = await first.press('Continue', { reasons: 'One injury, not two.' });
  const check = await second.press('Continue');
  expect(check.text).toContain('DI Tom Reyes, Exampleshire Police disagrees with the decision');
  const done = await check.done('Record the correction', { reason: 'Misread.' });
  expect(done.text).toContain('Disagrees with it: DI Tom Reyes, Exampleshire Police.');
  expect((await story.letter('health', 'What was decided, corrected')).text).toContain(
    'DI Tom Reyes, Exampleshire Police disagrees with the decision: We would have gone in today.',
  );
  // N-6: whoever is told the outcome hears nothing of it.
  expect((await story.letter('school', 'The corrected outcome')).text).not.toContain('Reyes');
});

it('without an enquiry there is a place for action, legal action, information and the medical with its reason, and none is owed an answer', async () => {
  await met();
  const noted: Deciding = {
    s47: 'no',
    outcomes: ['s17Assessment'],
    details: {
      'further.noted.immediateAction': 'Grandmother stays tonight',
      'further.noted.legalAction': 'None',
      'further.noted.furtherInformation': 'School records, by Thursday',
      'further.noted.medicalDecision': 'postponed',
      'further.noted.medicalReason': 'Dr Kapoor sees him on Thursday',
    },
  };
  const check = await story.chair.fillsDecision(noted);
  expect(check.text).toContain('Grandmother stays tonight');
  await check.done('Record the decision');
  const record = await story.letter('health', 'What was decided');
  expect(record.text).toContain('Medical assessment: Postponed');
  expect(record.text).toContain('Why, and who consults the paediatrician: Dr Kapoor sees him on Thursday');
  expect(record.text).toContain('Further information needed, and who gets it: School records, by Thursday');
});

it('what others add while the chair looks it over is seen before it is recorded', async () => {
  await met();
  const check = await story.chair.fillsDecision({ details: { 'answer.urgentEnquiry': 'no' } });
  await story.as('health').addsInformation('A third injury, seen last week.');
  const news = await check.press('Record the decision');
  expect(news.text).toContain('Information was added.');
  await news.done('Record the decision');
});
