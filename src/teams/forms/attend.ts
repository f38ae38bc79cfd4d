/** `I am here`: somebody says for themselves that they take part, and whether they can decide for their agency. */
import { attendCard, attendForm } from '../../cards/attend.ts';
import { timeToday } from '../../cards/leaving.ts';
import { isEarly } from '../../cards/takingPart.ts';
import { readForm } from '../../cards/form.ts';
import type { CommandOf } from '../../discussion/commands/command.ts';
import { attendanceOf, invitationOf, type Discussion } from '../../discussion/state/discussion.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import type { Format } from '../../practice/language/vocabulary.ts';
import { doneAnswer, formAgain } from '../answers.ts';
import type { Edges, Handler, Press } from '../edges.ts';
import { participantFrom, roleIn } from '../directoryPeople.ts';
import { asTyped, commandKey, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

const formFor = (
  d: Discussion,
  press: Press,
  nonce: string,
  { conduct, clock }: Edges,
  typed = asTyped(press.data),
) => {
  const as = roleWordsIn(conduct.practiceOf(d), roleIn(d, press.who.person));
  return attendCard(d, nonce, as, clock(), typed);
};

export const openAttend: Handler = opens((d, press, edges) => formFor(d, press, edges.newId(), edges));

export const sendAttend: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const form = () => formFor(d, press, nonce, edges);
    const read = readForm(attendForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { mode, authority, joined } = read.value;
    const joinedAt = timeToday(joined, edges.clock(), 'When you joined');
    if (!joinedAt.ok) return formAgain(form, joinedAt.problems);
    return submit(press, edges, {
      reference,
      command: present(d, press, {
        ...{ mode, hasAuthority: authority },
        ...(joinedAt.value === null ? {} : { joinedAt: joinedAt.value }),
      }),
      done: 'You are recorded as taking part.',
      form,
    });
  });

const present = (
  d: Discussion,
  { who: { person, actor } }: Press,
  how: Pick<CommandOf<'recordAttendance'>, 'mode' | 'hasAuthority' | 'joinedAt'>,
): CommandOf<'recordAttendance'> => ({
  kind: 'recordAttendance',
  participant: participantFrom(person, roleIn(d, person)),
  ...how,
  substituteFor: invitationOf(d, actor.personId)?.substituteFor ?? null,
  identified: null,
});

/** How most take part, by how the meeting is held; the form is there for anybody else. */
const usualMode: Readonly<Record<Format, CommandOf<'recordAttendance'>['mode']>> = {
  meeting: 'inPerson',
  phone: 'phone',
  video: 'teams',
};

/** One press, for those who come able to decide; hours before the meeting it asks whether that is so already. */
export const attendAndDecide: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const done = 'You are recorded as taking part, and able to decide for your agency.';
    const before = attendanceOf(d).find(({ participant }) => participant.personId === press.who.actor.personId);
    if (before?.hasAuthority === true && before.leftAt === undefined) return doneAnswer(d, done, press, edges);
    const { reference } = readHeader(press);
    const mode = usualMode[d.meeting.format];
    if (isEarly(d, edges.clock())) {
      return { card: formFor(d, press, edges.newId(), edges, { mode, authority: 'yes' }) };
    }
    return submit(press, edges, {
      reference,
      command: present(d, press, { mode, hasAuthority: true }),
      done,
      form: () => formFor(d, press, edges.newId(), edges),
      // The same button serves each meeting, and somebody who could not decide before.
      key: `${commandKey(press)}/${d.meetingChanges}/${before === undefined ? 'absent' : d.version}`,
    });
  });
