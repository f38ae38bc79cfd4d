/** A meeting begins: everybody presses within the same second, on each kind of store. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { startCosmosServer, type CosmosServer } from '../store/cosmos/server.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, until, type Council, type Message, type Shown } from './council.ts';
import { seatsFilled } from './seatsOnCard.ts';

let cosmos: CosmosServer;
let place: CosmosPlace;
beforeAll(async () => {
  cosmos = await startCosmosServer();
  place = await cosmos.newPlace();
});
afterAll(async () => {
  await cosmos.removePlace(place);
  await cosmos.close();
});

const onCosmos = (): Readonly<Record<string, string>> => ({
  STORE: 'cosmos',
  COSMOS_ENDPOINT: place.endpoint,
  COSMOS_DATABASE: place.database,
  COSMOS_CONTAINER: place.container,
  COSMOS_KEY: place.key ?? '',
  AUTHORITY_ID: place.authorityId,
});

const invited = ['ellie-vaughan', 'grace-mensah', 'tom-reyes'];
const theirSeats = ['Health professional', 'Police Dedicated Decision Maker', 'Social worker'];

describe.each([
  ['SQLite', () => ({})],
  ['Cosmos DB', onCosmos],
])('on %s', (_store, environment) => {
  let council: Council;
  beforeAll(async () => {
    council = await startCouncil({ env: environment() });
  });
  afterAll(async () => {
    expect(council.faults).toEqual([]);
    await council.stop();
  });

  /** All three at once; everybody is told that it is done, and the card has all of them. */
  const allAtOnce = async (
    press: (person: string, agenda: Message) => Promise<() => Promise<Shown>>,
  ): Promise<void> => {
    const { reference } = await conveneInChannel(council, { meeting: { time: '10:30' } });
    const onlooker = council.as('victor-lane');
    const card = (): Promise<Message> => onlooker.card('channel', `Strategy discussion ${reference}`);
    const part = await card();
    const ready = await Promise.all(invited.map((person) => press(person, part)));
    const answers = await Promise.all(ready.map((now) => now()));
    for (const answer of answers) expect(answer.text).toContain('✔ You are recorded as taking part');
    await until('the agenda to show all three', async () => {
      const cards = (await onlooker.messages('channel')).flatMap((message) => message.cards);
      const agenda = cards.findLast((each) => seatsFilled(each).length > 0);
      return seatsFilled(agenda ?? {})
        .toSorted()
        .join() === theirSeats.join()
        ? agenda
        : undefined;
    });
  };

  it.each(['once', 'and once more'])('three press “I am here, I can decide for my agency”: %s', async () => {
    await allAtOnce((person, agenda) =>
      Promise.resolve(() => council.as(person).press(agenda, 'I am here, I can decide for my agency')),
    );
  });

  it.each(['once', 'and once more'])('three send the form behind “I am here”: %s', async () => {
    await allAtOnce(async (person, agenda) => {
      const form = await council.as(person).press(agenda, 'I am here');
      return () => council.as(person).press(form, 'Record that I am here', { mode: 'teams', authority: 'yes' });
    });
  });

  it('the same press again, at once or later, is one attendance; and a later meeting has its own', async () => {
    const { reference } = await conveneInChannel(council, { meeting: { time: '10:30' } });
    const part = await council.as('victor-lane').card('channel', `Strategy discussion ${reference}`);
    const tom = council.as('tom-reyes');
    const press = () => tom.press(part, 'I am here, I can decide for my agency');
    const there = async (): Promise<string> => (await tom.press(part, 'Show what I can do')).text;
    for (const answer of await Promise.all([press(), press(), press()])) {
      expect(answer.text).toContain('✔ You are recorded as taking part, and able to decide for your agency.');
    }
    expect(await there()).toContain('You are recorded as here.');
    const priya = council.as('priya-shah');
    const form = await priya.press(part, 'Change the time');
    const time = { date: '2026-09-15', time: '10:45', where: 'Room 4', reason: 'Nobody else came' };
    expect((await priya.press(form, 'Set the new time', time)).text).toContain('The new time is set');
    expect(await there()).not.toContain('You are recorded as here.');
    // The button that everybody sees is the same as before.
    expect((await press()).text).toContain('You are recorded as here.');
  });
});
