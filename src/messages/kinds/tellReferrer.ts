/** N-2: the social worker tells a referrer who took no part; one who is told no outcome, no more than their letter says (N-6). */
import { task } from '../families.ts';
import type { Message } from '../kind.ts';
import { correctedAt, letter, maybe, oneOf } from '../letter.ts';
import { isToldNoOutcome } from '../referrerLetters.ts';
import { isLastWord } from '../wanted.ts';

const outcome = letter('tell-referrer', { rule: maybe, corrected: maybe }, ({ d, notice: { rule } }) => ({
  rule,
  corrected: correctedAt(d),
}));
const lookedInto = letter('tell-referrer-public', { rule: maybe }, ({ notice: { rule } }) => ({ rule }));

export const tellReferrer: Message = {
  ...task,
  wanted: (view) => isToldNoOutcome(view.d) || isLastWord(view),
  letter: oneOf({ outcome, lookedInto }, ({ d }) => (isToldNoOutcome(d) ? 'lookedInto' : 'outcome')),
  buttons: ['told', 'openDiscussion'],
  proof: 'Request to tell the referrer',
};
