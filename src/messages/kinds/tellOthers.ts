/** Those whom the standard wants told that there is a discussion (H-2, CH-7, I-22). */
import { z } from 'zod';
import { assessed } from '../../discussion/matter/assessed.ts';
import { task } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { isOpen } from '../wanted.ts';

const whomToTell = letter(
  'tell-others',
  { others: z.array(z.object({ words: text, rule: text })) },
  ({ d, practice }) => ({
    others: assessed(d, practice)
      .tell('convening')
      .filter(({ rule }, i, all) => all.findIndex((other) => other.rule === rule) === i)
      .map(({ words, rule }) => ({ words, rule })),
  }),
);

export const tellOthers: Message = {
  ...task,
  wanted: ({ d }) => isOpen(d),
  letter: toAll(whomToTell),
  buttons: ['seen', 'openDiscussion'],
  proof: 'Others to be told of the discussion',
};
