/** The form behind “Answer in writing” (H-3), for whoever was asked: they need have no other part in the discussion. */
import { withConfirmation } from '../../cards/confirmation.ts';
import { readForm } from '../../cards/form.ts';
import { messageCard } from '../../cards/message.ts';
import { acceptanceCard, acceptanceForm } from '../../cards/transferAnswer.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain, refusalCard } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, commandKey, readHeader } from '../press.ts';
import { carriedByMessage, sentMessage, shownAgain } from './ownMessage.ts';

/** For anybody who was not asked there is no such discussion. */
const answering = async (
  press: Press,
  edges: Edges,
  use: (d: Discussion) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const { reference } = readHeader(press);
  const seen = (await edges.conduct.concerns(reference, press.who.actor))
    ? await edges.conduct.current(reference)
    : null;
  return seen !== null && may('answerTransfer', capacitiesOf(seen, press.who.actor))
    ? use(seen)
    : { card: refusalCard({ code: 'unknownDiscussion', reference }) };
};

const aboutWhat = (press: Press) => {
  const { choice = '', notice = '' } = carriedByMessage(press);
  return { choice, notice };
};

export const openAcceptance: Handler = (press, edges) =>
  answering(press, edges, (d) => ({ card: acceptanceCard(d, aboutWhat(press), edges.newId()) }));

export const sendAcceptance: Handler = (press, edges) =>
  answering(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const about = aboutWhat(press);
    const form = () => acceptanceCard(d, about, nonce, asTyped(press.data));
    const read = readForm(acceptanceForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { answer, words } = read.value;
    const acted = await edges.conduct.act({
      reference,
      command: { kind: 'answerTransfer', transfer: Number(about.choice), accepts: answer === 'accepts', words },
      actor: press.who.actor,
      key: commandKey(press),
    });
    if (acted.result === 'refused') return formAgain(form, refusalWords(acted.refusal));
    const said = `Your answer is recorded, and ${d.authority} is told.`;
    const message = await shownAgain(await sentMessage(press, edges), acted.discussion, press, edges);
    return {
      card: message === null ? messageCard({ title: 'Thank you', lines: [said] }) : withConfirmation(message, said),
    };
  });
