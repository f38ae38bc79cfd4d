/**
 * The forms of one page that the agenda card and people's messages open, a file a topic: what each shows, and the command
 * it becomes. The forms of several pages have folders of their own: convening/ and decision/.
 */
import { CardTooLong, withProblems, type Card } from '../../cards/bind.ts';
import { tooLateToOpen } from '../../cards/takingPart.ts';
import type { Deed } from '../../discussion/commands/authority.ts';
import type { Command } from '../../discussion/commands/command.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Participant } from '../../discussion/state/people.ts';
import { isSamePerson } from '../../discussion/state/samePerson.ts';
import type { Practice } from '../../practice/practice.ts';
import { inquorate, inquorateLines } from '../../words/inquorateWords.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import type { Cited } from '../../words/ruleWords.ts';
import { doneAnswer, formAgain, refusalCard, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { commandKey, readHeader } from '../press.ts';

/** The discussion a card is about, if this person may see it, or may do what it is opened for. */
export const readable = async (
  press: Press,
  edges: Edges,
  use: (d: Discussion) => Promise<Answer> | Answer,
  deed: Deed = 'read',
): Promise<Answer> => {
  const { reference } = readHeader(press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed });
  if (seen.result === 'refused') return { card: refusalCard(seen.refusal) };
  const { discussion } = seen;
  const late = tooLateToOpen(press.verb, discussion);
  if (late !== null) return refusedAnswer(discussion, late, press, edges);
  return knowingWhoIsMissing(await use(discussion), discussion, edges.conduct.practiceOf(discussion));
};

/** above every form of a meeting that is short of its minimum, as long as it is. */
const knowingWhoIsMissing = (answer: Answer, d: Discussion, practice: Practice): Answer => {
  if (!('card' in answer) || !JSON.stringify(answer.card.body).includes('"type":"Input.')) return answer;
  try {
    return { card: withProblems(answer.card, inquorateLines(d, practice), inquorate) };
  } catch (error) {
    // The agenda says it too: what somebody typed comes first.
    if (error instanceof CardTooLong) return answer;
    throw error;
  }
};

/** Opens a form about a discussion this person may see. */
export const opens =
  (form: (d: Discussion, press: Press, edges: Edges) => Card | Promise<Card>): Handler =>
  (press, edges) =>
    readable(press, edges, async (d) => ({ card: await form(d, press, edges) }));

/** Somebody who was entered, as they turned out to be: typed by hand, they may be known under another name. */
export const knownAs = (
  entered: Participant,
  all: readonly { readonly participant: Participant }[],
): Pick<Participant, 'name'> => {
  const known = all.find(({ participant }) => isSamePerson(participant, entered)) ?? all.at(-1);
  return known?.participant ?? entered;
};

/** Carries a command out and answers with what was done; a refusal brings the form back with what to put right. */
export const submit = async (
  press: Press,
  edges: Edges,
  submission: {
    readonly reference: string;
    readonly command: Command;
    /** Said once it is done; of whoever it concerned, as they turned out to be. */
    readonly done: string | ((after: Discussion, before: Discussion | null) => string);
    readonly form: () => Card;
    /** What identifies it, where the press alone does not. */
    readonly key?: string;
    /** What was done stands, and this is to be thought of. */
    readonly toWeigh?: (after: Discussion) => readonly Cited[] | undefined;
  },
): Promise<Answer> => {
  const { reference, command, done, form, toWeigh, key = commandKey(press) } = submission;
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key });
  if (acted.result === 'done') {
    const { discussion, before, then } = acted;
    const said = typeof done === 'string' ? done : done(then, before);
    return doneAnswer(discussion, said, press, edges, toWeigh?.(then));
  }
  if (acted.refusal.code === 'unknownDiscussion') return { card: refusalCard(acted.refusal) };
  return formAgain(form, refusalWords(acted.refusal));
};
