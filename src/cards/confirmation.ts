import { z } from 'zod';
import { said, template, type Card } from './bind.ts';

const bind = template('confirmation', z.object({ text: said }));

/** The same card, opening with what has just been done. */
export const withConfirmation = (card: Card, text: string): Card => ({
  ...card,
  body: [...bind({ text }).body, ...card.body],
});
