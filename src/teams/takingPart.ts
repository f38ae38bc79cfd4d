/** What attendees do from the agenda card: reply, say they are here, add information, record emergency action. */
import { attendanceCard, attendanceForm, attendCard, attendForm } from '../cards/attend.ts';
import { emergencyCard, emergencyForm } from '../cards/emergency.ts';
import { readForm, wallTime } from '../cards/form.ts';
import { informationCard, informationForm } from '../cards/information.ts';
import { replyCard, replyForm, substituteId } from '../cards/reply.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { invitationOf, isInvited, isPresent, participants } from '../discussion/state/discussion.ts';
import { personId, type Participant } from '../discussion/state/people.ts';
import { namedPersonId } from '../discussion/state/namedPerson.ts';
import { roleWords } from '../practice/language/roles.ts';
import type { DirectoryPerson } from '../directory/directory.ts';
import { participantFrom } from './choosing.ts';
import type { Answer, Edges, Handler, Press } from './edges.ts';
import { agendaAnswer, asTyped, formAgain, readable, readHeader, submit } from './reading.ts';

/** Longer lists do not fit a card. */
const longestChoice = 40;

const personChoice = (p: { readonly name: string; readonly agency: string; readonly id: string }) => ({
  title: `${p.name}, ${p.agency}`,
  value: p.id,
});

const openReply: Handler = (press, edges) =>
  readable(press, edges, async (d) => ({ card: replyCard(d, edges.newId(), await substitutesFor(press, d, edges)) }));

/** Colleagues who could come instead: the same agency first, then anybody of the same kind. */
const substitutesFor = async (press: Press, d: Discussion, { directory }: Edges) => {
  const me = press.who.person;
  const invited = new Set(d.invitations.map((i) => i.participant.personId as string));
  const people = (await directory.all()).filter(
    (p) => p.id !== me.id && !invited.has(p.id) && p.id !== d.chair.personId,
  );
  const fits = (p: DirectoryPerson) => p.agency === me.agency || p.roles.some((role) => me.roles.includes(role));
  return people
    .filter(fits)
    .sort((a, b) => Number(b.agency === me.agency) - Number(a.agency === me.agency))
    .slice(0, longestChoice)
    .map(personChoice);
};

const sendReply: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const substitutes = await substitutesFor(press, d, edges);
    const form = () => replyCard(d, nonce, substitutes, asTyped(press.data));
    const read = readForm(replyForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { answer, reason, information, proposedActions } = read.value;
    if (answer !== 'decline') {
      const hasAuthority = answer === 'acceptWithAuthority';
      return submit(press, edges, {
        reference,
        command: { kind: 'accept', hasAuthority },
        done: 'Thank you. You are down as coming.',
        form,
      });
    }
    // Who stands in takes the seat: only those offered, or somebody named, whose agency answers for them.
    const isOffered = read.value.substitute === '' || substitutes.some((s) => s.value === read.value.substitute);
    const substitute = isOffered ? await chosenSubstitute(read.value, press, d, edges) : 'unknown';
    if (substitute === 'unknown')
      return formAgain(form, ['Choose a substitute from the list, or enter their name and e-mail address.']);
    const written = information === '' ? null : { information, proposedActions };
    return submit(press, edges, {
      reference,
      command: { kind: 'decline', reason, substitute, written },
      done:
        substitute === null
          ? 'Thank you. You are down as not coming.'
          : `Thank you. ${substitute.name} is invited in your place.`,
      form,
    });
  });

const chosenSubstitute = async (
  form: { readonly substitute: string; readonly substituteName: string; readonly substituteEmail: string | null },
  press: Press,
  d: Discussion,
  edges: Edges,
): Promise<Participant | null | 'unknown'> => {
  const mine = invitationOf(d, press.who.actor.personId)?.participant;
  const role = mine?.role ?? press.who.actor.role;
  if (form.substitute !== '') {
    const person = await edges.directory.byId(form.substitute);
    return person === null ? 'unknown' : participantFrom(person, role);
  }
  if (form.substituteName === '') return null;
  const named = { name: form.substituteName, email: form.substituteEmail };
  return {
    ...named,
    personId: substituteId(d.reference, press.who.actor.personId, named),
    role,
    agency: mine?.agency ?? press.who.actor.agency,
    rank: null,
  };
};

/** The role somebody takes part in: what they were invited as, else what the directory says of them. */
const roleIn = (d: Discussion, person: DirectoryPerson): string =>
  participants(d).find((p) => p.personId === person.id)?.role ?? person.roles[0] ?? 'professional';

const openAttend: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: attendCard(d, edges.newId(), roleWords(roleIn(d, press.who.person))) }));

