import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('a decision recorded six days late is late at once: what is due counts from the meeting (N-1, DL-1)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.passUntil('2026-11-30T15:00');

  // Nobody knows when it ended but the chair: the form asks, and does not take a time that cannot be.
  const details = { 'answer.urgentEnquiry': 'no' };
  const last = await story.chair.fillsDecision({ details });
  await expect(last.done('Record the decision')).rejects.toThrow('“Day the meeting ended”');
  const ended = (date: string, time: string) => ({ endedDate: date, endedTime: time });
  expect((await last.press('Record the decision', ended('2026-11-30', '15:30'))).text).toContain(
    'The meeting cannot have ended in the future.',
  );
  expect((await last.press('Record the decision', ended('2026-11-24', '13:00'))).text).toContain(
    'The meeting began Tuesday 24 November 2026, 2pm, so it cannot have ended before that.',
  );
  await last.done('Record the decision', ended('2026-11-24', '15:00'));

  await story.letter('referrer', 'Outcome of strategy discussion');
  await story.pass('PT1M');
  const told = await story.letter('serviceManager', `Messages about ${story.reference}`);
  expect(told.text).toContain('Wednesday 25 November 2026, 11:59pm');
  // 15 days from the meeting, not from today.
  expect((await story.letter('socialWorker', 'What follows')).text).toContain(
    'By Wednesday 9 December 2026, 11:59pm: The enquiry is complete',
  );
});

it('held the evening before it was planned for: what was held is when the chair says, never what was planned', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-25T17:00' });
  await story.convene({ meetsAt: '2026-11-26T09:30' });
  await story.passUntil('2026-11-25T18:00');
  await story.arrive();
  await story.passUntil('2026-11-25T19:00');
  const last = await story.chair.fillsDecision({ details: { 'answer.urgentEnquiry': 'no' } });
  await last.done('Record the decision', { endedDate: '2026-11-25', endedTime: '18:50' });

  const record = await story.letter('police', 'What was decided');
  expect(record.text).toContain('which ended on Wednesday 25 November 2026, 6:50pm');
  expect(record.text).not.toContain('9:30am');
  await story.chair.sees({ place: 'channel', saying: ['Ended', 'Wednesday 25 November 2026, 6:50pm'] });
});
