import { isFamily } from '../../practice/language/roles.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Ruling } from './ruling.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import { isPresent } from '../state/discussion.ts';

/** Anybody may be recorded as taking part, invited or not, except the family (S-1). */
export const recordAttendance = (_state: OpenDiscussion, command: CommandOf<'recordAttendance'>): Ruling => {
  const { participant, mode, hasAuthority, substituteFor } = command;
  if (isFamily(participant.role)) return refused({ code: 'familyInvited', rule: 'S-1', name: participant.name });
  return accepted({ type: 'attendanceRecorded', participant, mode, hasAuthority, substituteFor });
};

/** each attendee says whether they can decide for their agency; only those who can fill a seat. */
export const confirmAuthority = (state: OpenDiscussion, command: CommandOf<'confirmAuthority'>): Ruling =>
  isPresent(state, command.personId)
    ? accepted({ type: 'authorityConfirmed', personId: command.personId, hasAuthority: command.hasAuthority })
    : refused({ code: 'notPresent', name: null });
