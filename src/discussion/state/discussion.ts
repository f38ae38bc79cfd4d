/**
 * WHAT HAS HAPPENED AND MAY HAPPEN NEXT. A discussion is the fold of its events; its type says its stage, and each stage
 * carries only what is true of it. `decide` (decide.ts) turns a command into events or a refusal, `evolve`
 * (evolve.ts) folds them, and `owe` (owe.ts) says which notices they cause. No I/O, no clock: time and ids are arguments.
 */
import type { Instant } from '../../practice/time/instant.ts';
import type { RuleId, StandardKey } from '../../practice/language/vocabulary.ts';
import type { AgendaEntry } from './agendaEntry.ts';
import { ownersOf, type AgreedAction } from './agreedAction.ts';
import type { Arrangement } from './arrangement.ts';
import type { Entry } from './enquired.ts';
import type { ActionWeighed } from './actionWeighed.ts';
import type { ChildDecision } from './childDecision.ts';
import type { Correction } from './correction.ts';
import type { ChangedChild } from './childrenChanged.ts';
import type { Child } from './childShape.ts';
import type { Closed, NextDiscussion } from './closing.ts';
import type { Conference } from './conference.ts';
import type { Deadline } from './deadlineShape.ts';
import type { Entered } from './details.ts';
import { askedForResults, type EnquiryReport } from './enquiryReport.ts';
import type { EnquiryEnd } from './enquiryEnd.ts';
import { askedToAuthorise, type Reopened, type SignedRecord } from './signing.ts';
import type { EventOf, Follows, Meeting, Place, Referral } from './event.ts';
import type { Filing } from './filing.ts';
import type { RecordReader } from './recordReaders.ts';
import type { Handover } from './handoverEvents.ts';
import type { DiscussionFacts } from './facts.ts';
import type { Invitation, Taken } from './invitation.ts';
import type { Attendance, Participant, PersonId } from './people.ts';
import type { SafetyScore } from './safetyScore.ts';
import type { Telling } from './telling.ts';
import { askedToTakeOver, type Transfer } from './transfer.ts';

interface Information {
  readonly personId: PersonId;
  readonly at: Instant;
  readonly text: string;
  /** Written by someone not attending, with the actions they propose (S-3); null when shared in the meeting. */
  readonly proposedActions: string | null;
  /** Who took it by telephone; left out where they wrote it themselves. */
  readonly taken?: Taken | undefined;
  /** To what the agency was asked, by the name of the prompt; left out where nothing was. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

interface EmergencyAction {
  readonly action: string;
  readonly takenAt: Instant;
  readonly takenBy: string;
  readonly recordedAt: Instant;
  /** Left out where the standard asks nothing about it, or an older program did not. */
  readonly weighed?: ActionWeighed | undefined;
}

export interface HeldMeeting {
  readonly meeting: Meeting;
  readonly attendance: readonly Attendance[];
  /** Inquorate: urgent safeguarding only. Null where it was stood down, or an older program kept no more. */
  readonly inquorate: EventOf<'discussionReconvened'>['inquorate'];
}

export interface Decision {
  /** When it was recorded. */
  readonly at: Instant;
  /** When the meeting ended, as the chair said: what everything is due from. */
  readonly meetingEndedAt: Instant;
  /** When it was taken: at the end of the meeting, unless the chair said otherwise (P-4). */
  readonly decidedAt: Instant;
  /** Since when a child has not been found, as somebody reported afterwards (T-14). */
  readonly whereaboutsUnknownAt: Instant | null;
  /** Since when access to a child has been refused or obstructed (T-15). */
  readonly accessRefusedAt: Instant | null;
  readonly by: PersonId;
  /** Who chaired when it was taken, whoever has the chair now. */
  readonly chair: Participant;
  /** As it stands, corrected where it has been. */
  readonly children: readonly ChildDecision[];
  /** In the order they were made. */
  readonly corrections: readonly Correction[];
  readonly overrides: readonly { readonly seat: string; readonly reason: string }[];
  readonly warnings: readonly string[];
  readonly noticeDue: { readonly rule: RuleId; readonly dueAt: Instant | null };
}

/** True at every stage. */
export interface Known {
  readonly reference: string;
  readonly version: number;
  /** The version of the last commit that changed what a record of it holds. */
  readonly changedIn: number;
  readonly authority: string;
  readonly standard: {
    readonly key: StandardKey;
    readonly version: string;
    readonly readings?: Readonly<Record<string, string>> | undefined;
  };
  /** The discussions before this one, about the same children. */
  readonly follows: Follows | null;
  readonly convenedAt: Instant;
  readonly children: readonly Child[];
  /** In the order they were made. */
  readonly changedChildren: readonly ChangedChild[];
  /** What is known of each child and its household, as it was entered. */
  readonly entered: readonly Entered[];
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
  /** Nobody but those who take part may know of it: the case of a colleague’s own child, or an allegation against one. */
  readonly isRestricted: boolean;
  /** It takes nothing any more: the cards go to the convenor's own chat. */
  readonly isPlaceGone: boolean;
  readonly information: readonly Information[];
  readonly scores: readonly SafetyScore[];
  readonly emergencyActions: readonly EmergencyAction[];
  readonly enquired: readonly Entry[];
  /** Under each item of the agenda at most one. */
  readonly agenda: readonly AgendaEntry[];
  /** Of the plan, in the order they were agreed. */
  readonly actions: readonly AgreedAction[];
  /** The oldest first. */
  readonly handovers: readonly Handover[];
  /** H-3: asked of other authorities, the oldest first. */
  readonly transfers: readonly Transfer[];
  readonly telling: Telling;
}

