import { z } from 'zod';
import { plain, template, type Card } from './bind.ts';
import { inputsOf, oneOf, required } from './form.ts';

const inputs = { what: plain, date: plain, time: plain };
const bind = template('not-reached', z.object({ reference: plain, nonce: plain, ...inputs }));

/** T-14, T-15: after a decision a child is not found, or access is refused. */
export const notReachedCard = (reference: string, nonce: string, typed: Readonly<Record<string, string>> = {}): Card =>
  bind({ reference, nonce, what: '', date: '', time: '', ...inputsOf(inputs, typed) });

export const notReachedForm = z.object({
  what: oneOf(['whereaboutsUnknown', 'accessRefused'], 'Say what has happened.'),
  date: required('The date', 40, 'Enter the date.'),
  time: required('The time', 40, 'Enter the time.'),
});
