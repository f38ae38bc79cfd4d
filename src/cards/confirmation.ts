import { z } from 'zod';
import { said, template, type Card } from './bind.ts';

const bind = template('confirmation', z.object({ text: said, toWeigh: z.array(said) }));

/** The same card, opening with what has just been done, and what to weigh about it: it is done all the same. */
export const withConfirmation = (card: Card, text: string, toWeigh: readonly string[] = []): Card => ({
  ...card,
  body: [...bind({ text, toWeigh }).body, ...card.body],
});
