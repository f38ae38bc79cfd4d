/** The card that says who has been told is true without anybody asking it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

/** People’s own chats answer at once, and the channel takes its time: invitations arrive while the card is sent. */
const slowChannel = [
  ...['priya-shah', 'ellie-vaughan', 'tom-reyes', 'grace-mensah'].map((person) => ({
    kind: 'connectorDelay',
    person,
    ms: 1,
  })),
  { kind: 'connectorDelay', operation: 'send', ms: 1_000 },
];

it('five discussions whose people are all in Teams: each card comes to say that all were told', async () => {
  await council.api('POST', 'faults', slowChannel);
  const references: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    // Nobody by e-mail, which takes longer: the last invitation is sent while the card is.
    const referral = {
      standing: 'family',
      referrerName: 'Pat Sample',
      referrerAgency: '',
      referrerEmail: '',
      referrerPhone: '01632 960001',
    };
    references.push((await conveneInChannel(council, { referral })).reference);
  }
  const cardOf = async (reference: string): Promise<string> => {
    const cards = (await council.as('priya-shah').messages('channel')).flatMap(({ cards }) => cards.map(textOf));
    return cards.find((text) => text.includes('Who has been told') && text.includes(reference)) ?? '';
  };
  for (const reference of references) {
    const told = await until(`all of ${reference} told`, async () => {
      const text = await cardOf(reference);
      const [, sent, of] = /(\d+) of (\d+) sent\./.exec(text) ?? [];
      return sent !== undefined && sent !== '0' && sent === of ? text : undefined;
    });
    expect(told).not.toContain('Waiting');
  }
});