export type Convened = Known & { readonly stage: 'convened' };
export type InSession = Known & {
  readonly stage: 'inSession';
  /** When the first person was recorded as taking part. */
  readonly startedAt: Instant;
  readonly attendance: readonly Attendance[];
  readonly decisionOpenedAt: Instant | null;
};
export type Decided = Known & {
  readonly stage: 'decided';
  readonly attendance: readonly Attendance[];
  readonly decision: Decision;
  /** One for each child reported on (GT-*). */
  readonly reports: readonly EnquiryReport[];
  /** Of the record, the oldest first. */
  readonly signings: readonly SignedRecord[];
  /** The record, after it was signed. */
  readonly reopenings: readonly Reopened[];
  /** In the order they were recorded. */
  readonly ends: readonly EnquiryEnd[];
  /** In the order they were recorded. */
  readonly conferences: readonly Conference[];
  /** In the order they were recorded. */
  readonly filing: readonly Filing[];
  /** Those whom the chair lets read the record on a page. */
  readonly recordReaders: readonly RecordReader[];
  /** Convened from this one. */
  readonly next: readonly NextDiscussion[];
  /** Why no further discussion is held, where one was due; null where nobody has said so. */
  readonly nextCalledOff: string | null;
  /** From then on it is only read. */
  readonly closed: Closed | null;
};
type StoodDown = Known & {
  readonly stage: 'stoodDown';
  readonly reason: string;
  /** By factor. */
  readonly weighed: Readonly<Record<string, string>>;
  readonly stoodDownAt: Instant;
};

export type Discussion = Convened | InSession | Decided | StoodDown;
export type OpenDiscussion = Convened | InSession;

export const isOpen = ({ stage }: Discussion): boolean => stage === 'convened' || stage === 'inSession';

/** The conversation everybody taking part shares; null where the cards are in the convenor's own chat. */
export const livesIn = ({ place, isPlaceGone }: Discussion): string | null =>
  place.kind === 'personal' || isPlaceGone ? null : place.conversation;

/** Either of them answers for the discussion; one person may be both. */
export const leading = ({ convenor, chair }: Discussion): readonly Participant[] =>
  convenor.personId === chair.personId ? [chair] : [convenor, chair];

export const attendanceOf = (state: Discussion): readonly Attendance[] =>
  state.stage === 'inSession' || state.stage === 'decided' ? state.attendance : [];

export const invitationOf = (state: Discussion, who: PersonId): Invitation | undefined =>
  state.invitations.find((i) => i.participant.personId === who);

export const isInvited = (state: Discussion, who: PersonId): boolean => invitationOf(state, who) !== undefined;

export const isPresent = (state: Discussion, who: PersonId): boolean =>
  attendanceOf(state).some((a) => a.participant.personId === who);

/** Took part and has not left. */
export const isHereNow = (state: Discussion, who: PersonId): boolean =>
  attendanceOf(state).some((a) => a.participant.personId === who && a.leftAt === undefined);

/** Somebody has taken part by now, at this meeting or one before. */
export const hasMet = (state: Discussion): boolean =>
  state.stage === 'inSession' || state.stage === 'decided' || state.earlierMeetings.length > 0;

/** Those of earlier meetings, whether they were invited or walked in. */
export const tookPartEarlier = (state: Discussion): readonly Participant[] =>
  state.earlierMeetings.flatMap((m) => m.attendance.map((a) => a.participant));

/** Everybody the discussion knows as a professional: convenor, chair, invited, and anyone who attended. */
export const participants = (state: Discussion): readonly Participant[] => {
  const everyone = [
    state.convenor,
    state.chair,
    ...state.invitations.map((i) => i.participant),
    ...attendanceOf(state).map((a) => a.participant),
    ...tookPartEarlier(state),
  ];
  return onceEach(everyone);
};

/** Whoever may have to be written to by name: all of those, and anybody else who was given an action, or asked for a result (GT-5), to authorise the record or to take a child over (H-3). */
export const addressees = (state: Discussion): readonly Participant[] =>
  onceEach([
    ...ownersOf(state),
    ...askedForResults(state),
    ...askedToAuthorise(state),
    ...askedToTakeOver(state),
    ...participants(state),
  ]);

/** And everybody who was any of them once: by name, and where they hear that it is somebody else’s now. */
export const everKnown = (state: Discussion): readonly Participant[] =>
  onceEach([...state.handovers.map(({ from }) => from), ...addressees(state)]);

/** Whoever must not learn of it, however senior. */
export const isKeptFrom = (d: Discussion, who: string): boolean =>
  d.isRestricted && !everKnown(d).some(({ personId }) => personId === who);

const onceEach = (people: readonly Participant[]): readonly Participant[] => [
  ...new Map(people.map((p) => [p.personId, p])).values(),
];
