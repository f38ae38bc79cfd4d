/** The answer to an invitation: coming, or not and who comes instead (S-2, S-3). */
import type { z } from 'zod';
import { readOptional } from '../../cards/askedFields.ts';
import type { Choice } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import { markOf, onDutyFirst } from '../../cards/onDuty.ts';
import { ifComing, replyCard, replyForm, sentAlong, substituteId } from '../../cards/reply.ts';
import type { DirectoryPerson } from '../../directory/directory.ts';
import type { Command } from '../../discussion/commands/command.ts';
import { standsInAs } from '../../discussion/matter/standingIn.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { invitationOf } from '../../discussion/state/discussion.ts';
import type { Participant, PersonId } from '../../discussion/state/people.ts';
import { namedWords } from '../../words/substituteWords.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler, Press } from '../edges.ts';
import { participantFrom, personChoice, staffAt } from '../directoryPeople.ts';
import { asTyped, readHeader } from '../press.ts';
import type { Who } from '../who.ts';
import { opens, readable, submit } from './submitting.ts';

export const openReply: Handler = opens(async (d, press, edges) =>
  replyCard(d, edges.conduct.practiceOf(d), edges.newId(), await substitutesFor(press.who, d, edges)),
);

/** Those who could take their place: whoever is on duty first, then the same agency, then anybody of the same kind. */
export const substitutesFor = async (
  who: Who,
  d: Discussion,
  { directory, conduct, clock }: Edges,
): Promise<readonly Choice[]> => {
  const me = who.person;
  const role = roleGivenUp(who, d);
  const as = { d, practice: conduct.practiceOf(d) };
  const invited = new Set(d.invitations.map((i) => i.participant.personId as string));
  const now = clock();
  const { people: all, onDuty } = await staffAt(directory, now);
  const people = all.filter((p) => p.id !== me.id && !invited.has(p.id) && p.id !== d.chair.personId);
  const isOfKind = (p: DirectoryPerson) => p.agency === me.agency || p.roles.some((own) => me.roles.includes(own));
  const fit = people
    .filter((p) => isOfKind(p) && standsInAs(p.roles, role, as) !== null)
    .sort((a, b) => Number(b.agency === me.agency) - Number(a.agency === me.agency));
  return onDutyFirst(fit, onDuty).map((p) => personChoice(p, markOf(p.id, onDuty, now)));
};

const roleGivenUp = ({ actor }: Who, d: Discussion): string =>
  invitationOf(d, actor.personId)?.participant.role ?? actor.role;

type Replied = z.output<typeof replyForm>;

export const sendReply: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const substitutes = await substitutesFor(press.who, d, edges);
    const practice = edges.conduct.practiceOf(d);
    const form = () => replyCard(d, practice, nonce, substitutes, asTyped(press.data));
    const read = readForm(replyForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const substitute = await substituteIn(read.value, substitutes, press, d, edges);
    if (substitute === 'unknown')
      return formAgain(form, ['Choose a substitute from the list, or enter their name and e-mail address.']);
    return submit(press, edges, {
      reference,
      command: commandFrom(read.value, substitute, readOptional(ifComing(d, practice), press.data)),
      done: (after) => doneWords(read.value, after, press.who.actor.personId),
      form,
    });
  });

const commandFrom = (
  replied: Replied,
  substitute: Participant | null,
  answers: Readonly<Record<string, string>>,
): Command => {
  const { answer, reason, substituteRole: statedRole } = replied;
  const written = sentAlong(replied);
  return answer === 'decline'
    ? { kind: 'decline', reason, substitute, statedRole, written }
    : { kind: 'accept', hasAuthority: answer === 'acceptWithAuthority', answers, written };
};

const doneWords = ({ answer }: Replied, d: Discussion, who: PersonId): string =>
  answer === 'decline'
    ? `Thank you. ${namedWords(d, who) ?? 'You are down as not coming'}.`
    : 'Thank you. You are down as coming.';

/** Who stands in takes the seat: only those offered, or somebody named, whose agency answers for them. */
const substituteIn = async (
  replied: Replied,
  offered: readonly Choice[],
  press: Press,
  d: Discussion,
  edges: Edges,
): Promise<Participant | null | 'unknown'> => {
  const { answer, substitute, substituteName: name, substituteEmail: email } = replied;
  if (answer !== 'decline') return null;
  const { actor } = press.who;
  const role = roleGivenUp(press.who, d);
  if (substitute !== '') {
    const person = offered.some(({ value }) => value === substitute) ? await edges.directory.byId(substitute) : null;
    return person === null ? 'unknown' : participantFrom(person, role);
  }
  if (name === '') return null;
  const id = substituteId(d.reference, actor.personId, { name, email });
  return { personId: id, name, role, agency: actor.agency, rank: null, email };
};
