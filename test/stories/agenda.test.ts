/** The agenda is gone through in the meeting: an entry under each item, or why it does not apply (A-*). */
import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const inSession = async (standard: 'practice-standards-2025' | 'darlington' | 'liverpool'): Promise<void> => {
  story = await begin({ standard, at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};

it('is gone through item by item, in stages; each entry has who and when, and stands in the record (A-PS-1 to A-PS-10)', async () => {
  await inSession('practice-standards-2025');
  const list = await story.chair.press('Go through the agenda', { saying: [story.reference] });
  expect(list.text).toContain('7 of 10 items have no entry yet.');
  expect(list.text).toContain('Share\n1. Information on the child, the family and the concern\nNo entry yet.');
  expect(list.text).toContain('Decide: once all of the above has an entry');
  expect(list.text).toContain('6. How the child is interviewed, and by whom\nOnly if an enquiry starts.');

  const others = await list.press('Open this item', { of: 'A-PS-3' });
  expect(others.text).toContain('3. Protection of other children, in the same home or elsewhere');
  const after = await others.done('Enter it', { as: 'notApplicable', text: 'There is no other child in the home.' });
  expect(after.text).toContain(
    'Does not apply, because: There is no other child in the home. (Priya Shah, Tuesday 24 November 2026, 2pm)',
  );
  expect((await story.as('police').agenda()).text).toContain(
    '3. Protection of other children, in the same home or elsewhere: does not apply',
  );
  expect((await story.as('police').agenda()).text).not.toContain('There is no other child');
  expect((await story.as('police').press('Read what was said', { saying: [story.reference] })).text).toContain(
    'Does not apply, because: There is no other child in the home.',
  );

  await story.chair.decides();
  expect((await story.letter('police', 'What was decided')).text).toContain(
    'Protection of other children, in the same home or elsewhere: Does not apply, because: There is no other child',
  );
});

it('an item is dealt with by what is recorded already: information, details, the plan, the decision', async () => {
  await inSession('darlington');
  const items = async () => (await story.chair.press('Go through the agenda', { saying: [story.reference] })).text;
  expect(await items()).toContain('1. Share information\nNo entry yet.');
  await story.as('health').addsInformation('Two visits to the emergency department this month.');
  expect(await items()).toContain('1. Share information\nRecorded already.');
  expect(await items()).toMatch(/11\. From health: [^\n]+\nRecorded already\./);
  expect(await items()).toMatch(/12\. From the police[^\n]+\nNo entry yet\./);

  const check = await story.chair.fillsDecision();
  expect(check.text).toContain('Nothing is entered yet under');
  expect(check.text).toContain('“Whether an interpreter is needed”');
  expect(check.text).not.toContain('“What the family is told”');
  expect(check.text).not.toContain('“Legal action”');
  await check.done('Record the decision');
});

it('whoever enters something under an item while somebody else does sees theirs before it is replaced', async () => {
  await inSession('darlington');
  const opens = async (who: 'teamManager' | 'socialWorker') =>
    (await story.as(who).press('Go through the agenda', { saying: [story.reference] })).press('Open this item', {
      of: 'A-DA-2',
    });
  const hers = await opens('teamManager');
  const theirs = await opens('socialWorker');
  await theirs.done('Enter it', { text: 'The police investigate; interviews on Thursday.' });
  const again = await hers.press('Enter it', { text: 'None is planned.' });
  expect(again.text).toContain('Somebody else has entered this meanwhile: “The police investigate');
  await again.done('Enter it', { text: 'The police investigate; interviews on Friday.' });
});

it('is entered by the chair, the convenor or a social worker, and by nobody before the meeting', async () => {
  story = await begin({ standard: 'liverpool', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await expect(story.chair.press('Go through the agenda', { saying: [story.reference] })).rejects.toThrow('no button');
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await expect(story.as('police').press('Go through the agenda', { saying: [story.reference] })).rejects.toThrow(
    'no button',
  );
});
