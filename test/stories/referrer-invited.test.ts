import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('who made the referral is invited as that, and is not asked to decide for an agency (I-1)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene();
  const toReferrer = await story.letter('referrer', 'You are invited');
  expect(toReferrer.text).toContain('asks you to take part as the person who made the referral.');
  expect(toReferrer.text).toContain('Bring what you know about the child.');
  expect(toReferrer.text).not.toContain('decide');
  expect((await story.letter('police', 'asks you to take part')).text).toContain('be ready to decide for your agency');
});

it('what the family is told is asked once, and the plan has it too (F-1, PL-1)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
  expect((await story.letter('police', 'What was decided')).text).toContain(
    'What the parents and the child are told, how and when: The social worker visits today and explains.',
  );
});
