/** The record is read and signed by the chair, and authorised or sent back by whoever the standard has do so. */
import { z } from 'zod';
import type { Card, Choice } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import { authoriseCard, authoriseForm, readSigning, signCard, signForm } from '../../cards/signRecord.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { SigningCommand } from '../../discussion/commands/signingCommand.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import type { Decided, Discussion } from '../../discussion/state/discussion.ts';
import { awaitingAuthority, isToSign } from '../../discussion/state/signing.ts';
import type { Practice } from '../../practice/practice.ts';
import { authorisingStatement, signingStatement } from '../../words/signingWords.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import { participantFrom, personChoice } from '../directoryPeople.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

type Deed = 'signRecord' | 'authoriseRecord';

interface About {
  readonly d: Decided;
  readonly practice: Practice;
}

const carried = z.object({ number: z.int().optional(), basedOn: z.int().optional() });

/** By whoever may; of a record that waits for it. One that was sent already gets its answer. */
const about = (
  deed: Deed,
  press: Press,
  edges: Edges,
  use: (about: About) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden(deed, deed, d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage !== 'decided') return refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
    return use({ d, practice: edges.conduct.practiceOf(d) });
  });

/** those of the rank, but for whoever signs. */
const others = async ({ d, practice }: About, { who }: Press, { directory }: Edges): Promise<readonly Choice[]> => {
  const rank = assessed(d, practice).signOff.authorisedBy?.rank;
  const people = rank === undefined ? [] : await directory.all();
  return people
    .filter((person) => person.rank === rank && person.id !== who.actor.personId)
    .map((person) => personChoice(person));
};

export const openSigning: Handler = (press, edges) =>
  about('signRecord', press, edges, async (read) =>
    isToSign(read.d)
      ? { card: signCard(read, edges.newId(), await others(read, press, edges)) }
      : refusedAnswer(read.d, { code: 'signedAlready' }, press, edges),
  );

export const sendSigning: Handler = (press, edges) =>
  about('signRecord', press, edges, async (read) => {
    const people = await others(read, press, edges);
    const form = () => signCard(read, readHeader(press).nonce, people, asTyped(press.data));
    const chosen = readForm(signForm, press.data);
    const answers = readSigning(read, press.data);
    if (!chosen.ok) return formAgain(form, chosen.problems);
    if (!answers.ok) return formAgain(form, answers.problems);
    const found = await edges.directory.byId(chosen.value.authoriser);
    const { basedOn = 0 } = carriedBy(carried, press);
    const command = {
      kind: 'signRecord',
      answers: answers.value,
      statement: signingStatement,
      authoriser: found === null ? null : participantFrom(found),
      basedOn,
      seal: null,
    } as const;
    return sending(press, edges, { command, done: afterSigning, form });
  });

const afterSigning = (d: Discussion): string => {
  const asked = awaitingAuthority(d);
  return asked === null
    ? 'The record is signed.'
    : `The record is signed, and ${asked.with.name} is asked to authorise it.`;
};

export const openAuthorising: Handler = (press, edges) =>
  about('authoriseRecord', press, edges, (read) =>
    awaitingAuthority(read.d) === null
      ? refusedAnswer(read.d, { code: 'notToAuthorise' }, press, edges)
      : { card: authoriseCard(read, edges.newId()) },
  );

export const sendAuthorising: Handler = (press, edges) =>
  about('authoriseRecord', press, edges, (read) => {
    const form = () => authoriseCard(read, readHeader(press).nonce, asTyped(press.data));
    const given = readForm(authoriseForm, press.data);
    if (!given.ok) return formAgain(form, given.problems);
    const { number = 0 } = carriedBy(carried, press);
    const { as, reason } = given.value;
    return as === 'back'
      ? sending(press, edges, {
          command: { kind: 'sendRecordBack', number, reason },
          done: 'It is sent back, with your reason.',
          form,
        })
      : sending(press, edges, {
          command: { kind: 'authoriseRecord', number, statement: authorisingStatement, seal: null },
          done: 'The record is authorised.',
          form,
        });
  });

const sending = (
  press: Press,
  edges: Edges,
  sent: {
    readonly command: SigningCommand;
    readonly done: string | ((after: Discussion) => string);
    readonly form: () => Card;
  },
): Promise<Answer> => submit(press, edges, { reference: readHeader(press).reference, ...sent });
