/** The answer of the home authority (H-3): as whoever was asked writes it, and as somebody here enters one that came otherwise. */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Transfer } from '../discussion/state/transfer.ts';
import { waysOfAnswering } from '../discussion/state/transferEvents.ts';
import { plain, said, template, type Card } from './bind.ts';
import { inputsOf, oneOf, required } from './form.ts';

const answerInputs = { answer: plain, words: plain };
const bindOwn = template(
  'acceptance',
  z.object({ reference: plain, nonce: plain, notice: plain, choice: plain, council: said, ...answerInputs }),
);

/** `notice`: the message it was opened from, so that its reader gets back to it. */
export const acceptanceCard = (
  d: Discussion,
  about: { readonly notice: string; readonly choice: string },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card =>
  bindOwn({
    ...{ reference: d.reference, nonce, ...about, council: d.authority, answer: '', words: '' },
    ...inputsOf(answerInputs, typed),
  });

const answerFields = {
  answer: oneOf(['accepts', 'refuses'], 'Say whether your authority accepts responsibility.'),
  words: required('The answer', 2000, 'Write the answer in your own words.'),
};

export const acceptanceForm = z.object(answerFields);

const enteredInputs = { ...answerInputs, how: plain, from: plain, on: plain };
const bindEntered = template(
  'transfer-answer',
  z.object({ reference: plain, nonce: plain, choice: plain, asked: said, ...enteredInputs }),
);

export const transferAnswerCard = (
  d: Discussion,
  { number, of }: Transfer,
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card =>
  bindEntered({
    ...{ reference: d.reference, nonce, choice: String(number), asked: `${of.name}, ${of.agency}` },
    ...{ answer: '', words: '', how: '', from: of.name, on: '' },
    ...inputsOf(enteredInputs, typed),
  });

export const transferAnswerForm = z.object({
  answer: oneOf(['accepts', 'refuses'], 'Say whether they accept responsibility.'),
  words: required('What they said', 2000, 'Write what they said, in their words.'),
  how: oneOf(waysOfAnswering, 'Say how the answer came.'),
  from: required('The name', 100, 'Enter who gave the answer.'),
  on: required('The date', 40, 'Enter the day of the answer.'),
});
