/** One action somebody opened, and what they do about it: whoever it is with need have no other part in the discussion. */
import { z } from 'zod';
import type { AboutAction } from '../../cards/action.ts';
import type { Card } from '../../cards/bind.ts';
import { withConfirmation } from '../../cards/confirmation.ts';
import { messageCard } from '../../cards/message.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Command } from '../../discussion/commands/command.ts';
import { actionNumbered } from '../../discussion/state/agreedAction.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain, refusalCard } from '../answers.ts';
import type { Answer, Edges, Press } from '../edges.ts';
import { carriedByMessage, sentMessage, shownAgain } from '../ownMessages/ownMessage.ts';
import { carriedBy, commandKey, readHeader } from '../press.ts';
import { actionsFor } from './list.ts';

/** As cards carry it: its number, as text. */
const carried = z.object({ choice: z.string().max(40).default('') });

/** The action on the button, for those who may read it; `nonce` is that of the form to be shown. */
export const aboutAction = async (
  press: Press,
  edges: Edges,
  use: (about: AboutAction) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const { reference, nonce } = readHeader(press);
  const number = Number(carriedBy(carried, press).choice);
  const { actor } = press.who;
  const seen = await edges.conduct.read({ reference, actor, deed: 'readAction', concerned: { action: number } });
  if (seen.result === 'refused') return { card: refusalCard(seen.refusal) };
  const d = seen.discussion;
  const action = actionNumbered(d, number);
  if (action === null) return { card: refusalCard({ code: 'noSuchAction' }) };
  return use({ d, action, notice: carriedByMessage(press).notice ?? '', nonce });
};

/** Carries it out; a refusal brings the form back with what to put right. */
export const acting = async (
  press: Press,
  edges: Edges,
  {
    command,
    form,
    done,
  }: {
    readonly command: Command;
    readonly form: () => Card;
    /** `then`: as this left it; others may have changed it since. */
    readonly done: (after: Discussion, then: Discussion) => Promise<Answer> | Answer;
  },
): Promise<Answer> => {
  const { reference } = readHeader(press);
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'done') return done(acted.discussion, acted.then);
  if (acted.refusal.code === 'unknownDiscussion') return { card: refusalCard(acted.refusal) };
  return formAgain(form, refusalWords(acted.refusal));
};

/** What was done stands above what it was done on: the message it was opened from, or the list of all actions. */
export const doneAbout = async (press: Press, edges: Edges, after: Discussion, done: string): Promise<Answer> => {
  const message = await shownAgain(await sentMessage(press, edges), after, press, edges);
  if (message !== null) return { card: withConfirmation(message, done) };
  return may('read', capacitiesOf(after, press.who.actor))
    ? { card: withConfirmation(actionsFor(after, press.who, edges), done) }
    : { card: messageCard({ title: 'Thank you', lines: [done] }) };
};
