import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const taken = { concern: 'Left alone overnight', circumstances: ['emergencyActionTaken'] };
const unknown =
  'The time of the emergency action is not known, so its limit counts from the referral for now. Enter the time under “Emergency action” once you have it.';

it('while nobody knows when it was taken, the 24 hours count from the referral; the time moves them (T-4)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T20:00' });
  const people = await story.fillToPeople({ concern: taken });
  expect(people.text).toContain('Hold it by Wednesday 25 November 2026, 7pm');
  expect(people.text).toContain(unknown);

  await story.convene({ concern: taken, meetsAt: '2026-11-25T09:00' });
  const before = await story.as('police').agenda();
  expect(before.text).toContain('Deadline: Wednesday 25 November 2026, 7pm');
  expect(before.text).toContain(unknown);

  const when = { date: '2026-11-24', time: '11:30' };
  await story.as('socialWorker').recordsEmergencyAction('Taken to her grandmother', when);
  const after = await story.as('police').agenda();
  expect(after.text).toContain('Deadline: Wednesday 25 November 2026, 11:30am');
  expect(after.text).toContain('Emergency action has been recorded (1).');
  expect(after.text).not.toContain(unknown);
});

it('under Sandwell the working day counts from the referral too, and from the action once that is known (T-10)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ concern: taken, meetsAt: '2026-11-24T14:00' });
  const before = await story.chair.agenda();
  expect(before.text).toContain('Deadline: Wednesday 25 November 2026, 11:59pm');
  expect(before.text).toContain(unknown);

  const yesterday = { date: '2026-11-23', time: '22:00' };
  await story.as('socialWorker').recordsEmergencyAction('Taken to her grandmother', yesterday);
  const after = await story.chair.agenda();
  expect(after.text).toContain('Deadline: Tuesday 24 November 2026, 11:59pm');
  expect(after.text).not.toContain(unknown);
});

it('a time given while convening is what the limit counts from at once (T-10)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  const known = { 'emergencyActionAt.date': '2026-11-23', 'emergencyActionAt.time': '22:00' };
  const people = await story.fillToPeople({ concern: { ...taken, ...known } });
  expect(people.text).toContain('Hold it by Tuesday 24 November 2026, 11:59pm');
  expect(people.text).not.toContain(unknown);
});

it('it may come before the discussion, which then follows within 24 hours, and is recorded whoever is there (E-1, T-4)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const known = { 'emergencyActionAt.date': '2026-11-23', 'emergencyActionAt.time': '22:00' };
  const people = await story.fillToPeople({ concern: { ...taken, ...known } });
  expect(people.text).toContain('Emergency action may come before the discussion, which then follows within 24 hours.');
  expect(people.text).toContain('Hold it by Tuesday 24 November 2026, 10pm');
  const last = { concern: { ...taken, ...known }, meetsAt: '2026-11-24T23:00' };
  await expect(story.convene(last)).rejects.toThrow('The meeting must start by Tuesday 24 November 2026, 10pm.');

  await story.convene({ ...last, meetsAt: '2026-11-24T14:00' });
  await story.as('socialWorker').recordsEmergencyAction('Taken to hospital');
  await story.passUntil('2026-11-24T14:00');
  await story.as('socialWorker').here();
  await story.chair.recordsEmergencyAction('Taken to a foster carer');
  const { text } = await story.chair.agenda();
  expect(text).toContain('Emergency action has been recorded (2).');
  expect(text).toContain('In session: not enough to decide yet');
});
