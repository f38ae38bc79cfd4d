/** What people type goes through forms, records, cards and e-mails, and stays the characters they typed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/bind.ts';
import { hostile } from '../cards/hostile.ts';
import { faultsIn, readable } from '../cards/soundness.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type CardJson, type Council } from './council.ts';
import { recordOf } from './record.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isSound = (card: CardJson): void => {
  expect(faultsIn(card as unknown as Card)).toEqual([]);
};
const short = hostile.filter(([, text]) => text.length <= 100);

describe.each(short)('%s', (_name, text) => {
  it('as the place of the meeting, the referrer’s name and what is written', async () => {
    const manager = council.as('priya-shah');
    const { reference } = await conveneInChannel(council, {
      referral: { referrerName: text, referrerAgency: text },
      concern: { concern: text },
      meeting: { where: text },
    });
    const { discussion } = await recordOf(council, reference);
    expect(discussion).toMatchObject({
      concern: text.trim(),
      meeting: { where: text.trim() },
      referral: { referrer: { name: oneLine(text), agency: oneLine(text) } },
    });

    const agenda = await until('its agenda', async () =>
      (await council.as('ellie-vaughan').messages('channel')).find(({ cards }) =>
        [reference, 'Who must be there'].every((words) => textOf(cards).includes(words)),
      ),
    );
    const [card] = agenda.cards;
    if (card === undefined) throw new Error('there is no agenda card');
    isSound(card);
    expect(oneLine(readable(card))).toContain(oneLine(text));

    const who = { name: text, role: 'specialist', agency: text, identified: 'otherwise', identifiedNote: text };
    const walkIn = { ...who, mode: 'phone', authority: 'yes' };
    const attendance = await manager.press(agenda, 'Record attendance');
    const recorded = await manager.press(attendance, 'Record attendance', walkIn);
    isSound(recorded.card);
    expect(oneLine(readable(recorded.card))).toContain(`${oneLine(text)} is recorded as taking part.`);

    const letter = await council.as('carol-tench').letter(reference);
    expect(oneLine(letter.text)).toContain(oneLine(text));
  });
});
