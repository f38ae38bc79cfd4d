/** Who else reads the place is said before a discussion is convened there, with the choice of another. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council, type Shown } from './council.ts';
import { recordOf } from './record.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it('members who are not invited are counted, and those of another organisation named', async () => {
  const { lastLook } = await conveneInChannel(council);
  expect(lastLook.text).toMatch(/\d+ people who are not invited can read this channel\./);
  expect(lastLook.text).toContain('From another organisation: Victor Lane.');
});

it('where Teams does not say, that is said, and nothing is in the way', async () => {
  await council.api('POST', 'faults', [{ kind: 'connectorSilence', operation: 'members' }]);
  const { lastLook, reference } = await conveneInChannel(council);
  expect(lastLook.text).toContain('We could not find out who else reads this channel.');
  expect(reference).toMatch(/^SD-/);
});

it('in the own chat with the bot nobody else reads it, and nothing is asked', async () => {
  const manager = council.as('priya-shah');
  await manager.say('chat', '/strategy');
  const announced = await manager.card('chat', 'New strategy discussion');
  const { lastLook } = await conveneInChannel(council, { announced });
  expect(lastLook.text).not.toContain('Where the cards go');
});

it('convened in the convenor’s own chat, the channel sees nothing of it, and the others decide from theirs', async () => {
  const { reference } = await conveneInChannel(council, {
    manager: 'martin-okafor',
    people: { 'seat.chair': 'priya-shah' },
    meeting: { cards: 'ownChat', time: '10:30' },
  });
  await council.as('martin-okafor').card('chat', 'Who must be there');
  const arrived = async (person: string): Promise<Shown> => {
    const who = council.as(person);
    const opened = await who.press(await who.card('chat', 'Open the discussion'), 'Open the discussion');
    const here = await who.press(opened, 'I am here');
    return who.press(here, 'Record that I am here', { mode: 'teams', authority: 'yes' });
  };
  const ready = await arrived('priya-shah');
  for (const person of ['ellie-vaughan', 'grace-mensah', 'tom-reyes']) await arrived(person);
  const form = await council.as('priya-shah').press(ready, 'Open the decision form');
  expect(form.text).toContain('J.S.');
  expect((await recordOf(council, reference)).discussion?.stage).toBe('inSession');
  const channel = (await council.as('victor-lane').posted('channel')).map(({ cards }) => textOf(cards)).join();
  expect(channel).not.toContain(`Strategy discussion ${reference}`);
});
