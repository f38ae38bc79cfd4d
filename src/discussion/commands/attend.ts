import { isFamily } from '../../practice/language/roles.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Ruling } from './ruling.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import { attendanceOf, isPresent } from '../state/discussion.ts';
import { isNamed } from '../state/namedPerson.ts';
import type { Identified, PersonId } from '../state/people.ts';

/**
 * Anybody may be recorded as taking part, invited or not, except the family (S-1). Whoever is in no directory is known by
 * somebody: that is said once.
 */
export const recordAttendance = (state: OpenDiscussion, command: CommandOf<'recordAttendance'>): Ruling => {
  const { participant, mode, hasAuthority, substituteFor } = command;
  const { personId, name, role } = participant;
  if (isFamily(role)) return refused({ code: 'familyInvited', rule: 'S-1', name });
  const identified = command.identified ?? identifiedBefore(state, personId);
  if (isNamed(personId) && identified === undefined) return refused({ code: 'identificationNeeded', name });
  return accepted({
    type: 'attendanceRecorded',
    participant,
    mode,
    hasAuthority,
    substituteFor,
    ...(identified === undefined ? {} : { identified }),
  });
};

const identifiedBefore = (state: OpenDiscussion, who: PersonId): Identified | undefined =>
  attendanceOf(state).find(({ participant }) => participant.personId === who)?.identified;

/** each attendee says whether they can decide for their agency; only those who can fill a seat. */
export const confirmAuthority = (state: OpenDiscussion, command: CommandOf<'confirmAuthority'>): Ruling =>
  isPresent(state, command.personId)
    ? accepted({ type: 'authorityConfirmed', personId: command.personId, hasAuthority: command.hasAuthority })
    : refused({ code: 'notPresent', name: null });
