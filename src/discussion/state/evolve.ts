/** From one event to the next state: a discussion is the fold of its events. The audit trail decides, nothing else. */
import type { Instant } from '../../practice/time/instant.ts';
import { afterItem } from './agendaEntry.ts';
import { afterAction } from './agreedAction.ts';
import { afterArrival, afterSaying } from './attendance.ts';
import { afterArranging, setAt } from './arrangement.ts';
import { afterChange } from './childrenChanged.ts';
import { afterEntering } from './details.ts';
import { afterwards, decided, isAfterwards } from './decided.ts';
import type { Convened, Discussion, InSession, OpenDiscussion } from './discussion.ts';
import { attendanceOf, isInvited, isPresent } from './discussion.ts';
import type { DiscussionEvent, EventOf } from './event.ts';
import {
  afterAccepting,
  afterConfirming,
  afterDeclining,
  afterInviting,
  afterProposing,
  afterTurningDown,
  invited,
  type Invitation,
  takenIn,
} from './invitation.ts';
import { afterHandover } from './handover.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';
import { afterScaling } from './safetyScore.ts';
import { meetingsHeld, reconvened, withoutSession } from './reconvened.ts';
import { afterTelling, nothingTold } from './telling.ts';
import { afterTransfer } from './transfer.ts';
import { isUnrecorded } from './unrecorded.ts';

/** Folds one event. Throws {@link ImpossibleEvent} where the stream makes no sense; it never guesses. */
export const evolve = (state: Discussion | null, event: DiscussionEvent, stamp: Stamp): Discussion => {
  if (event.type === 'discussionConvened') {
    if (state !== null) throw new ImpossibleEvent(`${state.reference} was convened twice`);
    return convened(event, stamp);
  }
  if (state === null) throw new ImpossibleEvent(`${event.type} came before the discussion was convened`);
  const changedIn = isUnrecorded(event) ? state.changedIn : stamp.version;
  return { ...afterEvent(state, event, stamp), version: stamp.version, changedIn };
};

const convened = (event: EventOf<'discussionConvened'>, stamp: Stamp): Convened => ({
  stage: 'convened',
  reference: event.reference,
  version: stamp.version,
  changedIn: stamp.version,
  authority: event.authority,
  standard: event.standard,
  convenedAt: stamp.at,
  children: event.children,
  changedChildren: [],
  entered: [],
  referral: event.referral,
  concern: event.concern,
  facts: event.facts,
  follows: event.follows,
  deadline: event.deadline,
  convenor: event.convenor,
  chair: event.chair,
  invitations: event.invitees.map((participant) => invited(participant, null)),
  meeting: event.meeting,
  arrangement: setAt(stamp.at),
  meetingChanges: 0,
  earlierMeetings: [],
  place: event.place,
  isRestricted: event.restricted === true,
  isPlaceGone: false,
  information: [],
  scores: [],
  emergencyActions: [],
  enquired: [],
  agenda: [],
  actions: [],
  handovers: [],
  transfers: [],
  telling: nothingTold,
});

