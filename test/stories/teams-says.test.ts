/** Teams says who joins the meeting and who leaves it; whoever chairs records it with one press, or does not. */
import { afterEach, expect, it } from 'vitest';
import type { Role } from './cast.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const convened = async (): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:05');
};
const teamsSays = (role: Role, event: 'join' | 'leave') => story.movesInTeams(role, event);
const suggestions = async () => story.chair.sees({ place: 'chat', saying: [story.reference, 'who is in the meeting'] });

it('somebody who joins is suggested to the chair, and recorded at that time by one press, without authority to decide', async () => {
  await convened();
  await teamsSays('police', 'join');
  const suggestion = await story.chair.news('Teams says that DI Tom Reyes');
  expect(suggestion.text).toContain('joined at 2:05pm. Nothing is recorded until you do.');
  expect((await story.chair.agenda()).text).not.toContain('joined 2:05pm');

  await story.pass('PT4M');
  await suggestion.done('Record that they joined');
  expect((await story.chair.agenda()).text).toContain('Somebody is here who has not confirmed they can decide');
  await story.as('police').press('I am here, I can decide for my agency', { saying: [story.reference] });
  expect((await story.chair.agenda()).text).toMatch(/DI Tom Reyes\. [^\n]*joined 2:05pm/);
});

it('somebody who leaves is suggested too, and never twice; what is recorded already is not', async () => {
  await convened();
  await story.arrive('police');
  await teamsSays('police', 'join');
  expect(await suggestions()).toHaveLength(0);
  await story.pass('PT20M');
  await teamsSays('police', 'leave');
  await (await story.chair.news('left at')).done('Record that they left');
  await teamsSays('police', 'leave');
  expect(await suggestions()).toHaveLength(0);
  expect((await story.chair.agenda()).text).toMatch(/left 2:2\dpm/);
});

it('somebody who is none of those taking part is named to the chair alone, with the way to record them', async () => {
  await convened();
  await teamsSays('stranger', 'join');
  const suggestion = await story.chair.news('somebody called “Victor Lane”');
  expect((await suggestion.press('Record attendance')).text).toContain('Record somebody’s attendance');
  for (const role of ['police', 'socialWorker'] as const) {
    expect(await story.as(role).sees({ place: 'chat', saying: ['Victor Lane'] })).toEqual([]);
    expect((await story.as(role).agenda()).text).not.toContain('Victor Lane');
  }
});

it('what Teams said before the decision records nothing after it', async () => {
  await convened();
  await teamsSays('adultServices', 'join');
  await teamsSays('police', 'join');
  const suggestion = await story.chair.news('Teams says that DI Tom Reyes');
  await story.arrive();
  await story.chair.decides();
  expect((await suggestion.press('Record that they joined')).text).toContain('The decision has been recorded');
});
