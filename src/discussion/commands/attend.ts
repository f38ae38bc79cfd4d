import { isFamily } from '../../practice/language/roles.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import { attendanceOf, isPresent } from '../state/discussion.ts';
import { isNamed } from '../state/namedPerson.ts';
import type { Identified, PersonId } from '../state/people.ts';

/**
 * Anybody may be recorded as taking part, invited or not, except the family (S-1). Whoever is in no directory is known by
 * somebody: that is said once.
 */
export const recordAttendance = (
  state: OpenDiscussion,
  command: CommandOf<'recordAttendance'>,
  { at }: Context,
): Ruling => {
  const { participant, mode, hasAuthority, substituteFor, joinedAt } = command;
  const { personId, name, role } = participant;
  if (isFamily(role)) return refused({ code: 'familyInvited', rule: 'S-1', name });
  if (joinedAt !== undefined && joinedAt > at) return refused({ code: 'timeInFuture', what: 'attendance' });
  const identified = command.identified ?? identifiedBefore(state, personId);
  if (isNamed(personId) && identified === undefined) return refused({ code: 'identificationNeeded', name });
  return accepted({
    type: 'attendanceRecorded',
    participant,
    mode,
    hasAuthority,
    substituteFor,
    ...(identified === undefined ? {} : { identified }),
    ...(joinedAt === undefined ? {} : { joinedAt }),
  });
};

const identifiedBefore = (state: OpenDiscussion, who: PersonId): Identified | undefined =>
  attendanceOf(state).find(({ participant }) => participant.personId === who)?.identified;

/** Whoever has gone when it is decided does not count then; what they said stands. */
export const recordDeparture = (
  state: OpenDiscussion,
  { personId, leftAt }: CommandOf<'recordDeparture'>,
  { at }: Context,
): Ruling => {
  if (state.stage === 'convened') return refused({ code: 'notInSession', command: 'recordDeparture' });
  const here = state.attendance.find(({ participant }) => participant.personId === personId);
  if (here === undefined) return refused({ code: 'notPresent', name: null });
  if (leftAt > at) return refused({ code: 'timeInFuture', what: 'attendance' });
  const { joined } = here;
  if (joined?.isSaid === true && leftAt < joined.at) return refused({ code: 'leftBeforeJoining', joinedAt: joined.at });
  return accepted({ type: 'departureRecorded', personId, leftAt });
};

/** each attendee says whether they can decide for their agency; only those who can fill a seat. */
export const confirmAuthority = (state: OpenDiscussion, command: CommandOf<'confirmAuthority'>): Ruling =>
  isPresent(state, command.personId)
    ? accepted({ type: 'authorityConfirmed', personId: command.personId, hasAuthority: command.hasAuthority })
    : refused({ code: 'notPresent', name: null });
