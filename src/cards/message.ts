import { z } from 'zod';
import { said, template, type Card } from './bind.ts';

const bind = template(
  'message',
  z.object({ title: said, lines: z.array(said), facts: z.array(z.object({ title: said, value: said })) }),
);

/** Plain news for one person: a title, a few sentences, perhaps facts. */
export const messageCard = (message: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
}): Card => bind({ facts: [], ...message });
