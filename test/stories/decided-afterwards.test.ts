import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const met = async (standard: 'liverpool' | 'practice-standards-2025' | 'darlington'): Promise<void> => {
  story = await begin({ standard, at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};
const ended = { endedDate: '2026-11-24', endedTime: '15:00' };
const nextMorning = { decidedDate: '2026-11-25', decidedTime: '09:30' };

it('where the manager decides the next day, word in writing and the enquiry count from then (P-4, N-3, DL-5)', async () => {
  await met('liverpool');
  await story.passUntil('2026-11-25T10:00');
  await story.chair.decides({ check: { ...ended, ...nextMorning } });
  const { text } = await story.letter('teamLeader', 'What follows');
  // 15 working days after Wednesday 25 November; from the meeting it would be the 15th.
  expect(text).toContain('By Wednesday 16 December 2026, 11:59pm: ');
  const card = await story.chair.agenda();
  expect(card.text).not.toContain('Late');
});

it('a decision is taken neither before the meeting nor in the future', async () => {
  await met('liverpool');
  const page = await story.chair.fillsDecision();
  await expect(page.done('Record the decision', { ...ended, endedTime: '14:00', ...nextMorning })).rejects.toThrow(
    'The decision cannot have been taken in the future.',
  );
  const early = { decidedDate: '2026-11-24', decidedTime: '09:30' };
  await expect(page.done('Record the decision', { ...ended, endedTime: '14:00', ...early })).rejects.toThrow(
    'so nothing can have been decided before that.',
  );
  await page.done('Record the decision', { ...ended, endedTime: '14:00' });
});

it('the child is to be seen within 24 hours of the decision itself, where the chair says when that was (V-1)', async () => {
  await met('practice-standards-2025');
  await story.passUntil('2026-11-24T16:00');
  const decided = { decidedDate: '2026-11-24', decidedTime: '14:20' };
  await story.chair.decides({ check: { ...ended, ...decided }, details: { 'answer.urgentEnquiry': 'no' } });
  expect((await story.letter('socialWorker', 'What follows')).text).toContain(
    'By Wednesday 25 November 2026, 2:20pm: ',
  );
});

it('is not asked where nothing counts from it', async () => {
  await met('darlington');
  const page = await story.chair.fillsDecision();
  expect(page.text).not.toContain('Day it was decided');
});
