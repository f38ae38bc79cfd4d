/**
 * What a press is answered with. The card it came from stays what people work from: a refusal, or what was done, stands
 * above the buttons of whoever pressed, in their own view.
 */
import { beneath, CardTooLong, withProblems, type Card } from '../cards/bind.ts';
import { agendaCard } from '../cards/agenda.ts';
import { withConfirmation } from '../cards/confirmation.ts';
import { messageCard } from '../cards/message.ts';
import { partOf } from '../cards/takingPart.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { citedRule, type Cited } from '../words/ruleWords.ts';
import type { Answer, Edges, Press } from './edges.ts';
import { asTyped, commandKey } from './press.ts';
import type { Who } from './who.ts';

/** For somebody who may not know that there is a discussion, or in whose view there is none. */
export const refusalCard = (refusal: Refusal): Card =>
  messageCard({ title: 'That cannot be done', lines: refusalWords(refusal) });

/** Their own buttons, beneath what was just done, and what to weigh about it. */
export const doneAnswer = (
  d: Discussion,
  done: string,
  { who }: { readonly who: Who },
  { conduct, clock }: Edges,
  toWeigh: readonly Cited[] = [],
): Answer => ({
  card: withConfirmation(partOf(d, conduct.practiceOf(d), who.actor, clock()), done, toWeigh.map(citedRule)),
});

/** Their own buttons, beneath why it cannot be done. */
export const refusedAnswer = (d: Discussion, refusal: Refusal, { who }: Press, { conduct, clock }: Edges): Answer => ({
  card: withProblems(
    partOf(d, conduct.practiceOf(d), who.actor, clock()),
    refusalWords(refusal),
    'That cannot be done',
  ),
});

/** The discussion as it now stands, and what this person can do in it. */
export const discussionCard = (d: Discussion, { actor }: Who, { conduct, clock }: Edges): Card => {
  const practice = conduct.practiceOf(d);
  return beneath(agendaCard(d, practice, clock()), partOf(d, practice, actor, clock()));
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

/**
 * From an old copy of a form nothing is taken, and what was written on it is shown, to be copied; the last submission sent
 * again just gets its answer (docs/decisions/003).
 */
export const outOfDate = (press: Press, answered: string, form: () => Card | Promise<Card>): Promise<Answer> =>
  answered === commandKey(press)
    ? formAgain(form, [])
    : formAgain(
        form,
        ['This copy of the form is out of date. Here is the form as it is now.', ...writtenOn(press)],
        'Nothing was changed',
      );

/** What somebody wrote, as against what they chose: that has no spaces in it. */
const writtenOn = ({ data }: Press): readonly string[] => {
  const written = Object.values(asTyped(data)).filter((text) => /\s/.test(text.trim()));
  return written.length === 0 ? [] : ['You had written:', ...written.map((text) => `“${text.trim()}”`)];
};