const sendAttend: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const role = roleIn(d, press.who.person);
    const form = () => attendCard(d, nonce, roleWords(role), asTyped(press.data));
    const read = readForm(attendForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    return submit(press, edges, {
      reference,
      command: {
        kind: 'recordAttendance',
        participant: participantFrom(press.who.person, role),
        mode: read.value.mode,
        hasAuthority: read.value.authority,
        substituteFor: invitationOf(d, press.who.actor.personId)?.substituteFor ?? null,
      },
      done: 'You are recorded as taking part.',
      form,
    });
  });

/** Those of the discussion first, the absent before the present (whose authority may have come late), then the directory. */
const attendanceChoices = async (d: Discussion, { directory }: Edges) => {
  const isHere = (p: Participant): boolean => isPresent(d, p.personId);
  const known = participants(d)
    .toSorted((a, b) => Number(isHere(a)) - Number(isHere(b)))
    .map((p) => ({ title: `${p.name}, ${p.agency}${partIn(d, p)}`, value: p.personId }));
  const others = (await directory.all()).filter((p) => !known.some(({ value }) => value === p.id)).map(personChoice);
  return [...known, ...others].slice(0, longestChoice);
};

const partIn = (d: Discussion, { personId: who }: Participant): string => {
  if (isPresent(d, who)) return ' (present)';
  if (who === d.chair.personId) return ' (chair)';
  return isInvited(d, who) ? ' (invited)' : '';
};

const openAttendance: Handler = (press, edges) =>
  readable(press, edges, async (d) => ({ card: attendanceCard(d, edges.newId(), await attendanceChoices(d, edges)) }));

const sendAttendance: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const choices = await attendanceChoices(d, edges);
    const form = () => attendanceCard(d, nonce, choices, asTyped(press.data));
    const read = readForm(attendanceForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const participant = await attendee(read.value, nonce, d, edges);
    if (participant === null) return formAgain(form, ['Choose a person from the list, or enter their name.']);
    const { mode, authority, insteadOf } = read.value;
    const replaced = insteadOf === '' ? undefined : invitationOf(d, personId(insteadOf))?.participant;
    if (insteadOf !== '' && replaced === undefined) {
      return formAgain(form, ['Choose from the list whom they replace.']);
    }
    return submit(press, edges, {
      reference,
      command: {
        kind: 'recordAttendance',
        participant: replaced === undefined ? participant : { ...participant, role: replaced.role },
        mode,
        hasAuthority: authority,
        substituteFor: replaced?.role ?? invitationOf(d, participant.personId)?.substituteFor ?? null,
      },
      done: `${participant.name} is recorded as taking part.`,
      form,
    });
  });

const attendee = async (
  form: { readonly person: string; readonly name: string; readonly role: string; readonly agency: string },
  nonce: string,
  d: Discussion,
  edges: Edges,
): Promise<Participant | null> => {
  if (form.name !== '') {
    const { name, role, agency } = form;
    return { personId: namedPersonId(d.reference, 'attended', nonce), name, role, agency, rank: null, email: null };
  }
  const known = participants(d).find((p) => p.personId === form.person);
  if (known !== undefined) return form.role === '' ? known : { ...known, role: form.role };
  const person = await edges.directory.byId(form.person);
  return person === null
    ? null
    : participantFrom(person, form.role === '' ? (person.roles[0] ?? 'professional') : form.role);
};

const openInformation: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: informationCard(d.reference, edges.newId()) }));

const sendInformation: Handler = (press, edges) =>
  readable(press, edges, async () => {
    const { reference, nonce } = readHeader(press);
    const form = () => informationCard(reference, nonce, asTyped(press.data).text);
    const read = readForm(informationForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'shareInformation', text: read.value.text },
      done: 'Added to the record.',
      form,
    });
  });

const openEmergency: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: emergencyCard(d.reference, edges.newId()) }));

const sendEmergency: Handler = (press, edges) =>
  readable(press, edges, async (): Promise<Answer> => {
    const { reference, nonce } = readHeader(press);
    const form = () => emergencyCard(reference, nonce, asTyped(press.data));
    const read = readForm(emergencyForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { action, takenBy, date, time } = read.value;
    const takenAt = wallTime(date, time, 'When it was done');
    if (!takenAt.ok || takenAt.value === null) return formAgain(form, takenAt.ok ? [] : takenAt.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'recordEmergencyAction', action, takenBy, takenAt: takenAt.value },
      done: 'The emergency action is recorded.',
      form,
    });
  });

const showAgenda: Handler = (press, edges) => readable(press, edges, (d) => agendaAnswer(d, null, edges));

export const takingPartHandlers: Readonly<Record<string, Handler>> = {
  'agenda.show': showAgenda,
  'reply.open': openReply,
  'reply.send': sendReply,
  'attend.open': openAttend,
  'attend.send': sendAttend,
  'attendance.open': openAttendance,
  'attendance.send': sendAttendance,
  'information.open': openInformation,
  'information.send': sendInformation,
  'emergency.open': openEmergency,
  'emergency.send': sendEmergency,
};
