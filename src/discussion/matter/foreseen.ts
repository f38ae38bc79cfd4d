import type { Practice } from '../../practice/practice.ts';
import type { Attendee } from '../../practice/language/vocabulary.ts';
import { hasLeft } from '../state/attendance.ts';
import { attendanceOf, type Discussion } from '../state/discussion.ts';
import type { Invitation } from '../state/invitation.ts';
import { attendeesFrom } from './attendees.ts';
import { missingSeats, quorumOf, type MissingSeat } from './quorumNow.ts';

/** The chair, and everybody invited of whom `counts` is true, as if they had come able to decide; nobody who has left. */
export const ifTheyCame = (d: Discussion, counts: (invitation: Invitation) => boolean): readonly Attendee[] =>
  attendeesFrom(
    [
      { ...came, participant: d.chair, isChair: true, substituteFor: null },
      ...d.invitations
        .filter((i) => i.participant.personId !== d.chair.personId && counts(i))
        .map(({ participant, substituteFor }) => ({ ...came, participant, isChair: false, substituteFor })),
    ].filter(({ participant }) => !hasLeft(attendanceOf(d), participant.personId)),
  );

const came = { mode: 'teams', canDecide: true } as const;

/** the seats for which nobody has yet said that they are coming and can decide. */
export const seatsNotPromised = (d: Discussion, practice: Practice): readonly MissingSeat[] =>
  missingSeats(
    quorumOf(
      d,
      practice,
      ifTheyCame(d, ({ reply }) => reply.answer === 'accepted' && reply.hasAuthority === true),
    ),
  );
