/** Of several children, or people of a household, one is chosen first. */
import { z } from 'zod';
import { choice, plain, said, template, type Card, type Choice } from './bind.ts';

const bind = template(
  'choose',
  z.object({ reference: plain, heading: said, lead: said, label: plain, verb: plain, choices: z.array(choice) }),
);

/** What is chosen comes back as `of`, with `verb`. */
export const chooseCard = (asked: {
  readonly reference: string;
  readonly heading: string;
  readonly lead: string;
  readonly label: string;
  readonly verb: string;
  readonly choices: readonly Choice[];
}): Card => bind({ ...asked, choices: [...asked.choices] });
