/** What somebody who was sent the outcome is asked: whether they have read it, or disagree (D-1, D-2). */
import { z } from 'zod';
import { oneOf, optional } from '../cards/form.ts';
import { radios, textArea } from './fields.ts';
import { html } from './html.ts';
import { facts, problemsOf, type Question } from './question.ts';

const outcomeForm = z
  .object({
    answer: oneOf(['read', 'disagree'], 'Say whether you have read the outcome or disagree with it.'),
    reason: optional('The reason', 2000),
  })
  .refine(({ answer, reason }) => answer !== 'disagree' || reason !== '', {
    message: 'Say what you disagree with.',
    path: ['reason'],
  })
  .refine(({ answer, reason }) => answer !== 'read' || reason === '', {
    message: 'You have written what you disagree with. Choose “I disagree with the outcome”, or clear this.',
    path: ['reason'],
  });

export const outcome: Question = {
  title: 'The outcome you were sent',
  button: 'Send',
  fields: ({ discussion }, field) =>
    html`${facts([['Reference', discussion.reference]])}
    ${radios({ ...field('answer'), label: 'What do you want to tell us?' }, [
      { value: 'read', words: 'I have read the outcome' },
      { value: 'disagree', words: 'I disagree with the outcome' },
    ])}
    ${textArea({ ...field('reason'), label: 'What you disagree with', hint: 'It goes to the chair of the discussion, who will contact you. Leave this empty if you do not disagree.' })}`,
  read: (typed, { notice }) => {
    const parsed = outcomeForm.safeParse(typed);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'answer') };
    return parsed.data.answer === 'read'
      ? { ok: true, command: { kind: 'acknowledge', notice }, thanks: 'We know that you have read it' }
      : {
          ok: true,
          command: { kind: 'disagree', reason: parsed.data.reason },
          thanks: 'The chair has been told that you disagree',
        };
  },
};
