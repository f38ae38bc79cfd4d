/** Somebody who has left the directory gets in nowhere, whatever letters they still have. */
import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('the link of an invitation no longer works for them, and still does for everybody else', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ others: ['constable'] });
  await story.leaves('constable');
  await expect(story.as('constable').answersMail('Invitation', { answer: 'acceptWithAuthority' })).rejects.toThrow(
    'This link no longer works',
  );
  const said = await story.as('referrer').answersMail('Invitation', { answer: 'acceptWithAuthority' });
  expect(said).toContain('Thank you');
});
