import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CardTooLong, withProblems, type Card } from '../cards/bind.ts';
import { agendaCard } from '../cards/agenda.ts';
import { messageCard } from '../cards/message.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { withConfirmation } from '../cards/confirmation.ts';
import type { Command } from '../discussion/commands/command.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { Answer, Edges, Press } from './edges.ts';

/** A press that none of our cards can have sent. */
export class UnreadablePress extends Error {
  override readonly name = 'UnreadablePress';
}

/** What a card of ours carries in its buttons, beside what was typed. Throws {@link UnreadablePress}. */
export const carriedBy = <S extends z.ZodType>(schema: S, press: Press): z.output<S> => {
  const read = schema.safeParse(press.data);
  if (!read.success) throw new UnreadablePress(`${press.verb} came without what our cards carry`);
  return read.data;
};

const header = z.object({ reference: z.string().max(40), nonce: z.string().max(100).optional() });

export const readHeader = (press: Press): { reference: string; nonce: string } => {
  const { reference, nonce } = carriedBy(header, press);
  return { reference, nonce: nonce ?? '' };
};

/** What identifies a submission: the same form sent again, however often and under whatever activity id, is one. */
export const commandKey = (press: Press): string => {
  const form = Object.keys(press.data)
    .sort()
    .map((name) => [name, press.data[name]]);
  const text = JSON.stringify([press.verb, press.who.actor.personId, form]);
  return createHash('sha256').update(text).digest('hex');
};

export const refusalCard = (refusal: Refusal): Card =>
  messageCard({ title: 'That cannot be done', lines: refusalWords(refusal) });

/** The agenda card as this person's answer, opening with what was just done. */
export const agendaAnswer = (d: Discussion, done: string | null, { conduct, clock }: Edges): Answer => {
  const card = agendaCard(d, conduct.practiceOf(d), clock());
  return { card: done === null ? card : withConfirmation(card, done) };
};

/**
 * The form again, opening with what has to be put right. Where somebody typed more than a card can show back, a sentence
 * alone leaves the form on their screen as it is.
 */
export const formAgain = async (
  form: () => Card | Promise<Card>,
  problems: readonly string[],
  title?: string,
): Promise<Answer> => {
  try {
    return { card: withProblems(await form(), problems, title) };
  } catch (error) {
    if (error instanceof CardTooLong) return { text: problems.join(' ') };
    throw error;
  }
};

/** From an old copy of a form nothing is taken; the last one sent again just gets its answer (docs/decisions/003). */
export const outOfDate = (press: Press, answered: string, form: () => Card | Promise<Card>): Promise<Answer> =>
  answered === commandKey(press)
    ? formAgain(form, [])
    : formAgain(form, ['This copy of the form is out of date. Here is the form as it is now.'], 'Nothing was changed');

/** Carries a command out and answers with the agenda; a refusal brings the form back with what to put right. */
export const submit = async (
  press: Press,
  edges: Edges,
  submission: {
    readonly reference: string;
    readonly command: Command;
    readonly done: string;
    readonly form: () => Card;
  },
): Promise<Answer> => {
  const { reference, command, done, form } = submission;
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'done') return agendaAnswer(acted.discussion, done, edges);
  if (acted.refusal.code === 'unknownDiscussion') return { card: refusalCard(acted.refusal) };
  return formAgain(form, refusalWords(acted.refusal));
};

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

/** The strings a form sent, for showing it again; anything that is not text is dropped. */
export const asTyped = (data: Press['data']): Record<string, string> =>
  Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