const afterEvent = (
  state: Discussion,
  event: Exclude<DiscussionEvent, { type: 'discussionConvened' }>,
  stamp: Stamp,
): Discussion => {
  if (isAfterwards(event)) return afterwards(state, event, stamp);
  switch (event.type) {
    case 'invitationAccepted':
      return withReply(state, event, (invitations) => afterAccepting(invitations, event, stamp));
    case 'invitationDeclined':
      return withReply(state, event, (invitations) => afterDeclining(invitations, event, stamp));
    case 'substituteProposed':
      return withReply(state, event, (invitations) => afterProposing(invitations, event, stamp.version));
    case 'substituteConfirmed':
      return withReply(state, event, (invitations) => afterConfirming(invitations, event));
    case 'substituteTurnedDown':
      return withReply(state, event, (invitations) => afterTurningDown(invitations, event));
    case 'inviteeAdded':
      return { ...state, invitations: afterInviting(open(state, event.type).invitations, event) };
    case 'childrenChanged':
      return afterChange(open(state, event.type), event, stamp);
    case 'detailsRecorded':
      return { ...state, entered: afterEntering(state.entered, event, stamp) };
    case 'writtenInformationGiven':
      return withInformation(state, event, stamp, event.information, event.proposedActions);
    case 'attendanceRecorded':
      return attended(state, event, stamp.at);
    case 'authorityConfirmed':
    case 'departureRecorded':
      return saidOfSomebodyHere(state, event);
    case 'informationShared':
      return withInformation(state, event, stamp, event.text, null);
    case 'safetyScaled':
      return { ...open(state, event.type), scores: afterScaling(state.scores, event) };
    case 'emergencyActionRecorded': {
      const { deadline, action, takenAt, takenBy, weighed } = event;
      const taken = { action, takenAt, takenBy, recordedAt: stamp.at, weighed };
      return { ...state, deadline, emergencyActions: [...state.emergencyActions, taken] };
    }
    case 'enquiryRecorded': {
      const { childId, seen, answers } = event;
      return { ...state, enquired: [...state.enquired, { childId, seen, answers }] };
    }
    case 'agendaItemEntered':
      return { ...state, agenda: afterItem(state.agenda, event, stamp) };
    case 'actionAgreed':
    case 'actionChanged':
    case 'actionSettled':
      return { ...state, actions: afterAction(state.actions, event, stamp) };
    case 'decisionOpened':
      return { ...inSession(state, event.type), decisionOpenedAt: stamp.at };
    case 'decisionRecorded':
      return decided(inSession(state, event.type), event, stamp);
    case 'discussionReconvened':
      return reconvened(open(state, event.type), event, stamp.at);
    case 'discussionStoodDown': {
      const { reason, weighed = {} } = event;
      const before = open(state, event.type);
      const meetingChanges = before.meetingChanges + 1;
      const ended = { stoodDownAt: stamp.at, meetingChanges, earlierMeetings: meetingsHeld(before) };
      return { ...withoutSession(before), stage: 'stoodDown', reason, weighed, ...ended };
    }
    case 'onlineMeetingMade':
      return { ...open(state, event.type), arrangement: afterArranging(state.arrangement, event, stamp) };
    case 'meetingEventFailed':
      return { ...state, arrangement: afterArranging(state.arrangement, event, stamp) };
    case 'handedOver':
      return afterHandover(state, event, stamp);
    case 'transferAsked':
    case 'transferAnswered':
      return { ...state, transfers: afterTransfer(state.transfers, event, stamp) };
    case 'placeGone':
      return { ...state, isPlaceGone: true };
    case 'noticeAcknowledged':
    case 'telephoneNeeded':
    case 'toldByTelephone':
    case 'disagreementRecorded':
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
  event: { readonly type: string; readonly personId: PersonId },
  reply: (invitations: readonly Invitation[]) => readonly Invitation[],
): Discussion => {
  if (!isInvited(state, event.personId))
    throw new ImpossibleEvent(`${event.type} on ${state.reference} by somebody not invited`);
  return { ...state, invitations: reply(open(state, event.type).invitations) };
};

const withInformation = (
  state: Discussion,
  event: EventOf<'writtenInformationGiven' | 'informationShared'>,
  stamp: Stamp,
  text: string,
  proposedActions: string | null,
): Discussion => {
  const before = open(state, event.type);
  const answers = event.type === 'informationShared' ? event.answers : undefined;
  const given = {
    personId: event.personId,
    at: stamp.at,
    text,
    proposedActions,
    taken: takenIn(event, stamp),
    answers,
  };
  return { ...before, information: [...before.information, given] };
};

const attended = (state: Discussion, event: EventOf<'attendanceRecorded'>, at: Instant): InSession => {
  const before = open(state, event.type);
  return {
    ...before,
    stage: 'inSession',
    startedAt: before.stage === 'inSession' ? before.startedAt : at,
    attendance: afterArrival(attendanceOf(before), event, at),
    decisionOpenedAt: before.stage === 'inSession' ? before.decisionOpenedAt : null,
  };
};

const saidOfSomebodyHere = (
  state: Discussion,
  event: EventOf<'authorityConfirmed' | 'departureRecorded'>,
): Discussion => {
  const session = inSession(state, event.type);
  if (!isPresent(session, event.personId))
    throw new ImpossibleEvent(`${event.type} on ${state.reference} for somebody absent`);
  return { ...session, attendance: afterSaying(session.attendance, event) };
};
