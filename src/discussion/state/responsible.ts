import type { Discussion } from './discussion.ts';
import { attendanceOf } from './discussion.ts';
import { rolesOf, socialWorkRoles, type Participant } from './people.ts';

/**
 * Who carries the work on after the meeting: whoever it was handed over to; else the social worker who took part, else one
 * who may come, else the chair.
 */
export const leadSocialWorker = (d: Discussion): Participant => {
  const handed = d.handovers.findLast(({ part }) => part === 'socialWorker')?.to;
  const present = attendanceOf(d).map((a) => a.participant);
  const mayCome = d.invitations.filter((i) => i.reply.answer !== 'declined').map((i) => i.participant);
  return handed ?? ofSocialWork(present) ?? ofSocialWork(mayCome) ?? d.chair;
};

/** Those who come as a social worker before those who are one and come as something else. */
const ofSocialWork = (people: readonly Participant[]): Participant | undefined =>
  socialWorkRoles.flatMap((role) => people.find((p) => p.role === role) ?? [])[0] ??
  people.find((p) => socialWorkRoles.some((role) => rolesOf(p).includes(role)));
