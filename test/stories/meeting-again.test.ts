import { afterEach, expect, it } from 'vitest';
import { Refused } from './hand.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('a meeting without the police is held on time; the decision waits for the next one (Q-2, Q-9)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive('teamManager', 'socialWorker', 'health');
  await story.as('socialWorker').addsInformation('Two bruises.');

  const lastPage = await story.chair.fillsDecision();
  await expect(lastPage.done('Record the decision')).rejects.toThrow(Refused);
  await expect(lastPage.done('Record the decision')).rejects.toThrow('Missing: Police Dedicated Decision Maker');

  await story.chair.changesTime('2026-11-25T09:00', 'No police decision maker');
  expect((await story.letter('police', 'has set a new time')).text).toContain('Wednesday 25 November 2026, 9am');
  expect((await story.chair.agenda()).text).toContain(
    'The meeting of Tuesday 24 November 2026, 2pm was inquorate: urgent safeguarding only. The decision is still to be made. Still to be heard: Police Dedicated Decision Maker.',
  );

  await story.passUntil('2026-11-25T09:00');
  await story.arrive();
  await story.chair.decides();
  expect((await story.letter('police', 'What was decided')).text).toContain('Two unexplained injuries in a week.');
});
