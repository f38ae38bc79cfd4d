import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('under the Sandwell procedure, from the referral to the letter the absent referrer is owed', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ concern: { concern: 'Unexplained marks on both arms' }, meetsAt: '2026-11-24T14:00' });

  const invitation = await story.letter('police', 'asks you to take part');
  expect(invitation).toMatchObject({ by: 'Teams' });
  expect(invitation.text).toContain('Jo Sample, born Friday 1 March 2019');
  const toReferrer = await story.letter('referrer', 'Invitation to strategy discussion');
  expect(toReferrer.text).not.toMatch(/Jo Sample|2019/);

  await story.as('police').accepts();
  const cannotCome = { answer: 'decline', reason: 'On leave', information: 'Late twice', proposedActions: 'A visit' };
  expect(await story.as('referrer').answersMail('Invitation', cannotCome)).toContain('Thank you');

  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.as('socialWorker').addsInformation('Seen at home on Monday. Two bruises.');
  expect((await story.chair.agenda()).text).toContain('In session: everyone needed is here');

  await story.chair.decides({ outcomes: ['s47Joint'] });
  const outcome = await story.letter('referrer', 'Outcome of strategy discussion');
  expect(outcome.text).toContain('A section 47 enquiry will start');
  expect(outcome.text).not.toMatch(/Jo Sample|J\.S\.|2019/);
  expect((await story.as('adultServices').agenda()).text).toContain('Decided');
});
