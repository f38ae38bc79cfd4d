/** Handing an action on to somebody else the discussion knows, and changing its date. */
import type { AboutAction } from '../../cards/action.ts';
import type { Card } from '../../cards/bind.ts';
import { handOnCard, handOnForm, newDateCard, newDateForm } from '../../cards/changeAction.ts';
import { dueDate } from '../../cards/dueDate.ts';
import { readForm } from '../../cards/form.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { actionNumbered } from '../../discussion/state/agreedAction.ts';
import { personId } from '../../discussion/state/people.ts';
import { formAgain, refusalCard, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped } from '../press.ts';
import { aboutAction, acting, doneAbout } from './acting.ts';

/** Both forms are for those who have a part in the discussion and may do it; what is sent is asked again. */
const changing =
  (
    deed: 'handOnAction' | 'moveAction',
    use: (about: AboutAction, press: Press, edges: Edges) => Promise<Answer> | Answer,
  ): Handler =>
  (press, edges) =>
    aboutAction(press, edges, (about) => {
      const { d, action } = about;
      const { actor } = press.who;
      if (!may('read', capacitiesOf(d, actor))) {
        return { card: refusalCard({ code: 'unknownDiscussion', reference: d.reference }) };
      }
      const refusal = forbidden(deed, deed, d, actor, { action: action.number });
      return refusal === null ? use(about, press, edges) : refusedAnswer(d, refusal, press, edges);
    });

/** What was written on the card it is opened from is the reason, until somebody writes another. */
const opening =
  (form: (about: AboutAction, typed: Readonly<Record<string, string>>) => Card) =>
  (about: AboutAction, { data }: Press, edges: Edges): Answer => ({
    card: form({ ...about, nonce: edges.newId() }, { reason: asTyped(data)['note'] ?? '' }),
  });

export const openHandOn = changing('handOnAction', opening(handOnCard));
export const openNewDate = changing('moveAction', opening(newDateCard));

export const sendHandOn = changing('handOnAction', (about, press, edges) => {
  const { number } = about.action;
  const form = () => handOnCard(about, asTyped(press.data));
  const read = readForm(handOnForm, press.data);
  if (!read.ok) return formAgain(form, read.problems);
  const { to, reason } = read.value;
  return acting(press, edges, {
    command: { kind: 'handOnAction', action: number, to: personId(to), reason },
    form,
    done: (after) => {
      const name = actionNumbered(after, number)?.owner.name ?? 'Whoever has it';
      return doneAbout(press, edges, after, `${name} has it from now on, and is told.`);
    },
  });
});

export const sendNewDate = changing('moveAction', (about, press, edges) => {
  const form = () => newDateCard(about, asTyped(press.data));
  const read = readForm(newDateForm, press.data);
  if (!read.ok) return formAgain(form, read.problems);
  const due = dueDate(read.value.due);
  if (!due.ok) return formAgain(form, due.problems);
  const { reason } = read.value;
  return acting(press, edges, {
    command: { kind: 'moveAction', action: about.action.number, dueOn: due.value, reason },
    form,
    done: (after) => doneAbout(press, edges, after, 'The date is changed, and whoever has it is told.'),
  });
});
