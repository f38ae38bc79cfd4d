/** The card with the buttons: everybody's own view of it, which neither a refusal nor a change of the agenda takes away. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council, type Message } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
let part: Message;
beforeEach(async () => {
  council = await startCouncil();
  await conveneInChannel(council);
  part = await council.as('victor-lane').card('channel', 'take part');
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const seenBy = async (person: string): Promise<string> => {
  const found = (await council.as(person).messages('channel')).find(({ id }) => id === part.id);
  return textOf(found?.cards ?? []);
};

/** What a client does by itself when the card comes into sight of somebody it names. */
const look = async (person: string): Promise<string> => {
  const refresh = part.cards[0]?.['refresh'] as { action: object };
  await council.as(person).forge(part, refresh.action, 'automatic');
  return seenBy(person);
};

it('shows each their own buttons, by themselves in the client of everybody taking part', async () => {
  const refresh = part.cards[0]?.['refresh'] as { userIds: readonly string[] };
  expect(refresh.userIds.length).toBeGreaterThan(2);
  const tom = await look('tom-reyes');
  expect(tom).toContain('You have not answered the invitation yet.');
  expect(tom).toContain('Reply to the invitation');
  expect(tom).not.toMatch(/Record attendance|Open the decision form|Emergency action/);
  expect(await look('ellie-vaughan')).toContain('Emergency action');
  expect(await look('priya-shah')).toMatch(/Record attendance[^]*Open the decision form[^]*Change the time/);
});

it('the decision form opened too early is refused above the buttons, which stay', async () => {
  for (const [person, refusal] of [
    ['priya-shah', 'Nobody is recorded as present yet.'],
    ['ellie-vaughan', 'Only the chair can'],
  ] as const) {
    await council.as(person).press(part, 'Open the decision form');
    const view = await seenBy(person);
    expect(view).toContain('That cannot be done');
    expect(view).toContain(refusal);
    expect(view).toMatch(/Add information[^]*Emergency action/);
  }
});

it('emergency action is one press away from them after a decision, too (E-1)', async () => {
  await arrive(council, everybodyNeeded);
  const chair = council.as('priya-shah');
  let form = await openDecision(council);
  form = await chair.press(form, 'Continue', firstPageOfDecision);
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  await chair.press(form, 'Record the decision');
  const socialWorker = council.as('ellie-vaughan');
  const own = await socialWorker.press(part, 'Show what I can do');
  const done = await socialWorker.press(await socialWorker.press(own, 'Emergency action'), 'Record the action', {
    action: 'Taken to her grandmother',
    takenBy: 'Ellie Vaughan',
    date: '2026-09-15',
    time: '08:00',
  });
  expect(done.text).toMatch(/^✔ /);
});

it('a form in hand is there after ten changes of the agenda, and is sent then', async () => {
  const form = await council.as('ellie-vaughan').press(part, 'Add information');
  const before = await seenBy('ellie-vaughan');
  for (let i = 0; i < 10; i += 1) {
    const other = await council.as('priya-shah').press(part, 'Add information');
    await council.as('priya-shah').press(other, 'Add to the record', { text: `What is known, part ${i}` });
  }
  await until('the agenda counts them', async () =>
    JSON.stringify(await council.as('ellie-vaughan').messages('channel')).includes('10 contributions')
      ? true
      : undefined,
  );
  expect(await seenBy('ellie-vaughan')).toBe(before);
  const sent = await council.as('ellie-vaughan').press(form, 'Add to the record', { text: 'x'.repeat(600) });
  expect(sent.text).toMatch(/^✔ /);
});

it('three people who say in the same moment that they are here are all recorded', async () => {
  const people = ['priya-shah', 'ellie-vaughan', 'tom-reyes'];
  const forms = await Promise.all(people.map((person) => council.as(person).press(part, 'I am here')));
  const said = await Promise.all(
    forms.map((form, i) =>
      council.as(people[i] ?? '').press(form, 'Record that I am here', { mode: 'teams', authority: 'yes' }),
    ),
  );
  for (const { text } of said) expect(text).toContain('You are recorded as here.');
  await until('all three on the agenda', async () =>
    JSON.stringify(await council.as('ellie-vaughan').messages('channel')).includes('3 taking part') ? true : undefined,
  );
});
