/**
 * A manager in a hurry convenes: the steps, presses, characters and seconds it takes, with nothing left out that the law and
 * the procedure need, and nothing filled in that they do not. What the form proposes already costs nothing.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCouncil, type Council, type Shown } from './council.ts';
import { inputsOn } from './everyText.ts';
import type { Inputs } from './formFilling.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

/** Somebody who types 40 words a minute, and takes a second and a half to find and press something. */
const secondsFor = { character: 0.3, press: 1.5 };

const cost = { steps: 0, presses: 0, characters: 0 };

/** Fills in what is not there yet, and presses the button: a choice is one press, a date two, a text as long as it is. */
const fill = async (form: Shown, button: string, answers: Inputs): Promise<Shown> => {
  cost.steps += 1;
  cost.presses += 1;
  for (const { id, type, value = '' } of inputsOn(form.card)) {
    const answer = answers[id] ?? '';
    if (answer === '' || answer === value) continue;
    if (type === 'Input.Text') {
      cost.presses += 1;
      cost.characters += answer.length;
    } else cost.presses += type === 'Input.Date' ? 2 : 1;
  }
  return council.as('priya-shah').press(form, button, answers);
};

it('takes three pages, twelve presses and less than two minutes', async () => {
  const manager = council.as('priya-shah');
  await manager.say('channel', '/strategy', { mention: true });
  cost.characters += '/strategy'.length;
  const announced = await manager.card('channel', 'New strategy discussion');
  // The client of whoever asked opens the form by itself.
  const { action } = announced.cards[0]?.['refresh'] as { readonly action: object };
  let form = await manager.forge(announced, action, 'automatic');
  form = await fill(form, 'Continue', {
    name: 'Jo Sample',
    birthDate: '2019-03-01',
    receivedTime: '09:00',
    referrerName: 'Carol Tench',
    referrerAgency: 'Little Acorns Nursery',
    referrerEmail: 'carol@littleacorns.example',
  });
  form = await fill(form, 'Continue', { concern: 'Unexplained marks on both arms' });
  expect(form.text).toContain('Police Dedicated Decision Maker\nDI Tom Reyes');
  form = await fill(form, 'Convene', { where: 'Room 4, Civic Centre' });
  expect(form.text).toMatch(/Convened as SD-[A-Z0-9]{6}/);
  expect(form.text).toContain('J.S., 7 years');

  const seconds = Math.round(cost.presses * secondsFor.press + cost.characters * secondsFor.character);
  process.stdout.write(`shortest convening: ${JSON.stringify({ ...cost, seconds })}\n`);
  expect(cost.steps).toBe(3);
  expect(cost.presses).toBeLessThanOrEqual(12);
  expect(seconds).toBeLessThan(120);
});
