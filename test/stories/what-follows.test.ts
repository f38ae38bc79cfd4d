/** What a manager reads of the consequences while they tick: on the page of the concern itself, before anything is sent. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';
import { questionsOn, type Question } from './screen.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

const lists = async (): Promise<readonly Question[]> =>
  questionsOn((await story.fillToConcern()).card).filter(({ isMultiSelect }) => isMultiSelect);

const titlesOf = (all: readonly Question[], heading: string): readonly string[] =>
  all.find(({ label }) => label === heading)?.choices.map(({ title }) => title) ?? [];

it('what sets an earlier deadline comes first, then who more must be there, each with what follows from it', async () => {
  const all = await lists();
  expect(all.map(({ label }) => label)).toEqual([
    'Sets an earlier deadline',
    'Somebody more must be there',
    'Somebody more to invite',
    'Changes the deadline or who chairs',
    'Kind of concern',
    'Circumstances',
  ]);
  expect(titlesOf(all, 'Sets an earlier deadline')).toContain(
    'Suspected fracture (by Tuesday 24 November 2026, 11:59pm)',
  );
  expect(titlesOf(all, 'Somebody more must be there')).toContain('Physical injury (Paediatrician must be there)');
  expect(titlesOf(all, 'Somebody more to invite')).toContain(
    'The child is looked after by a local authority (invite Fostering service)',
  );
});

it('under another procedure it is what that one says', async () => {
  await story.under('sandwell');
  const all = await lists();
  expect(titlesOf(all, 'Sets an earlier deadline')).toContain('Physical injury (by Tuesday 24 November 2026, 11:59pm)');
  expect(titlesOf(all, 'Somebody more to invite')).toContain('Legal advice is needed (invite Legal adviser)');
});
