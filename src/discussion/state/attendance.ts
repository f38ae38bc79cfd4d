/** Who takes part in the meeting that is under way, and whether they can decide for their agency. */
import type { Attendance } from './people.ts';
import type { EventOf } from './event.ts';

/** What is recorded last of somebody stands. */
export const afterArrival = (
  before: readonly Attendance[],
  { type: _type, ...attendance }: EventOf<'attendanceRecorded'>,
): readonly Attendance[] => [
  ...before.filter((a) => a.participant.personId !== attendance.participant.personId),
  attendance,
];

export const withAuthority = (
  before: readonly Attendance[],
  { personId, hasAuthority }: EventOf<'authorityConfirmed'>,
): readonly Attendance[] => before.map((a) => (a.participant.personId === personId ? { ...a, hasAuthority } : a));
