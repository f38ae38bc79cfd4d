import { z } from 'zod';
import { plain, said, template, type Card } from './bind.ts';
import { required } from './form.ts';

const bind = template(
  'disagreement',
  z.object({
    reference: plain,
    nonce: plain,
    /** The message it is about, so that its reader gets back to it. */
    notice: plain,
    title: said,
    label: plain,
    choice: plain,
    text: plain,
  }),
);

const words = {
  disagrees: { title: 'Disagree with the outcome', label: 'What you disagree with' },
  heardNothing: { title: 'Say that you have heard nothing', label: 'What you are waiting for' },
} as const;

/** D-1, D-2, N-4: what somebody who disagrees, or has heard nothing, wants to tell the chair. */
export const disagreementCard = (
  about: { readonly reference: string; readonly notice: string; readonly choice: keyof typeof words },
  nonce: string,
  text = '',
): Card => bind({ ...about, nonce, text, ...words[about.choice] });

export const disagreementForm = z.object({ text: required('The message', 2000, 'Enter your message.') });
