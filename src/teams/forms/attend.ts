/** `I am here`: somebody says for themselves that they take part, and whether they can decide for their agency. */
import { attendCard, attendForm } from '../../cards/attend.ts';
import { readForm } from '../../cards/form.ts';
import type { DirectoryPerson } from '../../directory/directory.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { invitationOf, participants } from '../../discussion/state/discussion.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { participantFrom, usualRole } from '../directoryPeople.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

/** The role somebody takes part in: what they were invited as, else what the directory says of them. */
const roleIn = (d: Discussion, person: DirectoryPerson): string =>
  participants(d).find((p) => p.personId === person.id)?.role ?? usualRole(person);

export const openAttend: Handler = opens((d, press, edges) =>
  attendCard(d, edges.newId(), roleWordsIn(edges.conduct.practiceOf(d), roleIn(d, press.who.person))),
);

export const sendAttend: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const role = roleIn(d, press.who.person);
    const form = () => attendCard(d, nonce, roleWordsIn(edges.conduct.practiceOf(d), role), asTyped(press.data));
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
