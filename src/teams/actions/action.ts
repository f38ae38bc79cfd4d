/** One action, opened from the list or from the message about it, and what came of it (AC-1). */
import { actionCard, settlingForm, type AboutAction } from '../../cards/action.ts';
import type { Card } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler, Press } from '../edges.ts';
import { asTyped } from '../press.ts';
import { aboutAction, acting, doneAbout } from './acting.ts';

const shown = (
  about: AboutAction,
  { who }: Press,
  edges: Edges,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const practice = edges.conduct.practiceOf(about.d);
  return actionCard(about, { actor: who.actor, practice, now: edges.clock() }, typed);
};

export const openAction: Handler = (press, edges) =>
  aboutAction(press, edges, (about) => ({ card: shown({ ...about, nonce: edges.newId() }, press, edges) }));

export const sendAction: Handler = (press, edges) =>
  aboutAction(press, edges, (about) => {
    const form = () => shown(about, press, edges, asTyped(press.data));
    const read = readForm(settlingForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { as, note } = read.value;
    return acting(press, edges, {
      command: { kind: 'settleAction', action: about.action.number, as, note },
      form,
      done: (after) => doneAbout(press, edges, after, saying[as]),
    });
  });

const saying = {
  done: 'It is recorded as done.',
  blocked: 'It is recorded as blocked. The convenor is told.',
} as const;
