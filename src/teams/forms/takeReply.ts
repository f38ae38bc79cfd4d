/** An answer taken by telephone, for somebody who was invited and cannot press (S-2, S-3). */
import type { z } from 'zod';
import type { Choice } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import { markOf, onDutyFirst } from '../../cards/onDuty.ts';
import { sentAlong, substituteId } from '../../cards/reply.ts';
import { takeReplyCard, takeReplyForm } from '../../cards/takeReply.ts';
import { invitationOf, isInvited, type Discussion } from '../../discussion/state/discussion.ts';
import { personId, type Participant, type PersonId } from '../../discussion/state/people.ts';
import { namedWords } from '../../words/substituteWords.ts';
import { formAgain } from '../answers.ts';
import { participantFrom, personChoice, staffAt } from '../directoryPeople.ts';
import type { Edges, Handler } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

export const openTakeReply: Handler = opens(async (d, press, edges) =>
  takeReplyCard(d, press.who.actor.personId, edges.newId(), await substitutesIn(d, edges)),
);

/** Everybody who is not invited, whoever is on duty first. */
const substitutesIn = async (d: Discussion, { directory, clock }: Edges): Promise<readonly Choice[]> => {
  const now = clock();
  const { people, onDuty } = await staffAt(directory, now);
  const others = people.filter(({ id }) => id !== d.chair.personId && !isInvited(d, personId(id)));
  return onDutyFirst(others, onDuty).map((p) => personChoice(p, markOf(p.id, onDuty, now)));
};

export const sendTakeReply: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const substitutes = await substitutesIn(d, edges);
    const form = () => takeReplyCard(d, press.who.actor.personId, nonce, substitutes, asTyped(press.data));
    const read = readForm(takeReplyForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { answer, reason, substituteRole: statedRole } = read.value;
    const of = personId(read.value.person);
    const isComing = answer === 'coming';
    const substitute = isComing ? null : await substituteIn(read.value, of, d, edges);
    const written = sentAlong(read.value);
    return submit(press, edges, {
      reference,
      command: { kind: 'takeReply', of, isComing, reason, substitute, statedRole, written },
      done: (after) => doneWords(after, of),
      form,
    });
  });

const doneWords = (d: Discussion, of: PersonId): string => {
  const named = namedWords(d, of, 'their');
  const name = invitationOf(d, of)?.participant.name ?? '';
  return [...(named === null ? [] : [named]), `${name} is told what you recorded.`].join('. ');
};

/** In the role of whoever cannot come; somebody named by hand is of their agency. */
const substituteIn = async (
  { substitute, substituteName: name, substituteEmail: email }: z.output<typeof takeReplyForm>,
  of: PersonId,
  d: Discussion,
  { directory }: Edges,
): Promise<Participant | null> => {
  const invitee = invitationOf(d, of)?.participant;
  if (invitee === undefined) return null;
  const { role, agency } = invitee;
  if (substitute !== '') {
    const person = await directory.byId(substitute);
    return person === null ? null : participantFrom(person, role);
  }
  if (name === '') return null;
  return { personId: substituteId(d.reference, of, { name, email }), name, role, agency, rank: null, email };
};
