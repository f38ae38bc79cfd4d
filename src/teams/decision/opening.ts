/** Opening the decision form, going on with it, and starting it afresh. */
import { emptyDeciding } from '../../conduct/drafts.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import { livesIn } from '../../discussion/state/discussion.ts';
import { doneAnswer, refusalCard, refusedAnswer } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { commandKey, readHeader } from '../press.ts';
import { save, withForm } from './decisionForm.ts';

/** Posts the decision form in the thread, once for each meeting. It has a card of its own: the buttons stay where they are. */
export const openDecision: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const { actor } = press.who;
  const isConcerned = await edges.conduct.concerns(reference, actor);
  const current = isConcerned ? await edges.conduct.current(reference) : null;
  // Where the cards are in one person's own chat, the form opens where the chair pressed.
  const isShared = current === null || livesIn(current) !== null;
  const isOpened = current?.stage === 'inSession' && current.decisionOpenedAt !== null;
  if (isOpened && !isShared) return showDecision(press, edges);
  if (isOpened && may('fillInDecision', capacitiesOf(current, actor))) {
    return doneAnswer(current, 'The decision form is in this thread already. Go on there.', press, edges);
  }
  const command = { kind: 'openDecision' } as const;
  // The same button serves each meeting, and each chair: the card it is on stays.
  const key = [commandKey(press), current?.meetingChanges ?? 0, current?.handovers.length ?? 0].join('/');
  const acted = await edges.conduct.act({ reference, command, actor, key });
  if (acted.result === 'done' && !isShared) return showDecision(press, edges);
  return acted.result === 'done'
    ? doneAnswer(acted.discussion, 'The decision form is in this thread, for the chair.', press, edges)
    : current === null || acted.refusal.code === 'unknownDiscussion'
      ? { card: refusalCard(acted.refusal) }
      : refusedAnswer(current, acted.refusal, press, edges);
};

export const showDecision: Handler = (press, edges) =>
  withForm(press, edges, ({ form, next }) => ({ card: next(form) }));

export const restartDecision: Handler = (press, edges) =>
  withForm(press, edges, ({ form, next }) => save(press, form, emptyDeciding, edges, next));
