/** Inviting one more, perhaps in the place of somebody who does not answer. */
import type { z } from 'zod';
import type { Choice } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import { inviteCard, inviteForm } from '../../cards/invite.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { invitationOf } from '../../discussion/state/discussion.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { namedPersonId } from '../../discussion/state/namedPerson.ts';
import { notHeardFrom } from '../../words/seatLines.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler } from '../edges.ts';
import { anyRole, participantFrom, personChoice, usualRole } from '../directoryPeople.ts';
import { asTyped, readHeader } from '../press.ts';
import { knownAs, opens, readable, submit } from './submitting.ts';

const invitable = async (d: Discussion, { directory }: Edges): Promise<readonly Choice[]> => {
  const invited = new Set<string>([d.chair.personId, ...d.invitations.map((i) => i.participant.personId)]);
  return (await directory.all()).filter(({ id }) => !invited.has(id)).map(personChoice);
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
    return submit(press, edges, {
      reference,
      command: { kind: 'invite', participant, insteadOf },
      done: ({ invitations }) => `${knownAs(participant, invitations).name} is invited.`,
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
