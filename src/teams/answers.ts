/** What a press is answered with: a refusal, the agenda as it now stands, or the form again with what to put right. */
import { CardTooLong, withProblems, type Card } from '../cards/bind.ts';
import { agendaCard } from '../cards/agenda.ts';
import { withConfirmation } from '../cards/confirmation.ts';
import { messageCard } from '../cards/message.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { Answer, Edges, Press } from './edges.ts';
import { commandKey } from './press.ts';

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

/** From an old copy of a form nothing is taken; the last submission sent again just gets its answer (decision 3). */
export const outOfDate = (press: Press, answered: string, form: () => Card | Promise<Card>): Promise<Answer> =>
  answered === commandKey(press)
    ? formAgain(form, [])
    : formAgain(form, ['This copy of the form is out of date. Here is the form as it is now.'], 'Nothing was changed');
