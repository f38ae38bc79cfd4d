/**
 * WHAT HAS HAPPENED AND MAY HAPPEN NEXT. A discussion is the fold of its events; its type says its stage, and each stage
 * carries only what is true of it. `decide` (decide.ts) turns a command into events or a refusal, `evolve` here folds
 * them, and `owe` (owe.ts) says which notices they cause. No I/O, no clock: time and ids are arguments.
 */
import type { Instant } from '../practice/instant.ts';
import type { StandardKey } from '../practice/vocabulary.ts';
import { afterArranging, setAgain, setAt, type Arrangement } from './arrangement.ts';
import type { Child, ChildDecision, Deadline, DiscussionEvent, DiscussionFacts, EventOf } from './event.ts';
import type { Meeting, Place, Referral } from './event.ts';
import { accepted, added, declined, invited, type Invitation } from './invitation.ts';
import type { Attendance, Participant, PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';
import { afterTelling, nothingTold, type Telling } from './telling.ts';

export interface Information {
  readonly personId: PersonId;
  readonly at: Instant;
  readonly text: string;
  /** Written by someone not attending, with the actions they propose (S-3); null when shared in the meeting. */
  readonly proposedActions: string | null;
}

export interface EmergencyAction {
  readonly action: string;
  readonly takenAt: Instant;
  readonly takenBy: string;
  readonly recordedAt: Instant;
}

export interface HeldMeeting {
  readonly meeting: Meeting;
  readonly attendance: readonly Attendance[];
}

export interface Decision {
  readonly at: Instant;
  readonly by: PersonId;
  readonly children: readonly ChildDecision[];
  readonly overrides: readonly { readonly seat: string; readonly reason: string }[];
  readonly warnings: readonly string[];
  readonly noticeDue: { readonly rule: string; readonly dueAt: Instant | null };
}

interface Known {
  readonly reference: string;
  readonly version: number;
  readonly authority: string;
  readonly standard: { readonly key: StandardKey; readonly version: string };
  readonly convenedAt: Instant;
  readonly children: readonly Child[];
  readonly referral: Referral;
  readonly concern: string;
  readonly facts: DiscussionFacts;
  readonly deadline: Deadline;
  readonly convenor: Participant;
  readonly chair: Participant;
  readonly invitations: readonly Invitation[];
  readonly meeting: Meeting;
  readonly arrangement: Arrangement;
  /** How often its time or place has changed: a calendar keeps the highest. */
  readonly meetingChanges: number;
  /** Meetings held before this one that ended without a decision. */
  readonly earlierMeetings: readonly HeldMeeting[];
  readonly place: Place;
  readonly information: readonly Information[];
  readonly emergencyActions: readonly EmergencyAction[];
  readonly telling: Telling;
}

export type Convened = Known & { readonly stage: 'convened' };
export type InSession = Known & {
  readonly stage: 'inSession';
  readonly attendance: readonly Attendance[];
  readonly decisionOpenedAt: Instant | null;
};
export type Decided = Known & {
  readonly stage: 'decided';
  readonly attendance: readonly Attendance[];
  readonly decision: Decision;
};
export type StoodDown = Known & { readonly stage: 'stoodDown'; readonly reason: string; readonly stoodDownAt: Instant };

export type Discussion = Convened | InSession | Decided | StoodDown;
export type OpenDiscussion = Convened | InSession;

/** An event that cannot follow the state it meets: the stream is damaged, or this program is older than its data. */
export class ImpossibleEvent extends Error {
  override readonly name = 'ImpossibleEvent';
}

/** Folds one event. Throws {@link ImpossibleEvent} where the stream makes no sense; it never guesses. */
export const evolve = (state: Discussion | null, event: DiscussionEvent, stamp: Stamp): Discussion => {
  if (event.type === 'discussionConvened') {
    if (state !== null) throw new ImpossibleEvent(`${state.reference} was convened twice`);
    return convened(event, stamp);
  }
  if (state === null) throw new ImpossibleEvent(`${event.type} came before the discussion was convened`);
  return { ...afterEvent(state, event, stamp), version: stamp.version };
};

const convened = (event: EventOf<'discussionConvened'>, stamp: Stamp): Convened => ({
  stage: 'convened',
  reference: event.reference,
  version: stamp.version,
  authority: event.authority,
  standard: event.standard,
  convenedAt: stamp.at,
  children: event.children,
  referral: event.referral,
  concern: event.concern,
  facts: event.facts,
  deadline: event.deadline,
  convenor: event.convenor,
  chair: event.chair,
  invitations: event.invitees.map((participant) => invited(participant, null)),
  meeting: event.meeting,
  arrangement: setAt(stamp.at),
  meetingChanges: 0,
  earlierMeetings: [],
  place: event.place,
  information: [],
  emergencyActions: [],
  telling: nothingTold,
});

const afterEvent = (
  state: Discussion,
  event: Exclude<DiscussionEvent, { type: 'discussionConvened' }>,
  stamp: Stamp,
): Discussion => {
  switch (event.type) {
    case 'invitationAccepted':
      return withReply(state, event, (invitations) => accepted(invitations, event));
    case 'invitationDeclined':
      return withReply(state, event, (invitations) => declined(invitations, event));
    case 'inviteeAdded':
      return { ...state, invitations: added(open(state, event.type).invitations, event) };
    case 'writtenInformationGiven':
      return withInformation(state, event, stamp.at, event.information, event.proposedActions);
    case 'attendanceRecorded':
      return attended(state, event);
    case 'authorityConfirmed':
      return authorityConfirmed(state, event.personId, event.hasAuthority);
    case 'informationShared':
      return withInformation(state, event, stamp.at, event.text, null);
    case 'emergencyActionRecorded':
      return {
        ...state,
        deadline: event.deadline,
        emergencyActions: [
          ...state.emergencyActions,
          { action: event.action, takenAt: event.takenAt, takenBy: event.takenBy, recordedAt: stamp.at },
        ],
      };
    case 'decisionOpened':
      return { ...inSession(state, event.type), decisionOpenedAt: stamp.at };
    case 'decisionRecorded': {
      const { decisionOpenedAt: _, ...session } = inSession(state, event.type);
      const { decisions, overrides, warnings, noticeDue } = event;
      return {
        ...session,
        stage: 'decided',
        decision: { at: stamp.at, by: stamp.by, children: decisions, overrides, warnings, noticeDue },
      };
    }
    case 'discussionReconvened':
      return reconvened(state, event.meeting, stamp.at);
    case 'discussionStoodDown': {
      const { reason } = event;
      const meetingChanges = state.meetingChanges + 1;
      return { ...open(state, event.type), stage: 'stoodDown', reason, stoodDownAt: stamp.at, meetingChanges };
    }
    case 'onlineMeetingMade':
      return { ...open(state, event.type), arrangement: afterArranging(state.arrangement, event, stamp) };
    case 'meetingEventFailed':
      return { ...state, arrangement: afterArranging(state.arrangement, event, stamp) };
    case 'noticeAcknowledged':
    case 'telephoneNeeded':
    case 'toldByTelephone':
    case 'outcomeDisputed':
    case 'nothingHeard':
    case 'reminderSnoozed':
    case 'replyLinksStopped':
    case 'dutyDone':
      return { ...state, telling: afterTelling(state.telling, event, stamp) };
    default: {
      const unknown: never = event;
      throw new ImpossibleEvent(`unknown event ${JSON.stringify(unknown)}`);
    }
  }
};

const open = (state: Discussion, event: string): OpenDiscussion => {
  if (state.stage === 'convened' || state.stage === 'inSession') return state;
  throw new ImpossibleEvent(`${event} came after ${state.reference} was ${state.stage}`);
};

const inSession = (state: Discussion, event: string): InSession => {
  if (state.stage === 'inSession') return state;
  throw new ImpossibleEvent(`${event} needs a session, but ${state.reference} is ${state.stage}`);
};

const withReply = (
  state: Discussion,
  event: EventOf<'invitationAccepted' | 'invitationDeclined'>,
  reply: (invitations: readonly Invitation[]) => readonly Invitation[],
): Discussion => {
  if (!isInvited(state, event.personId))
    throw new ImpossibleEvent(`${event.type} on ${state.reference} by somebody not invited`);
  return { ...state, invitations: reply(open(state, event.type).invitations) };
};

const withInformation = (
  state: Discussion,
  { type, personId }: EventOf<'writtenInformationGiven' | 'informationShared'>,
  at: Instant,
  text: string,
  proposedActions: string | null,
): Discussion => {
  const before = open(state, type);
  return { ...before, information: [...before.information, { personId, at, text, proposedActions }] };
};

const attended = (state: Discussion, event: EventOf<'attendanceRecorded'>): InSession => {
  const before = open(state, event.type);
  const { participant, mode, hasAuthority, substituteFor } = event;
  const others = attendanceOf(before).filter((a) => a.participant.personId !== participant.personId);
  return {
    ...before,
    stage: 'inSession',
    attendance: [...others, { participant, mode, hasAuthority, substituteFor }],
    decisionOpenedAt: before.stage === 'inSession' ? before.decisionOpenedAt : null,
  };
};

const authorityConfirmed = (state: Discussion, who: PersonId, hasAuthority: boolean): Discussion => {
  const session = inSession(state, 'authorityConfirmed');
  if (!isPresent(session, who))
    throw new ImpossibleEvent(`authorityConfirmed on ${state.reference} for somebody absent`);
  return {
    ...session,
    attendance: session.attendance.map((a) => (a.participant.personId === who ? { ...a, hasAuthority } : a)),
  };
};

const reconvened = (state: Discussion, meeting: Meeting, at: Instant): Convened => {
  const before = open(state, 'discussionReconvened');
  const held = attendanceOf(before);
  const earlierMeetings =
    held.length === 0
      ? before.earlierMeetings
      : [...before.earlierMeetings, { meeting: before.meeting, attendance: held }];
  const { stage: _s, ...known } = before;
  const meetingChanges = before.meetingChanges + 1;
  const invitations = known.invitations.map(askedAgain);
  const arrangement = setAgain(before.arrangement, meeting, at);
  const set = { meeting, arrangement, meetingChanges };
  return { ...withoutSession(known), stage: 'convened', invitations, ...set, earlierMeetings };
};

/** Coming at the old time is not coming at the new one. */
const askedAgain = (invitation: Invitation): Invitation =>
  invitation.reply.answer === 'accepted' ? { ...invitation, reply: { answer: 'awaited' } } : invitation;

const withoutSession = (known: Known & { attendance?: unknown; decisionOpenedAt?: unknown }): Known => {
  const { attendance: _a, decisionOpenedAt: _d, ...rest } = known;
  return rest;
};

export const attendanceOf = (state: Discussion): readonly Attendance[] =>
  state.stage === 'inSession' || state.stage === 'decided' ? state.attendance : [];

export const invitationOf = (state: Discussion, who: PersonId): Invitation | undefined =>
  state.invitations.find((i) => i.participant.personId === who);

export const isInvited = (state: Discussion, who: PersonId): boolean => invitationOf(state, who) !== undefined;

export const isPresent = (state: Discussion, who: PersonId): boolean =>
  attendanceOf(state).some((a) => a.participant.personId === who);

/** Everybody the discussion knows as a professional: convenor, chair, invited, and anyone who attended. */
export const participants = (state: Discussion): readonly Participant[] => {
  const everyone = [
    state.convenor,
    state.chair,
    ...state.invitations.map((i) => i.participant),
    ...attendanceOf(state).map((a) => a.participant),
    ...state.earlierMeetings.flatMap((m) => m.attendance.map((a) => a.participant)),
  ];
  return [...new Map(everyone.map((p) => [p.personId, p])).values()];
};
