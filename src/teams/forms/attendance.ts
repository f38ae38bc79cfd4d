/** The attendance form: those who lead record somebody who cannot say `I am here` for themselves. */
import type { z } from 'zod';
import { attendanceCard, attendanceForm, identifiedIn } from '../../cards/attendance.ts';
import { choiceOf, type Choice } from '../../cards/bind.ts';
import { timeToday } from '../../cards/leaving.ts';
import { readForm } from '../../cards/form.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { attendanceOf, invitationOf, isInvited, isPresent, participants } from '../../discussion/state/discussion.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { isNamed, namedPersonId } from '../../discussion/state/namedPerson.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler } from '../edges.ts';
import { anyRole, participantFrom, personChoice, roleIn } from '../directoryPeople.ts';
import { asTyped, readHeader } from '../press.ts';
import { knownAs, opens, readable, submit } from './submitting.ts';

/** Those of the discussion first, the absent before the present (whose authority may have come late), then the directory. */
export const attendanceChoices = async (d: Discussion, { directory }: Edges): Promise<readonly Choice[]> => {
  const isHere = (p: Participant): boolean => isPresent(d, p.personId);
  const known = participants(d)
    .toSorted((a, b) => Number(isHere(a)) - Number(isHere(b)))
    .map((p) => choiceOf(`${p.name}, ${p.agency}${partIn(d, p)}`, p.personId));
  const others = (await directory.all())
    .filter((p) => !known.some(({ value }) => value === p.id))
    .map((p) => personChoice(p));
  return [...known, ...others];
};

const partIn = (d: Discussion, { personId: who }: Participant): string => {
  const unlisted = isNamed(who) ? ', not in the directory' : '';
  if (isPresent(d, who)) return ` (present${unlisted})`;
  if (who === d.chair.personId) return ' (chair)';
  return isInvited(d, who) ? ` (invited${unlisted})` : '';
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
    const { mode, authority, joined, insteadOf } = read.value;
    const joinedAt = timeToday(joined, edges.clock(), 'When they joined');
    if (!joinedAt.ok) return formAgain(form, joinedAt.problems);
    const replaced = insteadOf === '' ? undefined : invitationOf(d, personId(insteadOf))?.participant;
    if (insteadOf !== '' && replaced === undefined) {
      return formAgain(form, ['Choose from the list whom they replace.']);
    }
    const participant = await attendee(read.value, { nonce, roleReplaced: replaced?.role ?? null }, d, edges);
    if (participant === null) return formAgain(form, ['Choose a person from the list, or enter their name.']);
    return submit(press, edges, {
      reference,
      command: {
        kind: 'recordAttendance',
        participant,
        mode,
        hasAuthority: authority,
        substituteFor: replaced?.role ?? invitationOf(d, participant.personId)?.substituteFor ?? null,
        identified: identifiedIn(read.value),
        ...(joinedAt.value === null ? {} : { joinedAt: joinedAt.value }),
      },
      done: (after) => `${knownAs(participant, attendanceOf(after)).name} is recorded as taking part.`,
      form,
    });
  });

/** Whoever was named, or was chosen from those of the discussion or the directory; null for somebody unknown. */
const attendee = async (
  form: z.output<ReturnType<typeof attendanceForm>>,
  { nonce, roleReplaced }: { readonly nonce: string; readonly roleReplaced: string | null },
  d: Discussion,
  { directory }: Edges,
): Promise<Participant | null> => {
  const { person: chosen, name, agency } = form;
  const role = form.role === '' ? roleReplaced : form.role;
  if (name !== '') {
    const id = namedPersonId(d.reference, 'attended', nonce);
    return { personId: id, name, role: role ?? anyRole, agency, rank: null, email: null };
  }
  const person = await directory.byId(chosen);
  if (person !== null) return participantFrom(person, role ?? roleIn(d, person));
  const known = participants(d).find((p) => p.personId === chosen);
  return known === undefined ? null : { ...known, role: role ?? known.role };
};
