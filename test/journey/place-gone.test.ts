/** Messages, chats and channels vanish in Teams: what is owed goes to the next place that works, and somebody is told. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { arrive, everybodyNeeded } from './takingPart.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const inTeams = [
  ...['priya-shah', 'ellie-vaughan', 'tom-reyes', 'grace-mensah', 'martin-okafor', 'victor-lane'],
  ...['nadia-hussain', 'ruth-ellison', 'leon-baptiste', 'hannah-boyle'],
];

/** The channel answers as if it were gone; people’s own chats go on as ever. */
const channelGone = (status: number): Promise<unknown> =>
  council.api('POST', 'faults', [
    ...inTeams.map((person) => ({ kind: 'connectorDelay', person, ms: 1 })),
    { kind: 'connectorStatus', operation: 'update', status },
    { kind: 'connectorStatus', operation: 'send', status },
  ]);

/** Convened by one, chaired by another. */
const convened = async (): Promise<string> => {
  const { reference } = await conveneInChannel(council, {
    manager: 'martin-okafor',
    people: { 'seat.chair': 'priya-shah' },
  });
  return reference;
};

const chatOf = async (person: string): Promise<string> =>
  (await council.as(person).posted('chat')).map(({ cards }) => textOf(cards)).join('\n--\n');

it.each([404, 403])(
  'a channel that answers %s: convenor and chair are told, and the discussion goes on to its decision form in own chats',
  async (status) => {
    const reference = await convened();
    await arrive(council, everybodyNeeded);
    await channelGone(status);
    const part = await council.as('victor-lane').card('channel', 'take part');
    const form = await council.as('ellie-vaughan').press(part, 'Emergency action');
    const done = await council.as('ellie-vaughan').press(form, 'Record the action', {
      action: 'Taken to the ward.',
      takenBy: 'Exampleshire Police',
      date: '2026-09-15',
      time: '09:30',
    });
    expect(done.text).toMatch(/^✔ /);
    for (const person of ['priya-shah', 'martin-okafor']) {
      const told = await council.as(person).card('chat', 'The place in Teams is gone');
      expect(textOf(told.cards)).toContain('Martin Okafor’s own chat with the bot');
    }
    await until('the cards in the convenor’s own chat', async () => {
      const chat = await chatOf('martin-okafor');
      return /Who must be there/.test(chat) && /take part/.test(chat) && /Who has been told/.test(chat)
        ? true
        : undefined;
    });
    const agenda = await council.as('martin-okafor').card('chat', 'Emergency action has been recorded (1)');
    expect(textOf(agenda.cards)).toContain(reference);

    const chair = council.as('priya-shah');
    const told = await chair.card('chat', 'The place in Teams is gone');
    const opened = await chair.press(told, 'Open the discussion');
    const decision = await chair.press(opened, 'Open the decision form');
    expect(decision.text).toContain('J.S.');
    expect(decision.text).toContain('Continue');
    expect(await council.api('GET', 'faults')).toBeDefined();
  },
);

it('an announcement somebody has deleted: the agenda is posted anew, and what happens is shown on it', async () => {
  await council.api('POST', 'faults', [{ kind: 'connectorStatus', operation: 'update', status: 404, times: 1 }]);
  await conveneInChannel(council);
  await council.as('ellie-vaughan').card('channel', 'Who must be there');
  await arrive(council, everybodyNeeded);
  await until('everybody shown as here', async () => {
    const card = await council.as('ellie-vaughan').card('channel', 'Who must be there');
    return textOf(card.cards).includes('everyone needed is here') ? true : undefined;
  });
});

it('an agenda somebody has deleted is posted anew, and updated from then on', async () => {
  await conveneInChannel(council);
  await council.as('ellie-vaughan').card('channel', 'Who must be there');
  await council.api('POST', 'faults', [{ kind: 'connectorStatus', operation: 'update', status: 403, times: 1 }]);
  await arrive(council, everybodyNeeded);
  await until('everybody shown as here', async () => {
    const card = await council.as('ellie-vaughan').card('channel', 'Who must be there');
    return textOf(card.cards).includes('everyone needed is here') ? true : undefined;
  });
});

it('a person’s chat with the bot that they deleted is opened anew: what they ask for in the channel reaches them', async () => {
  await council.as('priya-shah').say('chat', 'help');
  const before = (await council.as('priya-shah').posted('chat')).length;
  await council.api('POST', 'faults', [
    { kind: 'connectorStatus', operation: 'send', person: 'priya-shah', status: 404, times: 1 },
  ]);
  await council.as('priya-shah').say('channel', '/strategy list', { mention: true });
  await until('the list in their chat', async () =>
    (await council.as('priya-shah').posted('chat')).length > before ? true : undefined,
  );
  const said = (await council.as('priya-shah').posted('channel')).map(({ text }) => text).join('\n');
  expect(said).toContain('The answer is in your chat with the bot.');
  expect(said).not.toContain('went wrong');
});
