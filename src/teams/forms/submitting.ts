/**
 * The forms of one page that the agenda card and people's messages open, a file a topic: what each shows, and the command
 * it becomes. The forms of several pages have folders of their own: convening/ and decision/.
 */
import type { Card } from '../../cards/bind.ts';
import type { Command } from '../../discussion/commands/command.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import type { Cited } from '../../words/ruleWords.ts';
import { doneAnswer, formAgain, refusalCard } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { commandKey, readHeader } from '../press.ts';

/** The discussion a card is about, if this person may see it. */
export const readable = async (
  press: Press,
  edges: Edges,
  use: (d: Discussion) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const { reference } = readHeader(press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'read' });
  return seen.result === 'seen' ? use(seen.discussion) : { card: refusalCard(seen.refusal) };
};

/** Opens a form about a discussion this person may see. */
export const opens =
  (form: (d: Discussion, press: Press, edges: Edges) => Card | Promise<Card>): Handler =>
  (press, edges) =>
    readable(press, edges, async (d) => ({ card: await form(d, press, edges) }));

/** Carries a command out and answers with what was done; a refusal brings the form back with what to put right. */
export const submit = async (
  press: Press,
  edges: Edges,
  submission: {
    readonly reference: string;
    readonly command: Command;
    readonly done: string;
    readonly form: () => Card;
    /** What was done stands, and this is to be thought of. */
    readonly toWeigh?: (after: Discussion) => readonly Cited[] | undefined;
  },
): Promise<Answer> => {
  const { reference, command, done, form, toWeigh } = submission;
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'done') return doneAnswer(acted.discussion, done, press, edges, toWeigh?.(acted.discussion));
  if (acted.refusal.code === 'unknownDiscussion') return { card: refusalCard(acted.refusal) };
  return formAgain(form, refusalWords(acted.refusal));
};
