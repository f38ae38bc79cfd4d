/** `I am here`: somebody says for themselves that they take part, and whether they can decide for their agency. */
import { attendCard, attendForm } from '../../cards/attend.ts';
import { readForm } from '../../cards/form.ts';
import { invitationOf } from '../../discussion/state/discussion.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { participantFrom, roleIn } from '../directoryPeople.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

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
        identified: null,
      },
      done: 'You are recorded as taking part.',
      form,
    });
  });
