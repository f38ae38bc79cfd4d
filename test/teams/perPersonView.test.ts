/**
 * The trap in `@microsoft/teams-ai` 1.7.4: a handler that returns a card with `refresh` makes the library replace that
 * card for everybody, and from then on it broadcasts whatever that handler returns, until the process restarts.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCouncil, textOf, type Council, type Message, type Shown } from '../journey/council.ts';
import { referral } from '../journey/formFilling.ts';
import { deliver, personNamed, pressed } from './activities.ts';
import { partsOf } from '../cards/soundness.ts';

type Stored = Message & { readonly editedAt: string | null };

let council: Council;
let announced: Message;
const everybodyElse = ['tom-reyes', 'ellie-vaughan', 'martin-okafor'];

beforeAll(async () => {
  council = await startCouncil();
  await council.as('priya-shah').say('channel', '/strategy', { mention: true });
  announced = await council.as('priya-shah').card('channel', 'New strategy discussion');
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const seenBy = async (person: string): Promise<Stored> => {
  const found = (await council.as(person).messages('channel')).find((m) => m.id === announced.id);
  if (found === undefined) throw new Error(`${person} does not see the message`);
  return found as Stored;
};

/** Nobody but the manager sees another card than before, and the message was never edited for all. */
const onlyTheManagerSees = async (form: string): Promise<void> => {
  await wait(150);
  expect(textOf((await seenBy('priya-shah')).cards)).toContain(form);
  for (const person of everybodyElse) {
    const { cards, editedAt } = await seenBy(person);
    expect(cards).toEqual(announced.cards);
    expect(editedAt).toBeNull();
  }
};

describe('the card that announces a form carries `refresh`, and each answer is for one person', () => {
  let form: Shown;

  it('the premise: the announcing card asks the manager’s client, and only theirs, to refresh', () => {
    const [card] = announced.cards;
    expect(card).toMatchObject({
      refresh: { action: { verb: 'convene.show' }, userIds: [personNamed('priya-shah').teams?.mri] },
    });
  });

  it('a refresh by the manager’s client', async () => {
    const [card] = announced.cards;
    const { action } = card?.['refresh'] as { readonly action: object };
    form = await council.as('priya-shah').forge(announced, action, 'automatic');
    await onlyTheManagerSees('Which child is the discussion about?');
  });

  it('the first press', async () => {
    form = await council.as('priya-shah').press(announced, 'Open the form');
    await onlyTheManagerSees('Which child is the discussion about?');
  });

  it('and every press after it, which is when the library would go on broadcasting', async () => {
    const child = { name: 'Jo Sample', initials: 'J.S.', birthKind: 'born', birthDate: '2019-03-01' };
    form = await council.as('priya-shah').press(form, 'Add another child', child);
    await onlyTheManagerSees('Recorded so far');
    form = await council.as('priya-shah').press(form, 'Continue', {});
    await onlyTheManagerSees('There is a problem');
    form = await council.as('priya-shah').press(form, 'Continue', referral);
    await onlyTheManagerSees('What is the concern?');
  });

  it('no card that answers a press refreshes itself: that would ask again for ever', () => {
    expect(form.card).not.toHaveProperty('refresh');
    expect(partsOf(form.card).filter((part) => 'refresh' in part)).toEqual([]);
  });

  it('somebody else’s press is answered to them alone, and shows nothing of the form', async () => {
    const reference = /SD-[A-Z0-9]{6}/.exec(JSON.stringify(announced.cards))?.[0];
    const action = { type: 'Action.Execute', verb: 'convene.show', data: { reference } };
    expect(await deliver(council, pressed(council, personNamed('tom-reyes'), action))).toMatchObject({
      body: {
        type: 'application/vnd.microsoft.activity.message',
        value:
          'You cannot open this form: it belongs to the person who asked for it, or it has been closed. Type /strategy to start your own.',
      },
    });
    await onlyTheManagerSees('What is the concern?');
  });
});
