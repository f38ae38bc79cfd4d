/** The home authority is asked to take responsibility for a child, and an answer that came otherwise is entered (H-3). */
import { z } from 'zod';
import { dateIn, dateProblem, readForm } from '../../cards/form.ts';
import { transferCard, transferForm } from '../../cards/transfer.ts';
import { transferAnswerCard, transferAnswerForm } from '../../cards/transferAnswer.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { stillOurs } from '../../discussion/matter/responsibility.ts';
import { addressees, type Discussion } from '../../discussion/state/discussion.ts';
import { namedPersonId } from '../../discussion/state/namedPerson.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { transferNumbered, type Transfer } from '../../discussion/state/transfer.ts';
import { anyRole } from '../directoryPeople.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const asking = (press: Press, edges: Edges, use: (d: Discussion) => Promise<Answer> | Answer): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('askTransfer', 'askTransfer', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    return stillOurs(d, edges.conduct.practiceOf(d)).length === 0
      ? refusedAnswer(d, { code: d.transfers.length === 0 ? 'notAskedHere' : 'takenOverAlready' }, press, edges)
      : use(d);
  });

const cardFor = (d: Discussion, { conduct, clock }: Edges, nonce: string, typed?: Readonly<Record<string, string>>) =>
  transferCard({ d, practice: conduct.practiceOf(d), now: clock() }, nonce, typed);

export const openTransfer: Handler = (press, edges) =>
  asking(press, edges, (d) => ({ card: cardFor(d, edges, edges.newId()) }));

export const sendTransfer: Handler = (press, edges) =>
  asking(press, edges, (d) => {
    const { reference, nonce } = readHeader(press);
    const form = () => cardFor(d, edges, nonce, asTyped(press.data));
    const read = readForm(transferForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { children, note } = read.value;
    const [only, ...others] = stillOurs(d, edges.conduct.practiceOf(d));
    const childIds = others.length === 0 && only !== undefined ? [only.childId] : children;
    const command = { kind: 'askTransfer', childIds, of: askedIn(read.value, d, nonce), note } as const;
    const done = ({ transfers }: Discussion): string =>
      `${transfers.at(-1)?.of.name ?? 'They'} is asked. Responsibility stays with ${d.authority} until they accept in writing.`;
    return submit(press, edges, { reference, command, done, form });
  });

/** Named, or chosen; who they are is looked up where it is decided. */
const askedIn = (
  { person, name, agency, email }: z.output<typeof transferForm>,
  d: Discussion,
  nonce: string,
): Participant => {
  const known = name === '' ? addressees(d).find(({ personId: id }) => id === person) : undefined;
  if (known !== undefined) return known;
  const id = name === '' ? personId(person) : namedPersonId(d.reference, 'transfer', nonce);
  return { personId: id, name, role: anyRole, agency, rank: null, email };
};

const carried = z.object({ choice: z.string().max(40).default('') });

const entering = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, transfer: Transfer) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('enterTransferAnswer', 'enterTransferAnswer', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    const transfer = transferNumbered(d, Number(carriedBy(carried, press).choice));
    return transfer === null ? refusedAnswer(d, { code: 'noSuchTransfer' }, press, edges) : use(d, transfer);
  });

export const openTransferAnswer: Handler = (press, edges) =>
  entering(press, edges, (d, transfer) => ({ card: transferAnswerCard(d, transfer, edges.newId()) }));

export const sendTransferAnswer: Handler = (press, edges) =>
  entering(press, edges, (d, transfer) => {
    const { reference, nonce } = readHeader(press);
    const form = () => transferAnswerCard(d, transfer, nonce, asTyped(press.data));
    const read = readForm(transferAnswerForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { answer, words, how, from, on } = read.value;
    const problem = dateProblem(on);
    if (problem !== null) return formAgain(form, [`The day of the answer: ${problem}`]);
    return submit(press, edges, {
      reference,
      command: {
        kind: 'enterTransferAnswer',
        transfer: transfer.number,
        accepts: answer === 'accepts',
        words,
        entered: { how, from, on: dateIn(on) },
      },
      done: 'It is recorded. They are told what you recorded.',
      form,
    });
  });
