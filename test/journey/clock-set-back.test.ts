import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(() => council.stop());

const allSent = (reference: string): Promise<true> =>
  until(`everybody to be told of ${reference}`, async () => {
    const cards = (await council.as('priya-shah').messages('channel')).map((m) => textOf(m.cards));
    return cards.some((text) => text.includes(reference) && /\b(\d+) of \1 sent/.test(text)) ? true : undefined;
  });

it('the clock of the machine is set back two days: the next discussion is announced as promptly as ever', async () => {
  const thursday = { referral: { receivedDate: '2026-09-17' }, meeting: { date: '2026-09-17' } };
  await council.setClock(new Date('2026-09-17T10:00:00+01:00'));
  for (let i = 0; i < 3; i += 1) await allSent((await conveneInChannel(council, thursday)).reference);
  await council.setClock(new Date('2026-09-15T10:05:00+01:00'));
  const references: string[] = [];
  for (let i = 0; i < 3; i += 1) references.push((await conveneInChannel(council)).reference);
  for (const reference of references) await allSent(reference);
  const ready = await fetch(`${council.origin}/readyz`);
  expect(ready.status).toBe(200);
});
