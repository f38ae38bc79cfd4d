/** The invitation says what the concern is where it may identify the child (I-26), and nowhere else. */
import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const concern = 'Marks on both arms <b>& a bite</b>, seen by the school nurse';

it('who is invited in Teams or at a secure address reads the concern as it was typed; others, and the channel, do not (I-26)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ concern: { concern }, seats: { police: 'constable' } });
  expect((await story.as('health').news('asks you to take part')).text).toContain(`Concern: ${concern}`);
  const toPolice = await story.letter('constable', 'Invitation to strategy discussion');
  expect(toPolice.by).toBe('e-mail');
  expect(toPolice.text).toContain('Child: Jo Sample');
  expect(toPolice.text).toContain(`The concern: ${concern}`);

  const toReferrer = await story.letter('referrer', 'Invitation to strategy discussion');
  expect(toReferrer.text).not.toMatch(/Marks on both arms|Jo Sample/);
  expect(toReferrer.text).toContain(
    'This address is not on the list of secure addresses, so we have not named the child or said what the concern is.',
  );
  for (const { text } of await story.as('stranger').sees()) expect(text).not.toContain('Marks on both arms');
});
