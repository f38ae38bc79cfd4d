/** The form behind `I disagree` and `I have heard nothing` (D-1, D-2, N-4): what was typed goes to the chair. */
import { withConfirmation } from '../../cards/confirmation.ts';
import { disagreementCard, disagreementForm } from '../../cards/disagreement.ts';
import { readForm } from '../../cards/form.ts';
import { messageCard } from '../../cards/message.ts';
import type { Command } from '../../discussion/commands/command.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain, refusalCard } from '../answers.ts';
import type { Handler, Press } from '../edges.ts';
import { asTyped, commandKey, readHeader } from '../press.ts';
import { carriedByMessage, sentMessage, shownAgain } from './ownMessage.ts';

const aboutWhat = (press: Press): Parameters<typeof disagreementCard>[0] => {
  const { choice, notice = '' } = carriedByMessage(press);
  const kind = choice === 'heardNothing' ? 'heardNothing' : 'disagrees';
  return { reference: readHeader(press).reference, notice, choice: kind };
};

export const openDisagreement: Handler = (press, edges) =>
  Promise.resolve({ card: disagreementCard(aboutWhat(press), edges.newId()) });

/** What was typed stays on the form until the chair has it; then the message it is about is back. */
export const sendDisagreement: Handler = async (press, edges) => {
  const { reference, nonce } = readHeader(press);
  const about = aboutWhat(press);
  const form = () => disagreementCard(about, nonce, asTyped(press.data).text);
  const read = readForm(disagreementForm, press.data);
  if (!read.ok) return formAgain(form, read.problems);
  const { text } = read.value;
  const command: Command =
    about.choice === 'disagrees' ? { kind: 'disagree', reason: text } : { kind: 'reportNothingHeard', message: text };
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'refused') {
    if (acted.refusal.code === 'unknownDiscussion') return { card: refusalCard(acted.refusal) };
    return formAgain(form, refusalWords(acted.refusal));
  }
  const words = 'The chair is being told and will contact you.';
  const message = await shownAgain(await sentMessage(press, edges), acted.discussion, press, edges, [
    'disagreement.open',
  ]);
  return {
    card: message === null ? messageCard({ title: 'Thank you', lines: [words] }) : withConfirmation(message, words),
  };
};
