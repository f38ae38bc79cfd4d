/** Thirty people and two hundred contributions in one discussion: all of it can be read, and no message is too long for Teams. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type CardJson, type Council, type Shown } from './council.ts';
import { agendaOf, arrive } from './takingPart.ts';

/** Our budget for a card in UTF-8, and what Teams takes of a message, which it counts in UTF-16. */
const cardBudget = 28 * 1024;
const messageLimit = 80 * 1024;
const fits = (card: CardJson): void => {
  const json = JSON.stringify(card);
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(cardBudget);
  expect(Buffer.byteLength(json, 'utf16le')).toBeLessThanOrEqual(messageLimit);
};

const inTeams = ['priya-shah', 'ellie-vaughan', 'tom-reyes', 'grace-mensah', 'bea-cartwright', 'ruth-ellison'];
const callers = Array.from({ length: 30 - inTeams.length }, (_, i) => ({
  name: `Caller Number ${i + 1}`,
  agency: `Highfield Surgery ${i + 1}`,
}));
/** Of different lengths, in scripts of one, two and three bytes a letter, each to be told from the others. */
const contributions = Array.from({ length: 200 }, (_, i) => ({
  by: inTeams[i % inTeams.length] ?? '',
  mark: `Contribution ${i + 1} ends here.`,
  text: (['What was seen at home. ', 'Zażółć gęślą jaźń. ', '子供は安全です。 '][i % 3] ?? '').repeat(
    20 + (i % 7) * 10,
  ),
}));

let council: Council;
const press = async (person: string, on: Shown, title: string, inputs: Record<string, string> = {}): Promise<Shown> => {
  const shown = await council.as(person).press(on, title, inputs);
  fits(shown.card);
  return shown;
};
const opens = async (person: string, title: string): Promise<Shown> =>
  council.as(person).press(await agendaOf(council, 'victor-lane'), title);

beforeAll(async () => {
  council = await startCouncil();
  await conveneInChannel(council, {
    people: { others: 'bea-cartwright,ruth-ellison' },
    meeting: { time: '10:30' },
  });
  await arrive(council, inTeams);
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it('everything said can be read by whoever takes part, in parts that fit', { timeout: 180_000 }, async () => {
  const here = { role: 'gp', identified: 'calledBack', mode: 'phone', authority: 'yes' };
  for (const caller of callers) {
    const form = await opens('priya-shah', 'Record attendance');
    expect((await press('priya-shah', form, 'Record attendance', { ...caller, ...here })).text).toMatch(/^✔ /);
  }
  const adds = async (person: string): Promise<void> => {
    const form = await opens(person, 'Add information');
    for (const { text, mark } of contributions.filter(({ by }) => by === person)) {
      expect((await press(person, form, 'Add to the record', { text: `${text}${mark}` })).text).toMatch(/^✔ /);
    }
  };
  await Promise.all(inTeams.map(adds));

  let part = await opens('ruth-ellison', 'Read what was said');
  let all = part.text;
  while (part.text.includes('Next part')) {
    part = await press('ruth-ellison', part, 'Next part');
    all += part.text;
  }
  expect(contributions.filter(({ text, mark }) => !all.includes(`${text}${mark}`)).map(({ mark }) => mark)).toEqual([]);
  expect(all).not.toContain('shown in part');
});

it('the agenda counts all of them, and every message of everybody fits', async () => {
  expect(textOf((await agendaOf(council, 'priya-shah')).cards)).toContain(
    '30 taking part; 200 contributions of information.',
  );
  for (const person of inTeams) {
    for (const place of ['channel', 'chat']) {
      for (const { cards } of await council.as(person).messages(place)) cards.forEach(fits);
    }
  }
});

it('whoever takes no part reads none of it', async () => {
  expect((await opens('victor-lane', 'Read what was said')).text).not.toContain('Contribution');
});
