/** The parts rules are made of: conditions, seats, fields to fill in, outcomes, deadlines. */
import type { StandardFault } from './codes.ts';
import type { Period } from '../time/calendar.ts';
import type { ReadingName, Under } from './readings.ts';
import type { MeetingType } from './vocabulary.ts';
import type { RuleFact } from './factNames.ts';

/** When a rule applies: every list it gives must hold; with none, always. */
export interface When {
  readonly anyOf?: readonly RuleFact[];
  readonly allOf?: readonly RuleFact[];
  readonly noneOf?: readonly RuleFact[];
}

/** The event a time is counted from. */
export type Anchor =
  | 'referralReceivedAt'
  | 'concernsIdentifiedAt'
  | 'earliestOfReferralAndConcern'
  | 'emergencyActionAt'
  | 'whereaboutsUnknownAt'
  | 'meetingEndAt'
  | 's47DecidedAt'
  | 'strategyDiscussionAt'
  | 'cpDecisionConcludedAt'
  | 'decidingDiscussionAt'
  | 'lastDiscussionAt'
  | 'previousDiscussionAt'
  | 'firstDiscussionAt';

/** A place at the table that must be taken for the decision to count. */
export interface SeatData {
  readonly seat: string;
  readonly words: string;
  /** Roles that can take the seat, the best first. Empty for the chair, who is judged by the chair rules. */
  readonly roles: readonly string[];
  /** The role invited to take it; null where the chair rules do not name one. */
  readonly inviteAs: string | null;
  /** The chair may go ahead without it, with a recorded reason. */
  readonly overridable?: true;
  /** Only in a meeting of this type. */
  readonly meetingType?: MeetingType;
  /** Only in these circumstances. */
  readonly when?: When;
  readonly under?: Under;
  /** Listed before that seat, though another rule names it. */
  readonly before?: string;
  /** Whoever takes this seat may take that one as well. */
  readonly alsoFills?: string;
  /** Filled by anybody but its best role, the seat brings this warning. */
  readonly warnUnlessBest?: 'policeNotDdm';
}

export type FieldKind = 'text' | 'longText' | 'date' | 'yesNo' | 'person' | 'choice';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** One thing to be filled in, as a form asks for it. */
export interface Field {
  readonly name: string;
  readonly words: string;
  readonly kind: FieldKind;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  /** Only this answer will do. */
  readonly mustBe?: boolean | string;
  /** Asked only where another field has one of these answers. */
  readonly onlyIf?: { readonly field: string; readonly is: readonly (boolean | string)[] };
  readonly under?: Under;
  /** Filled in elsewhere: the plan has fields of its own. */
  readonly answeredBy?: 'plan';
  /** May be left out. */
  readonly optional?: true;
  /** Of an outcome: left out or answered otherwise, it warns and never blocks. */
  readonly warnsOnly?: true;
  /** The code of the fault when it is missing; otherwise the field's name and `Required`. */
  readonly fault?: StandardFault;
}

/** What a set of answers is about: forms are built, and answers checked, one area at a time. */
export const areas = [
  'urgency',
  'chairing',
  'complexBooking',
  'invitation',
  'reply',
  'decline',
  'writtenInformation',
  'decision',
  'plan',
  'family',
  'familyAfterwards',
  'familyConcern',
  'minorInjury',
  'medical',
  'fgm',
  'childSeen',
  'parentalPermission',
  'agencyChecks',
  'emergencyAction',
  'thirdPartyDisclosure',
  'transfer',
  'record',
  'action',
  'signOff',
  'extension',
  'scaling',
  'gate',
  's47Record',
] as const;
export type Area = (typeof areas)[number];

export interface Asks {
  readonly about: Area;
  readonly fields: readonly Field[];
}

/** One thing a discussion may decide about a child. */
export interface OutcomeData {
  readonly code: string;
  readonly words: string;
  /** Starts a section 47 enquiry. */
  readonly s47?: true;
  readonly requires: readonly Field[];
  /** Days after the meeting within which the date it names must fall. */
  readonly withinCalendarDays?: number;
  /** Circumstances in which it is refused. */
  readonly notWhen?: { readonly when: When; readonly fault: StandardFault };
}

/** Names of the deadlines that follow a discussion. */
export const deadlineNames = [
  'recordUploadDueAt',
  'recordCirculationDueAt',
  'decisionsDueAt',
  'minutesDueAt',
  'referrerNoticeDueAt',
  'absentAgencyNoticeDueAt',
  'writtenNoticeDueAt',
  'referrerMayChaseAfter',
  'childSeenDueAt',
  'flagUnseenFrom',
  's47DueAt',
  'urgentS47DueAt',
  'icpcDueAt',
  'assessmentDueAt',
  'latestNextAt',
  'concludeBy',
  'furtherDiscussionDueAt',
] as const;
export type DeadlineName = (typeof deadlineNames)[number];

/** One deadline a rule sets. */
export interface DueData {
  readonly name: DeadlineName;
  readonly from: Anchor;
  readonly limit: Period;
  readonly meetingType?: MeetingType;
  /** How an ambiguous source can also be read; the reading, if set to that choice, makes it the deadline. */
  readonly otherwise?: DueReading;
}

export interface DueReading {
  readonly reading: ReadingName;
  readonly choice: string;
  readonly limit?: Period;
  readonly from?: Anchor;
}
