/** Another meeting of the same discussion: what was shared and done stands, who was there is kept with the meeting before. */
import type { Instant } from '../../practice/time/instant.ts';
import { setAgain } from './arrangement.ts';
import { attendanceOf, type Convened, type HeldMeeting, type Known, type OpenDiscussion } from './discussion.ts';
import type { EventOf } from './event.ts';
import { answering } from './facts.ts';
import type { Invitation } from './invitation.ts';

export const reconvened = (
  before: OpenDiscussion,
  { meeting, inquorate, phoneOnlyReason }: EventOf<'discussionReconvened'>,
  at: Instant,
): Convened => {
  const isSameTime = before.stage === 'convened' && meeting.startsAt === before.meeting.startsAt;
  const invitations = isSameTime ? before.invitations : before.invitations.map(askedAgain);
  const arrangement = setAgain(before.arrangement, meeting, { at, isSameTime });
  const set = { meeting, arrangement, meetingChanges: before.meetingChanges + 1 };
  return {
    ...withoutSession(before),
    stage: 'convened',
    facts: phoneOnlyReason === undefined ? before.facts : answering(before.facts, { phoneOnlyReason }),
    invitations,
    ...set,
    earlierMeetings: meetingsHeld(before, inquorate),
  };
};

export const meetingsHeld = (
  before: OpenDiscussion,
  inquorate: HeldMeeting['inquorate'] = null,
): readonly HeldMeeting[] => {
  const { earlierMeetings, meeting } = before;
  const attendance = attendanceOf(before);
  return attendance.length === 0 ? earlierMeetings : [...earlierMeetings, { meeting, attendance, inquorate }];
};

/** Coming at the old time is not coming at the new one. */
const askedAgain = (invitation: Invitation): Invitation =>
  invitation.reply.answer === 'accepted' ? { ...invitation, reply: { answer: 'awaited' } } : invitation;

export const withoutSession = (before: OpenDiscussion): Known => {
  const {
    attendance: _a,
    decisionOpenedAt: _d,
    startedAt: _t,
    stage: _s,
    ...known
  } = { attendance: [], decisionOpenedAt: null, startedAt: null, ...before };
  return known;
};
