import type { Discussion } from './discussion.ts';
import { attendanceOf } from './discussion.ts';
import type { Participant } from './people.ts';

/** In the order in which they would carry the case on. */
const socialWork = ['allocatedSocialWorker', 'leadSocialWorker', 'socialWorker'];

/** Who carries the work on after the meeting: the social worker who took part, else the one invited, else the chair. */
export const leadSocialWorker = (d: Discussion): Participant => {
  const people = [...attendanceOf(d).map((a) => a.participant), ...d.invitations.map((i) => i.participant)];
  const found = socialWork.flatMap((role) => people.find((p) => p.role === role) ?? []);
  return found[0] ?? d.chair;
};
