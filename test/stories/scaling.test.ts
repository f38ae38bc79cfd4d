import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';
import { cast } from './cast.ts';

let story: Story;
afterEach(() => story.end());

const inSession = async (): Promise<void> => {
  story = await begin({ standard: 'liverpool', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};

it('each professional scores with a reason, both ends are explained, and the record has it without an average (SC-2, SC-3, SC-4)', async () => {
  await inSession();
  const form = await story.as('police').press('Scale safety', { saying: [story.reference] });
  expect(form.text).toContain('high is safe');
  expect(form.text).toContain('Past harm; Future danger; Complicating factors; Existing strengths; Existing safety');
  await form.done('Add to the record', {
    score: '4',
    analysis: 'The father is back in the house',
    wouldRaise: 'He stays with his brother',
  });
  await story.chair.scalesSafety({ person: cast.health, score: '7', analysis: 'The injuries are healing' });

  const agenda = (await story.chair.agenda()).text;
  expect(agenda).not.toContain('The father is back');
  expect(agenda).not.toMatch(/average is [^t]|5\.5/);
  // The line from 0 to 10, with a letter above each number that somebody gave.
  expect(agenda).toContain('\n0\n1\n2\n3\nA\n4\n5\n6\nB\n7\n8\n9\n10\n0: no safety\n10: well protected\n');
  expect(agenda).toContain('A: DI Tom Reyes, 4 of 10\nB: Grace Mensah, 7 of 10');
  await story.chair.decides();
  const { text } = await story.letter('health', 'What was decided');
  expect(text).toContain('How safe DI Tom Reyes says the child is: 4 of 10. The father is back in the house.');
  expect(text).toContain('What would raise it: He stays with his brother');
  expect(text).toContain('How safe Grace Mensah says the child is: 7 of 10. The injuries are healing');
  expect(text).not.toMatch(/average|5\.5/);
});

it('a score without a reason is not taken; said again it replaces the one before (SC-3)', async () => {
  await inSession();
  const form = await story.as('police').press('Scale safety', { saying: [story.reference] });
  const again = await form.press('Add to the record', { score: '3', analysis: ' ' });
  expect(again.text).toContain('Explain each score.');
  await again.done('Add to the record', { score: '3', analysis: 'Nobody knows where he is' });
  await story.as('police').scalesSafety({ score: '8', analysis: 'He is in custody' });
  await story.chair.decides();
  const { text } = await story.letter('police', 'What was decided');
  expect(text).toContain('8 of 10. He is in custody');
  expect(text).not.toContain('Nobody knows where he is');
});

it('is nobody’s to say for somebody else, but the chair’s and the convenor’s', async () => {
  await inSession();
  const form = await story.as('police').press('Scale safety', { saying: [story.reference] });
  const forHealth = { person: cast.health, score: '4', analysis: 'She says so' };
  await expect(form.done('Add to the record', forHealth)).rejects.toThrow();
});

it('is not asked where the procedure does not have it', async () => {
  story = await begin({ standard: 'darlington', at: '2026-11-24T10:00' });
  await story.convene();
  await story.arrive();
  await expect(story.chair.press('Scale safety', { saying: [story.reference] })).rejects.toThrow('no button');
});
