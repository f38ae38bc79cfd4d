/** Whoever fills in a form finds anybody of a directory that is too long for a card by typing part of their name. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/directory/directory.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { conveneInChannel } from './convening.ts';
import { partsOf } from '../cards/soundness.ts';
import { deliver, newcomer, outsider, personNamed, searched } from '../teams/activities.ts';
import { startCouncil, type CardJson, type Council, type Message, type Shown } from './council.ts';
import { child, concern, meeting, referral, toPeople } from './formFilling.ts';

const officers = Array.from({ length: 60 }, (_, i) => ({
  id: `officer-${i}`,
  name: i === 55 ? 'DI Zoë Abernathy' : `DI Officer ${i}`,
  title: 'Detective inspector',
  agency: 'Exampleshire Police',
  roles: ['policeDdm'],
  rank: null,
  email: `officer-${i}@exampleshire.police.uk`,
  teams: null,
}));

let council: Council;
let announced: Message;
let people: Shown;
let reference: string;

const priya = () => council.as('priya-shah');

beforeAll(async () => {
  council = await startCouncil();
  const stores = openSqlite(join(council.dataDir, 'strategy.sqlite'));
  const imported = await createDirectory(stores.directory).importPeople(JSON.stringify({ people: officers }));
  await stores.close();
  expect(imported.result).not.toBe('refused');
  await priya().say('channel', '/strategy', { mention: true });
  announced = await priya().card('channel', 'New strategy discussion');
  reference = /SD-[A-Z0-9]{6}/.exec(JSON.stringify(announced.cards))?.[0] ?? '';
  people = await priya().press(announced, 'Open the form');
  for (const inputs of [{ ...child, ...referral }, concern]) people = await priya().press(people, 'Continue', inputs);
  people = await toPeople(priya(), people);
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

interface Searched {
  readonly id: string;
  readonly style: string;
  readonly choices: readonly { readonly value: string }[];
  readonly 'choices.data'?: { readonly type: string; readonly dataset: string };
}
const inputOn = (card: CardJson, id: string): Searched =>
  (partsOf(card) as unknown as readonly Searched[]).find((part) => part.id === id) ?? expect.fail(`no input ${id}`);

const datasetOn = (card: CardJson, id: string): string => {
  const query = inputOn(card, id)['choices.data'];
  expect(query?.type).toBe('Data.Query');
  return query?.dataset ?? '';
};

type Found = readonly { readonly title: string; readonly value: string }[];
const find = async (person: string, message: Message, dataset: string, text: string): Promise<Found> =>
  (await council.api<{ found: Found }>('POST', 'search', { person, message: message.id, dataset, text })).found;

describe('the convene form', () => {
  it('keeps a short list on the card for clients that cannot search, and says where the rest is', () => {
    const police = inputOn(people.card, 'seat.police');
    expect(police.choices.length).toBeLessThanOrEqual(25);
    expect(police.choices.map(({ value }) => value)).not.toContain('officer-55');
    expect(people.text).toMatch(/Each list shows the first \d+\./);
    expect(inputOn(people.card, 'seat.chair')).not.toHaveProperty('choices.data');
  });

  it('finds somebody for a seat by part of their name, accents or not, with title and agency and nothing else', async () => {
    expect(await find('priya-shah', announced, datasetOn(people.card, 'seat.police'), 'zoe aber')).toEqual([
      { title: 'DI Zoë Abernathy, Detective inspector, Exampleshire Police', value: 'officer-55' },
    ]);
  });

  it('finds for a seat only those who can take it, and besides anybody of the directory', async () => {
    expect(await find('priya-shah', announced, datasetOn(people.card, 'seat.police'), 'ruth ellison')).toEqual([]);
    const anybody = await find('priya-shah', announced, datasetOn(people.card, 'others'), 'ruth ellison');
    expect(anybody.map(({ value }) => value)).toEqual(['ruth-ellison']);
  });

  it('shows fifteen at most, which is what Teams has room for', async () => {
    expect(await find('priya-shah', announced, datasetOn(people.card, 'others'), 'officer')).toHaveLength(15);
  });

  it('answers in the shape that Teams documents', async () => {
    const asked = searched(council, personNamed('priya-shah'), `people/seat.police/${reference}`, 'Zoë');
    expect(await deliver(council, asked)).toEqual({
      status: 200,
      body: {
        type: 'application/vnd.microsoft.search.searchResponse',
        value: {
          results: [{ title: 'DI Zoë Abernathy, Detective inspector, Exampleshire Police', value: 'officer-55' }],
        },
      },
    });
  });

  it.each([
    ['a colleague who did not ask for the form', personNamed('martin-okafor')],
    ['a police officer', personNamed('tom-reyes')],
    ['somebody in no directory', newcomer],
    ['somebody of another organisation', outsider],
  ])('finds nobody for %s', async (_who, person) => {
    const answer = await deliver(council, searched(council, person, `people/seat.police/${reference}`, 'zoe'));
    expect(answer.body).toMatchObject({ value: { results: [] } });
  });

  it.each([
    'people',
    'people/everybody/SD-ABC234',
    'people/others/SD-ABC234',
    'graph.microsoft.com/users',
    '',
    'x/y/z/w',
  ])('finds nobody in “%s”', async (dataset) => {
    const answer = await deliver(council, searched(council, personNamed('priya-shah'), dataset, 'a'));
    expect(answer).toMatchObject({ status: 200, body: { value: { results: [] } } });
  });

  it('whoever was found can be chosen, and stays on the card when it is put right', async () => {
    const wrong = { 'seat.police': 'officer-55', namedName: 'Noor Aziz' };
    const again = await priya().press(people, 'Continue', wrong);
    expect(again.text).toContain('There is a problem');
    expect(inputOn(again.card, 'seat.police').choices.map(({ value }) => value)).toContain('officer-55');
    const last = await priya().press(again, 'Continue', { namedName: '' });
    expect(last.text).toContain('DI Zoë Abernathy');
    expect((await priya().press(last, 'Convene', meeting)).text).toContain(`Convened as ${reference}`);
  });
});

describe('the forms of a discussion', () => {
  let agenda: Message;
  beforeAll(async () => {
    const convened = await conveneInChannel(council, {
      people: { 'seat.police': 'tom-reyes' },
      meeting: { time: '15:00' },
    });
    // The channel has the agenda of the one before as well.
    agenda = await council.as('nadia-hussain').card('channel', `Strategy discussion ${convened.reference}`);
  });
  const opened = async (person: string, title: string): Promise<Shown> =>
    council.as(person).press(await council.as(person).press(agenda, 'Show what I can do'), title);

  it.each([
    ['inviting somebody else', 'Invite somebody else', 'ellie-vaughan'],
    ['attendance', 'Record attendance', 'ellie-vaughan'],
  ])('%s: whoever leads finds anybody, a colleague who takes part nobody', async (_form, button, colleague) => {
    const form = await opened('priya-shah', button);
    const dataset = datasetOn(form.card, 'person');
    expect((await find('priya-shah', form.message, dataset, 'abernathy')).map(({ value }) => value)).toEqual([
      'officer-55',
    ]);
    expect(await find(colleague, form.message, dataset, 'abernathy')).toEqual([]);
    expect(form.text).toMatch(/Lists show 40 of \d+\./);
  });

  it('a reply: whoever was invited finds those who can take their place', async () => {
    const form = await opened('tom-reyes', 'Reply to the invitation');
    const found = await find('tom-reyes', form.message, datasetOn(form.card, 'substitute'), 'abernathy');
    expect(found.map(({ value }) => value)).toEqual(['officer-55']);
  });
});
