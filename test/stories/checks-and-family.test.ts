/** What else is recorded of a child: checks without consent, and what the family heard afterwards. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inWords } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
beforeEach(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
});
afterEach(() => story.end());

const decided = async (): Promise<void> => {
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
};

const recorded = 'Not recorded yet: ';

it('agencies are checked without consent for one of three reasons, and a manager authorises it by name (V-8)', async () => {
  const form = await story.as('socialWorker').opensEnquiry();
  const page = await form.press('Record this', { 'Did the parents agree to agency checks?': 'No' });
  expect(page.text).toContain('Fill in “Why checks are made without consent”.');
  expect(page.text).toContain('Fill in “Manager who authorised it”.');
  await page.done('Record this', {
    'enquiry.agencyChecks.checksException': 'Asking would raise the risk',
    'enquiry.agencyChecks.checksAuthorisedBy': 'Priya Shah',
  });
  await decided();
  const record = await story.letter('health', 'What was decided');
  expect(record.text).toContain('Manager who authorised it: Priya Shah');
  expect((await story.letter('socialWorker', 'What follows')).text).not.toContain('V-8');
});

it('checks not recorded by the time the enquiry is due are named in its reminder (V-8)', async () => {
  await decided();
  expect((await story.letter('socialWorker', 'What follows')).text).toContain('V-8');
  await story.passUntil('2026-12-09T10:00');
  const reminder = await story.as('socialWorker').news('The section 47 enquiry is due');
  expect(reminder.text).toContain(`${recorded}Agencies are checked without consent`);
  const form = await reminder.press('Record what was done');
  await form.done('Record this', { 'Did the parents agree to agency checks?': 'Yes' });
  expect((await reminder.press('Remind me in an hour')).text).not.toContain('V-8');
});

it('the outcome is shared with the family afterwards, or why that is unsafe for the child (F-2)', async () => {
  const before = await story.as('socialWorker').opensEnquiry();
  expect(inWords(before.card)).not.toContain('Has the outcome been shared');
  await decided();
  const told = await story.as('socialWorker').news('What follows');
  expect(told.text).toContain('To be recorded: The outcome is shared with the family afterwards');
  const form = await told.press('Record what was done');
  const shared = 'enquiry.familyAfterwards.outcomeShared';
  const page = await form.press('Record this', { [shared]: 'No' });
  expect(page.text).toContain('Fill in “Why sharing it is unsafe for the child”.');
  await page.done('Record this', {
    'enquiry.familyAfterwards.outcomeNotSharedReason': 'Her father has threatened to take her abroad',
  });
  expect((await told.press('I have seen this')).text).not.toContain('F-2');
  // Later it can be told, and that stands.
  await story.chair.recordsEnquiry({ [shared]: 'Yes' });
  const again = await story.chair.opensEnquiry();
  expect(again.text).toContain('Has the outcome been shared with the family? Yes');
  expect(again.text).not.toContain('threatened');
});
