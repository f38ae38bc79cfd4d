import type { Instant } from '../../practice/time/instant.ts';
import { invitationOf, type Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { Participant } from '../state/people.ts';
import { message, reminder, type Owed } from './owed.ts';
import { replyChasers } from './reminders.ts';

export const invitation = (to: Participant, d: Discussion): Owed => message('invitation', to, d.meeting.startsAt);

/** Whoever's answer another recorded hears what it is, and can change it. */
export const replyTaken = (
  { personId, byTelephone }: EventOf<'invitationAccepted' | 'invitationDeclined'>,
  d: Discussion,
): readonly Owed[] => {
  const invitee = invitationOf(d, personId)?.participant;
  return byTelephone === undefined || invitee === undefined ? [] : [message('replyTaken', invitee, null)];
};

/** Besides those invited when it was convened. */
export const invitedLater = (p: Participant, d: Discussion, now: Instant): readonly Owed[] => [
  invitation(p, d),
  ...replyChasers(d, [p], now).map(reminder),
];
