/** Where somebody who made a referral says that they have heard nothing (N-4). */
import { z } from 'zod';
import { required } from '../cards/form.ts';
import { textArea } from './fields.ts';
import { html } from './html.ts';
import { facts, problemsOf, type Question } from './question.ts';

const chaseForm = z.object({ message: required('Your message', 2000, 'Say what you are waiting for.') });

export const chase: Question = {
  title: 'Tell us that you have heard nothing',
  button: 'Send',
  fields: ({ discussion }, field) =>
    html`${facts([['Reference', discussion.reference]])}
    ${textArea({ ...field('message'), label: 'What you are waiting for, and how we can reach you', hint: 'It goes to the chair of the discussion.' })}`,
  read: (typed) => {
    const parsed = chaseForm.safeParse(typed);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'message') };
    const { message } = parsed.data;
    return { ok: true, command: { kind: 'reportNothingHeard', message }, thanks: 'The chair has been told' };
  },
};
