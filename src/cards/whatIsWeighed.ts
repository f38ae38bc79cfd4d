/** What may be written down as weighed: while convening, and when standing down. Nobody has to. */
import type { Assessment } from '../practice/assess.ts';
import { field, type DetailField, type Section } from './askedFields.ts';

export const whatIsWeighed = ({ factors }: Assessment): Section => ({
  title: 'What was weighed',
  fields: factors.map(weighed),
});

/** with what it may be about. */
const weighed = ({ hint, ...factor }: Assessment['factors'][number]): DetailField =>
  field(hint === undefined ? factor : { ...factor, words: `${factor.words}: ${hint}` }, 'asked.factors');

/** The words of the button that opens it. */
export const toWriteItDown = 'Record what was weighed (optional)';
