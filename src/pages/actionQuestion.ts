/** What the owner of an action is asked (AC-1): whether it is done, or what stands in the way. What it is stays unsaid. */
import { z } from 'zod';
import { oneOf, optional } from '../cards/form.ts';
import { actionIn } from '../discussion/state/agreedAction.ts';
import { formatDate } from '../practice/time/calendar.ts';
import { radios, textArea } from './fields.ts';
import { html } from './html.ts';
import { facts, problemsOf, type Question } from './question.ts';

const form = z
  .object({
    answer: oneOf(['done', 'blocked'], 'Say whether it is done, or blocked.'),
    note: optional('What you have to add', 1000),
  })
  .refine(({ answer, note }) => answer !== 'blocked' || note !== '', {
    message: 'Say what stands in the way.',
    path: ['note'],
  });

export const action: Question = {
  title: 'The action that is yours',
  button: 'Send',
  fields: ({ discussion, notice }, field) => {
    const about = actionIn(discussion, notice);
    return html`${facts([
      ['Reference', discussion.reference],
      ...(about === null
        ? []
        : ([
            ['Action', String(about.number)],
            ['Due by the end of', formatDate(about.dueOn)],
          ] as const)),
    ])}
    ${radios({ ...field('answer'), label: 'How does it stand?' }, [
      { value: 'done', words: 'It is done' },
      { value: 'blocked', words: 'It is blocked' },
    ])}
    ${textArea({ ...field('note'), label: 'What stands in the way, or what came of it', hint: 'Those who took part can read it. Leave it empty if it is done and there is nothing to add.' })}`;
  },
  read: (typed, { discussion, notice }) => {
    const parsed = form.safeParse(typed);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'answer') };
    const { answer, note } = parsed.data;
    // Without one any more, whoever is asked hears that there is no such action.
    const number = actionIn(discussion, notice)?.number ?? 0;
    return {
      ok: true,
      command: { kind: 'settleAction', action: number, as: answer, note },
      thanks: answer === 'done' ? 'It is recorded as done' : 'It is recorded as blocked, and the convenor is told',
    };
  },
};
