/** Who takes part in the meeting that is under way, from when until when, and whether they can decide for their agency. */
import type { Instant } from '../../practice/time/instant.ts';
import type { EventOf } from './event.ts';
import type { Attendance, PersonId } from './people.ts';

/** What is recorded last of somebody stands; whoever had left is back. */
export const afterArrival = (
  before: readonly Attendance[],
  { type: _type, joinedAt, ...attendance }: EventOf<'attendanceRecorded'>,
  at: Instant,
): readonly Attendance[] => {
  const isThem = ({ participant }: Attendance): boolean => participant.personId === attendance.participant.personId;
  const earlier = before.find((a) => isThem(a) && a.leftAt === undefined)?.joined;
  const joined = joinedAt === undefined ? (earlier ?? { at, isSaid: false }) : { at: joinedAt, isSaid: true };
  return [...before.filter((a) => !isThem(a)), { ...attendance, joined }];
};

/** Of somebody who is recorded. */
export const afterSaying = (
  before: readonly Attendance[],
  event: EventOf<'authorityConfirmed' | 'departureRecorded'>,
): readonly Attendance[] => {
  const said = event.type === 'authorityConfirmed' ? { hasAuthority: event.hasAuthority } : { leftAt: event.leftAt };
  return before.map((a) => (a.participant.personId === event.personId ? { ...a, ...said } : a));
};

/**
 * Whether somebody was there at a moment: not gone by then, nor come after it. When somebody is recorded says nothing of
 * when they came, unless that was said.
 */
export const wasThereAt = ({ joined, leftAt }: Attendance, at: Instant): boolean =>
  (leftAt === undefined || leftAt >= at) && (joined?.isSaid !== true || joined.at <= at);

/** When the last of them left; null while anybody is there but whoever chairs, who records it. */
export const overAt = (attendance: readonly Attendance[], chair: PersonId): Instant | null => {
  const others = attendance.filter(({ participant }) => participant.personId !== chair);
  const left = others.flatMap(({ leftAt }) => leftAt ?? []).toSorted();
  return left.length < others.length ? null : (left.at(-1) ?? null);
};

export const hasLeft = (attendance: readonly Attendance[], who: PersonId): boolean =>
  attendance.some(({ participant, leftAt }) => participant.personId === who && leftAt !== undefined);
