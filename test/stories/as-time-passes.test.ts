import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('who does not answer is chased, and who does not decide is reminded', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.as('health').accepts();
  await story.pass('PT1H');
  await expect(story.letter('police', 'Please reply')).rejects.toThrow('has no letter “Please reply”');

  // Half-way to the meeting.
  await story.passUntil('2026-11-24T12:00');
  await story.letter('police', 'Please reply to your invitation');
  await expect(story.letter('health', 'Please reply')).rejects.toThrow('has no letter');
  const warning = await story.letter('teamManager', 'Not all who are needed have said they are coming');
  expect(warning.text).toContain('No reply from DI Tom Reyes');
  expect(warning.text).not.toContain('No reply from Grace Mensah');

  await story.pass('P1D');
  const overdue = await story.chair.news('No decision has been recorded');
  expect(overdue.text).toContain('It has to be held by Friday 27 November 2026, 11:59pm.');
  await overdue.done('Remind me in an hour');
  const before = (await story.letters('teamManager')).length;
  await story.pass('PT1H');
  expect(await story.letters('teamManager')).toHaveLength(before + 1);
});

it('an outcome nobody has telephoned is told to the service manager before its time is up (N-1)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({
    referral: { referrerName: 'Ivy Northcott', referrerEmail: '', referrerPhone: '01632 960123' },
  });
  await story.arrive();
  await story.chair.decides();
  const task = await story.chair.news('Please telephone');
  expect(task.text).toContain('Telephone the referrer, before Wednesday 25 November 2026, 11:59pm.');
  expect(await story.letters('serviceManager')).toEqual([]);

  await story.passUntil('2026-11-25T23:50');
  const told = await story.letter('serviceManager', `Messages about ${story.reference}`);
  expect(told.text).toContain('may not be delivered in time');
});
