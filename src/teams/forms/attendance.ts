/** The attendance form: those who lead record somebody who cannot say `I am here` for themselves. */
import type { z } from 'zod';
import { attendanceCard, attendanceForm } from '../../cards/attendance.ts';
import { choiceOf, type Choice } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { invitationOf, isInvited, isPresent, participants } from '../../discussion/state/discussion.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { namedPersonId } from '../../discussion/state/namedPerson.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler } from '../edges.ts';
import { longestChoice, participantFrom, personChoice, usualRole } from '../directoryPeople.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

/** Those of the discussion first, the absent before the present (whose authority may have come late), then the directory. */
const attendanceChoices = async (d: Discussion, { directory }: Edges): Promise<readonly Choice[]> => {
  const isHere = (p: Participant): boolean => isPresent(d, p.personId);
  const known = participants(d)
    .toSorted((a, b) => Number(isHere(a)) - Number(isHere(b)))
    .map((p) => choiceOf(`${p.name}, ${p.agency}${partIn(d, p)}`, p.personId));
  const others = (await directory.all()).filter((p) => !known.some(({ value }) => value === p.id)).map(personChoice);
  return [...known, ...others].slice(0, longestChoice);
};

const partIn = (d: Discussion, { personId: who }: Participant): string => {
  if (isPresent(d, who)) return ' (present)';
  if (who === d.chair.personId) return ' (chair)';
  return isInvited(d, who) ? ' (invited)' : '';
};

export const openAttendance: Handler = opens(async (d, _press, edges) =>
  attendanceCard(d, edges.conduct.practiceOf(d), edges.newId(), await attendanceChoices(d, edges)),
);

export const sendAttendance: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const choices = await attendanceChoices(d, edges);
    const practice = edges.conduct.practiceOf(d);
    const form = () => attendanceCard(d, practice, nonce, choices, asTyped(press.data));
    const read = readForm(attendanceForm(practice), press.data);
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

/** Whoever was named, or was chosen from those of the discussion or the directory; null for somebody unknown. */
const attendee = async (
  form: z.output<ReturnType<typeof attendanceForm>>,
  nonce: string,
  d: Discussion,
  edges: Edges,
): Promise<Participant | null> => {
  const { person: chosen, name, role, agency } = form;
  if (name !== '') {
    return { personId: namedPersonId(d.reference, 'attended', nonce), name, role, agency, rank: null, email: null };
  }
  const known = participants(d).find((p) => p.personId === chosen);
  if (known !== undefined) return role === '' ? known : { ...known, role };
  const person = await edges.directory.byId(chosen);
  return person === null ? null : participantFrom(person, role === '' ? usualRole(person) : role);
};
