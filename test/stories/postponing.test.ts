import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const to = (date: string, time: string) => ({ date, time, reason: 'The police cannot come' });

it('it is not put off past its limit, whoever is here; once late, any time will do and the service manager hears (Q-9)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-27T14:00' });
  await story.passUntil('2026-11-27T14:00');
  await story.as('socialWorker').here();

  const form = await story.chair.press('Change the time', {
    saying: [`Strategy discussion ${story.reference}`],
  });
  await expect(form.done('Set the new time', to('2026-11-30', '09:00'))).rejects.toThrow(
    'The meeting must start by Friday 27 November 2026, 11:59pm.',
  );
  expect(await story.letters('serviceManager')).toEqual([]);

  await story.passUntil('2026-11-28T08:00');
  await form.done('Set the new time', to('2026-11-30', '09:00'));
  const card = await story.chair.agenda();
  expect(card.text).toContain('When: Monday 30 November 2026, 9am');
  expect(card.text).toContain('The deadline has passed. Hold it as soon as possible.');
  expect(card.text).toContain('inquorate: urgent safeguarding only');
  expect(card.text).toMatch(/Still to be heard: .*Police Dedicated Decision Maker/);
  const told = await story.letter('serviceManager', 'is not held in time');
  expect(told.text).toContain('Friday 27 November 2026, 11:59pm');
  expect(told.text).not.toMatch(/Jo Sample|J\.S\./);

  await story.passUntil('2026-11-30T09:00');
  await story.arrive();
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
});

it('before anybody has met, it is not put off past its limit either (Q-9)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-26T14:00' });
  await expect(story.chair.changesTime('2026-11-30T09:00', 'The room is taken')).rejects.toThrow(
    'invite a substitute or have them join by telephone',
  );
});

it('undecided past its limit, the service manager hears once, on the next working morning (Q-9)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-27T14:00' });
  await story.passUntil('2026-11-27T14:00');
  await story.as('socialWorker').here();
  await story.passUntil('2026-11-30T08:55');
  expect((await story.chair.news('No decision has been recorded')).text).toContain('It has to be held by');
  expect(await story.letters('serviceManager')).toEqual([]);

  await story.passUntil('2026-11-30T09:05');
  const told = await story.letter('serviceManager', 'is not decided in time');
  expect(told.text).toContain('It had to be held by Friday 27 November 2026, 11:59pm');
  expect(told.text).toContain('It was set for Friday 27 November 2026, 2pm, and no decision is recorded.');
  expect(told.text).not.toMatch(/Jo Sample|J\.S\./);
  await story.passUntil('2026-12-02T12:00');
  expect(await story.letters('serviceManager')).toHaveLength(1);
});

it('decided in time, or to be held late and told so, the service manager does not hear that nothing is decided', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
  await story.passUntil('2026-11-30T10:00');
  expect((await story.letters('serviceManager')).filter(({ text }) => text.includes('no decision'))).toEqual([]);
});
