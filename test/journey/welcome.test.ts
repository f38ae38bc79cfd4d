/** Where the bot was added it says what it does, and who reads it there. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCouncil, textOf, until, type Council } from './council.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it.each([
  ['channel', 'Everybody in this channel reads what is posted here'],
  ['group', 'Everybody in this chat reads what is posted here'],
  ['chat', 'nobody else reads it'],
])('in the %s', async (place, words) => {
  const welcomes = await until('the welcome', async () => {
    const all = (await council.as('priya-shah').posted(place)).map(({ cards }) => textOf(cards));
    return all.length > 0 ? all : undefined;
  });
  expect(welcomes.filter((text) => text.includes(words))).toHaveLength(1);
  expect(welcomes.join()).toContain('Children’s social care managers convene');
});
