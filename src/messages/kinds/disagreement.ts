/** D-1, D-2: each in the words of the standard, where it says where a disagreement goes. */
import { z } from 'zod';
import { disagreementOf } from '../../discussion/state/telling.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { voices, voicesOf } from '../disagreements.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { always } from '../wanted.ts';

const shape = { voices, procedures: z.array(z.object({ words: text, rule: text })) };

const whoDisagrees = letter('disagreement', shape, (view, reader) => ({
  voices: voicesOf(view, 'disagrees', reader.secure),
  procedures: proceduresFor(view),
}));

const proceduresFor = ({ d, practice }: View): z.input<typeof shape.procedures> => {
  const whose = d.telling.voices
    .filter(({ kind }) => kind === 'disagrees')
    .map(({ by }) => disagreementOf(d.referral.referrer.personId, by));
  return [...new Set(whose)].flatMap((of) => assessed(d, practice).escalation(of) ?? []);
};

export const disagreement: Message = {
  ...task,
  wanted: always,
  letter: toAll(whoDisagrees),
  buttons: ['seen', 'openDiscussion'],
  proof: 'Disagreement with the outcome',
};
