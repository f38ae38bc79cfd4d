/** The end of an enquiry: reported by one, checked and signed by another, its result recorded by a third (GT-*, AC-3). */
import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';
import { complete, found, openReport, report, seen, sign } from './gate.ts';
import type { Shown } from './hand.ts';
import { questionsOn } from './screen.ts';

let story: Story;
afterEach(() => story.end());

const decided = async (): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
  await story.passUntil('2026-11-24T18:00');
};

/** Ellie Vaughan is to ask the school. */
const agreed = async (): Promise<Shown> => {
  const list = await story.chair.press('Actions', { saying: [`Strategy discussion ${story.reference}`] });
  return (await list.press('Add an action')).done('Add this action', {
    ...{ step: 'Ask the school', person: 'ellie-vaughan', due: '2026-11-26' },
  });
};

it('goes through three hands, and those who lead hear the result (GT-5, GT-6, GT-7)', async () => {
  await decided();
  await story.as('socialWorker').recordsEnquiry(seen);
  await story.passUntil('2026-12-01T10:00');
  expect((await openReport(story)).text).toContain('Somebody else records the result.');
  await report(story);
  const toCheck = await story.chair.news('An enquiry is to be checked');
  expect(toCheck.text).toContain('Ellie Vaughan has reported on the section 47 enquiry.');
  expect(toCheck.text).toContain('The enquiry is due by Wednesday 9 December 2026, 11:59pm.');

  const signed = await sign(story);
  expect(signed.text).toContain('It is signed, and Asha Lindley is asked for the result.');
  const news = await story.as('headOfService').news('You are asked for the result of an enquiry');
  expect(news.text).toContain('Priya Shah has checked and signed it.');
  expect(news.text).toContain('hold a conference');
  const form = await news.press('Record the result');
  expect(form.text).toContain(`Conclusion and threshold: ${found}`);
  expect(form.text).toContain('Result of each action');
  const recorded = await form.done('Send', { result: 'Substantiated, harm judged likely to last: hold a conference' });
  expect(recorded.text).toContain('The result is recorded.');

  const told = await story.as('socialWorker').news('The enquiry has its result');
  expect(told.text).toContain('The result: Substantiated, harm judged likely to last: hold a conference');
  expect(told.text).toContain('A child protection conference is to be held by Tuesday 15 December 2026, 11:59pm.');
  expect((await story.chair.news('The enquiry has its result')).text).toContain('Asha Lindley has recorded the result');
});

it('is not taken while something is missing: each by its rule (GT-1 to GT-4, GT-7)', async () => {
  await decided();
  await agreed();
  const form = await openReport(story);
  expect(form.text).toContain('Still open: action 1, with Ellie Vaughan, due Thursday 26 November 2026.');
  expect(form.text).toContain('It is not recorded that the child has been seen');
  const answers = { ...complete(form), 'report.gate.policeChecksDone': 'no', 'report.gate.analysisComplete': '' };
  const refused = await form.press('Send for checking', { ...answers, 'report.s47Record.conclusion': '' });
  for (const [rule, said] of [
    ['GT-1', '“Is every action complete?” must be yes.'],
    ['GT-2', '“Has the child been seen?” must be yes.'],
    ['GT-3', '“Are the police checks done?” must be yes.'],
    ['GT-4', 'Answer “Is the analysis of current risks and needs complete?”.'],
    ['GT-7', 'Fill in “Conclusion and threshold”.'],
  ] as const) {
    expect(refused.text, rule).toContain(said);
  }
  expect(questionsOn(refused.card).find(({ id }) => id === 'report.s47Record.safetyPlan')?.value).toBe(found);
});

it('shows the result of each action, which nobody types again (AC-3)', async () => {
  await decided();
  await story.as('socialWorker').recordsEnquiry(seen);
  await agreed();
  await (await story.as('socialWorker').news('An action for you')).done('It is done');
  const form = await openReport(story);
  const filled = questionsOn(form.card).find(({ id }) => id === 'report.s47Record.actionResults')?.value;
  expect(filled).toMatch(/^Action 1, Ask the school: Done/);
  expect(
    (await form.press('Send for checking', { ...complete(form), 'report.s47Record.actionResults': '' })).text,
  ).toContain('Fill in “Result of each action”.');
});

it('is never checked by whoever wrote it, nor ended by whoever signed it (GT-5)', async () => {
  await decided();
  await story.as('socialWorker').recordsEnquiry(seen);
  const form = await story.chair.press('Report on the enquiry', { saying: [`Strategy discussion ${story.reference}`] });
  await form.done('Send for checking', complete(form));
  const own = await (await story.chair.news('An enquiry is to be checked')).press('Check the enquiry');
  const refused = await own.press('Send', { as: 'sign', decider: 'asha-lindley' });
  expect(refused.text).toContain('You reported on this enquiry yourself, so somebody else does this.');
});

it('is sent back with a reason, by the manager and by the Head of Service, and what was written is still there', async () => {
  await decided();
  await story.as('socialWorker').recordsEnquiry(seen);
  await report(story);
  const check = await (await story.chair.news('An enquiry is to be checked')).press('Check the enquiry');
  expect((await check.press('Send', { as: 'back' })).text).toContain('Give the reason.');
  await check.done('Send', { as: 'back', reason: 'The school has not been asked.' });
  const again = await story.as('socialWorker').news('The report on an enquiry is not complete');
  expect(again.text).toContain('Priya Shah has sent back the report');
  expect(again.text).toContain('The reason: The school has not been asked.');
  const form = await again.press('Complete the report');
  expect(form.text).toContain('Sent back by Priya Shah: The school has not been asked.');
  await form.done('Send for checking');

  await sign(story);
  const result = await (
    await story.as('headOfService').news('You are asked for the result')
  ).press('Record the result');
  const other = { result: 'Not so: continue the single assessment with the parents’ consent' };
  expect((await result.press('Send', other)).text).toContain('Give the reason.');
  await result.done('Send', { result: 'back', reason: 'The risk is not weighed.' });
  expect((await story.as('socialWorker').news('The risk is not weighed.')).text).toContain('Asha Lindley');
});

it('reminds whoever is asked for the result, and tells the service manager when it is late', async () => {
  await decided();
  await story.as('socialWorker').recordsEnquiry(seen);
  await story.passUntil('2026-12-03T10:00');
  await report(story);
  await sign(story);
  const asksFor = async (): Promise<number> =>
    (await story.letters('headOfService')).filter(
      ({ heading }) => heading === 'You are asked for the result of an enquiry',
    ).length;
  expect(await asksFor()).toBe(1);
  await story.passUntil('2026-12-09T12:00');
  expect(await asksFor()).toBe(2);
  await story.passUntil('2026-12-10T12:00');
  const late = await story.letter('serviceManager', `The enquiry of ${story.reference} is not finished in time`);
  expect(late.text).toContain('It waits for Asha Lindley to record the result.');
});

it('is read by nobody else: whoever is not asked cannot record the result', async () => {
  await decided();
  await story.as('socialWorker').recordsEnquiry(seen);
  await report(story);
  await sign(story);
  await story.as('police').sees();
  for (const role of ['police', 'socialWorker', 'teamManager'] as const) {
    await expect(
      story.as(role).press('Record the result', { saying: [`Strategy discussion ${story.reference}`] }),
    ).rejects.toThrow('has no button “Record the result”');
  }
});
