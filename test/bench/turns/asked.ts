/** What people ask of the product: each of these is one turn, and fails where it is not answered as it should be. */
import { randomUUID } from 'node:crypto';
import { pressed, textOf } from '../../journey/council.ts';
import { firstPage } from '../../soak/story.ts';
import type { Turn } from '../load/batch.ts';
import type { Client } from '../load/client.ts';
import { manager, socialWorker, viewers, type Form, type InSession } from './prepared.ts';

/** The next of them, from the first again after the last. */
const eachInTurn = <T>(all: readonly T[]): (() => T) => {
  let next = 0;
  return () => {
    const one = all[next % all.length];
    next += 1;
    if (one === undefined) throw new Error('there is none');
    return one;
  };
};

export const typed =
  (client: Client, words: string): Turn =>
  () =>
    client.say(manager, words);

export const shown = (client: Client, discussions: readonly InSession[]): Turn => {
  const next = eachInTurn(discussions);
  return () => client.say(manager, `/strategy show ${next().reference}`);
};

/** A client that asks for its own view of the card in the thread, which it does by itself. */
export const refreshed = (client: Client, discussions: readonly InSession[]): Turn => {
  const [next, person] = [eachInTurn(discussions), eachInTurn(viewers)];
  return async () => {
    const { reference, message } = next();
    const action = { verb: 'agenda.read', data: { reference } };
    const card = await client.press({ person: person(), message, action, trigger: 'automatic' });
    expectWords(card, reference);
  };
};

export const informationOpened = (client: Client, discussions: readonly InSession[]): Turn => {
  const next = eachInTurn(discussions);
  return async () => {
    const { reference, message } = next();
    const action = { verb: 'information.open', data: { reference } };
    expectWords(await client.press({ person: socialWorker, message, action }), 'Add information');
  };
};

export const informationAdded = (client: Client, discussions: readonly InSession[]): Turn => {
  const next = eachInTurn(discussions);
  return async () => {
    const { reference, message } = next();
    const data = { reference, nonce: randomUUID(), text: 'Seen at school, well, and with a friend.' };
    const card = await client.press({ person: socialWorker, message, action: { verb: 'information.send', data } });
    expectWords(card, 'Added to the record');
  };
};

/** A page of the form, as it is shown to whoever fills it in. */
interface Page {
  readonly card: unknown;
  readonly at: 'empty' | 'second' | 'first';
}

/** Each who asks fills in the first page of a form of their own and goes back to it: both keep what was typed. */
export const formFilledIn = (client: Client, forms: readonly Form[], day: string): Turn => {
  const shown = forms.map(({ card }): Page => ({ card, at: 'empty' }));
  return async (asker) => {
    const [form, now] = [forms[asker], shown[asker]];
    if (form === undefined || now === undefined) throw new Error(`there is no form for asker ${asker}`);
    const press = (title: string, inputs = {}) =>
      client.press({
        ...{ person: manager, message: form.message },
        action: pressed(manager, now.card, title, inputs),
      });
    if (now.at === 'second') {
      shown[asker] = { card: await press('Go back'), at: 'first' };
      return expectWords(shown[asker].card, 'Step 1 of 3');
    }
    // Gone back to, the page has the child already.
    shown[asker] = { card: await press('Continue', now.at === 'empty' ? firstPage(day) : {}), at: 'second' };
    expectWords(shown[asker].card, 'Step 2 of 3');
  };
};

export const decided = (client: Client, discussions: readonly InSession[]): Turn => {
  const next = eachInTurn(discussions);
  return async () => expectWords(await client.press(next().deciding), 'The decision is recorded');
};

const expectWords = (card: unknown, words: string): void => {
  if (!textOf(card).includes(words)) throw new Error(`“${words}” was not answered: ${textOf(card).slice(0, 300)}`);
};
