/** Those whom the standard wants told that there is a discussion (H-2, CH-7). */
import { z } from 'zod';
import { noticesOwed } from '../../practice/answers/duties.ts';
import { listedFacts } from '../../practice/answers/situation.ts';
import { task } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { isOpen } from '../wanted.ts';

const whomToTell = letter(
  'tell-others',
  { others: z.array(z.object({ words: text, rule: text })) },
  ({ d, practice }) => ({
    others: noticesOwed(practice, 'convening', listedFacts(d.facts)).map(({ words, rule }) => ({ words, rule })),
  }),
);

export const tellOthers: Message = {
  ...task,
  wanted: ({ d }) => isOpen(d),
  letter: toAll(whomToTell),
  buttons: ['seen', 'openDiscussion'],
  proof: 'Others to be told of the discussion',
};
