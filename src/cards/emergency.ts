import { z } from 'zod';
import { plain, template, type Card } from './bind.ts';
import { inputsOf, required } from './form.ts';

const inputs = { action: plain, takenBy: plain, date: plain, time: plain };
const bind = template('emergency', z.object({ reference: plain, nonce: plain, ...inputs }));

/** E-1: what was done, by whom and when. */
export const emergencyCard = (reference: string, nonce: string, typed: Readonly<Record<string, string>> = {}): Card =>
  bind({ reference, nonce, action: '', takenBy: '', date: '', time: '', ...inputsOf(inputs, typed) });

export const emergencyForm = z.object({
  action: required('What was done', 2000, 'Say what was done.'),
  takenBy: required('Who took the action', 200, 'Say who took the action.'),
  date: required('The date', 10, 'Enter the date it was done.'),
  time: required('The time', 5, 'Enter the time it was done.'),
});
