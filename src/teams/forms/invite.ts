/** Inviting one more, perhaps in the place of somebody who does not answer. */
import type { z } from 'zod';
import type { Choice } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import { inviteCard, inviteForm } from '../../cards/invite.ts';
import { markOf, onDutyFirst } from '../../cards/onDuty.ts';
import { reachedBy } from '../../directory/reach.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { invitationOf } from '../../discussion/state/discussion.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { namedPersonId } from '../../discussion/state/namedPerson.ts';
import { invitedWords, reachedMark } from '../../words/reachedWords.ts';
import { notHeardFrom } from '../../words/seatLines.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler } from '../edges.ts';
import { anyRole, participantFrom, personChoice, staffAt, usualRole } from '../directoryPeople.ts';
import { asTyped, readHeader } from '../press.ts';
import { knownAs, opens, readable, submit } from './submitting.ts';

/** Everybody else, whoever is on duty first; each with how they would be told. */
export const invitable = async (d: Discussion, { directory, clock }: Edges): Promise<readonly Choice[]> => {
  const now = clock();
  const invited = new Set<string>([d.chair.personId, ...d.invitations.map((i) => i.participant.personId)]);
  const { people, onDuty } = await staffAt(directory, now);
  const others = people.filter(({ id }) => !invited.has(id));
  return Promise.all(
    onDutyFirst(others, onDuty).map(async (person) => {
      const reached = await reachedBy(participantFrom(person), directory);
      return personChoice(person, markOf(person.id, onDuty, now, reachedMark(reached)));
    }),
  );
};

export const openInvite: Handler = opens(async (d, _press, edges) => {
  const practice = edges.conduct.practiceOf(d);
  const insteadOf = notHeardFrom(d, practice) ?? '';
  return inviteCard(d, practice, edges.newId(), await invitable(d, edges), { insteadOf });
});

export const sendInvite: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const people = await invitable(d, edges);
    const practice = edges.conduct.practiceOf(d);
    const form = () => inviteCard(d, practice, nonce, people, asTyped(press.data));
    const read = readForm(inviteForm(practice), press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const insteadOf = read.value.insteadOf === '' ? null : personId(read.value.insteadOf);
    const participant = await invitee(read.value, { nonce, roleReplaced: roleOf(d, insteadOf) }, d, edges);
    if (participant === null) return formAgain(form, ['Choose a person from the list, or enter their name.']);
    const reached = await reachedBy(participant, edges.directory);
    return submit(press, edges, {
      reference,
      command: { kind: 'invite', participant, insteadOf },
      done: ({ invitations }) => invitedWords(knownAs(participant, invitations).name, reached),
      form,
    });
  });

const roleOf = (d: Discussion, who: Participant['personId'] | null): string | null =>
  who === null ? null : (invitationOf(d, who)?.participant.role ?? null);

const invitee = async (
  form: z.output<ReturnType<typeof inviteForm>>,
  { nonce, roleReplaced }: { readonly nonce: string; readonly roleReplaced: string | null },
  d: Discussion,
  { directory }: Edges,
): Promise<Participant | null> => {
  const { person: chosen, name, agency, email } = form;
  const role = form.role === '' ? roleReplaced : form.role;
  if (name !== '') {
    const id = namedPersonId(d.reference, 'invited', nonce);
    return { personId: id, name, role: role ?? anyRole, agency, rank: null, email };
  }
  const person = await directory.byId(chosen);
  return person === null ? null : participantFrom(person, role ?? usualRole(person));
};
