/** The record on its way into the child’s file: what has been done of it, and what is done now. */
import { z } from 'zod';
import type { Decided } from '../discussion/state/discussion.ts';
import { filingSteps } from '../discussion/state/filing.ts';
import { filingLines } from '../words/filingWords.ts';
import { plain, said, template, type Card } from './bind.ts';
import { inputsOf, oneOf, optional } from './form.ts';

const inputs = { step: plain, where: plain };
const bind = template('filing', z.object({ reference: plain, nonce: plain, lines: z.array(said), ...inputs }));

export const filingCard = (d: Decided, nonce: string, typed: Readonly<Record<string, string>> = {}): Card =>
  bind({
    ...{ reference: d.reference, nonce, lines: filingLines(d), step: '', where: '' },
    ...inputsOf(inputs, typed),
  });

export const filingForm = z.object({
  step: oneOf(filingSteps, 'Say what has been done.'),
  where: optional('Where it is', 200),
});
