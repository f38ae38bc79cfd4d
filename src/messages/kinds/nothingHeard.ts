/** N-4: somebody has not heard the outcome, and asks. */
import { voices, voicesOf } from '../disagreements.ts';
import { task } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, toAll } from '../letter.ts';
import { always } from '../wanted.ts';

const whoAsks = letter('nothing-heard', { voices }, (view, reader) => ({
  voices: voicesOf(view, 'heardNothing', reader.secure),
}));

export const nothingHeard: Message = {
  ...task,
  wanted: always,
  letter: toAll(whoAsks),
  buttons: ['seen', 'openDiscussion'],
  proof: 'Report of having heard nothing',
};
