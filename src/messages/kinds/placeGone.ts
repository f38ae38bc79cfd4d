/** The channel or chat where a discussion lived has vanished, or the bot may say nothing there any more. */
import { task } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { always } from '../wanted.ts';

const goOnHere = letter('place-gone', { convenor: text }, ({ d }) => ({ convenor: d.convenor.name }));

export const placeGone: Message = {
  ...task,
  wanted: always,
  letter: toAll(goOnHere),
  buttons: ['openDiscussion'],
  proof: 'That its place in Teams is gone',
};
