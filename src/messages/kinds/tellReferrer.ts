/** N-2: the social worker tells a referrer who took no part; one who is told no outcome, no more than their letter says (N-6). */
import { task } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, maybe, oneOf } from '../letter.ts';
import { isToldNoOutcome } from '../referrerLetters.ts';
import { always } from '../wanted.ts';

const outcome = letter('tell-referrer', { rule: maybe }, ({ notice: { rule } }) => ({ rule }));
const lookedInto = letter('tell-referrer-public', { rule: maybe }, ({ notice: { rule } }) => ({ rule }));

export const tellReferrer: Message = {
  ...task,
  wanted: always,
  letter: oneOf({ outcome, lookedInto }, ({ d }) => (isToldNoOutcome(d) ? 'lookedInto' : 'outcome')),
  buttons: ['told', 'openDiscussion'],
  proof: 'Request to tell the referrer',
};
