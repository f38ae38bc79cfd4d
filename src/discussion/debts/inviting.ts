import type { Instant } from '../../practice/time/instant.ts';
import type { Discussion } from '../state/discussion.ts';
import type { Participant } from '../state/people.ts';
import { message, reminder, type Owed } from './owed.ts';
import { replyChasers } from './reminders.ts';

export const invitation = (to: Participant, d: Discussion): Owed => message('invitation', to, d.meeting.startsAt);

/** Besides those invited when it was convened. */
export const invitedLater = (p: Participant, d: Discussion, now: Instant): readonly Owed[] => [
  invitation(p, d),
  ...replyChasers(d, [p], now).map(reminder),
];
