import { z } from 'zod';
import { plain, said, template, type Card } from './bind.ts';

const bind = template(
  'message',
  z.object({
    reference: plain,
    title: said,
    lines: z.array(said),
    facts: z.array(z.object({ title: said, value: said })),
    buttons: z.array(z.object({ title: plain, verb: plain })),
  }),
);

/** Plain news for one person: a title, a few sentences, perhaps facts and buttons. */
export const messageCard = (message: {
  readonly reference?: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly buttons?: readonly { readonly title: string; readonly verb: string }[];
}): Card => bind({ reference: '', facts: [], buttons: [], ...message });
