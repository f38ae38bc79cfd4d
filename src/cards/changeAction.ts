/** The two forms that change an action: who has it, and by when it is due. */
import { z } from 'zod';
import { peopleChoices } from './agreeAction.ts';
import type { AboutAction } from './action.ts';
import { choice, clipped, plain, said, template, type Card } from './bind.ts';
import { withLists } from './choiceLists.ts';
import { inputsOf, optional, required } from './form.ts';

const about = { reference: plain, nonce: plain, notice: plain, number: plain, step: said };
const handingOn = { to: plain, reason: plain };
const dating = { due: plain, reason: plain };
const bindHandOn = template('hand-on', z.object({ ...about, people: z.array(choice), ...handingOn }));
const bindNewDate = template('new-date', z.object({ ...about, ...dating }));

const headOf = ({ d, action, notice, nonce }: AboutAction) => ({
  ...{ reference: d.reference, nonce, notice, number: String(action.number) },
  step: clipped(action.step, 300),
});

export const handOnCard = (given: AboutAction, typed: Readonly<Record<string, string>> = {}): Card =>
  withLists('Anybody else: ask the chair to add it anew, with their name.', (shorten) =>
    bindHandOn({
      ...headOf(given),
      people: shorten(peopleChoices(given.d).filter(({ value }) => value !== given.action.owner.personId)),
      ...{ to: '', reason: '' },
      ...inputsOf(handingOn, typed),
    }),
  );

export const handOnForm = z.object({
  to: required('The person', 200, 'Choose who has it from now on.'),
  reason: optional('The reason', 1000),
});

export const newDateCard = (given: AboutAction, typed: Readonly<Record<string, string>> = {}): Card =>
  bindNewDate({ ...headOf(given), due: given.action.dueOn, reason: '', ...inputsOf(dating, typed) });

export const newDateForm = z.object({
  due: required('The date', 40, 'Say by when.'),
  reason: required('The reason', 1000, 'Say why the date changes.'),
});
