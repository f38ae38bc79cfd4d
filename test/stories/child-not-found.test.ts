import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const enquiry = { 'answer.urgentEnquiry': 'no' };

const decided = async (): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides({ details: enquiry });
  await story.passUntil('2026-11-25T15:00');
};

it('a child not found after the decision: the chair hears at once, and the next discussion has its 24 hours (T-14)', async () => {
  await decided();
  const first = story.reference;
  const since = { what: 'The child cannot be found', date: '2026-11-25', time: '12:00' };
  await story.as('socialWorker').reportsNotReached(since);
  const told = await story.chair.news('A further strategy discussion is due');
  expect(told.text).toContain('Due by Thursday 26 November 2026, midday.');
  expect(told.text).toContain('with the agreement of the Head of Service.');
  const card = await story.as('police').agenda();
  expect(card.text).toContain('The child has not been found since Wednesday 25 November 2026, midday.');

  const lastPage = await story.fillNext();
  await expect(story.sendConvening(lastPage, { meetsAt: '2026-11-26T14:00' })).rejects.toThrow(
    'The meeting must start by Thursday 26 November 2026, midday.',
  );
  await story.sendConvening(lastPage, { meetsAt: '2026-11-26T10:00' });
  const next = await story.chair.agenda();
  expect(next.text).toContain(`Follows: ${first}`);
  expect(next.text).toContain('Deadline: Thursday 26 November 2026, midday');
  expect((await story.letter('police', 'asks you to take part')).text).toContain('Thursday 26 November 2026, 10am');
});

it('the next discussion is decided with what the Head of Service said to it, by name (T-14)', async () => {
  await decided();
  const since = { what: 'The child cannot be found', date: '2026-11-25', time: '12:00' };
  await story.as('socialWorker').reportsNotReached(since);
  await story.conveneNext({ meetsAt: '2026-11-26T10:00' });
  await story.passUntil('2026-11-26T10:00');
  await story.arrive();
  const view = 'What the Head of Service says to this discussion';
  const nameless = { 'Name of the Head of Service': '', [view]: 'Agrees' };
  const page = await story.chair.fillsDecision({ details: { ...enquiry, ...nameless } });
  expect(page.text).toContain('Fill in “Name of the Head of Service”.');

  const lastPage = await page.press('Continue', { 'Name of the Head of Service': 'Rosa Lindqvist' });
  await lastPage.done('Record the decision');
  const record = await story.letter('police', 'What was decided');
  expect(record.text).toContain('Name of the Head of Service: Rosa Lindqvist');
  expect(record.text).toContain(`${view}: Agrees`);
});

it('where access is refused, the next discussion is held as soon as possible, with a lawyer in mind (T-15)', async () => {
  await decided();
  const since = { what: 'Access to the child is refused or obstructed', date: '2026-11-25', time: '12:00' };
  await story.as('socialWorker').reportsNotReached(since);
  const told = await story.chair.news('A further strategy discussion is due');
  expect(told.text).toContain('reconvene as soon as possible and consider a legal adviser.');
  const people = await story.fillNextToPeople();
  expect(people.text).toMatch(/Consider: .*Legal adviser/);
});
