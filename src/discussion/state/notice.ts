/**
 * A notice is a debt: something the system owes somebody by a time. It is written in the same commit as the events
 * that cause it, delivered at least once, never silently dropped, and visible until it is settled.
 */
import type { Instant } from '../../practice/time/instant.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { PersonId } from './people.ts';

/** Built and read in noticeId.ts only. */
export type NoticeId = string & { readonly __brand: 'NoticeId' };

/** Cards posted in the place where the discussion lives; the first of each is posted, later ones update it. */
const cardKinds = ['agendaCard', 'takingPartCard', 'decisionCard', 'deliveryCard'] as const;
export type CardKind = (typeof cardKinds)[number];

/** What a standard sets a time for after a decision. Somebody says when it is done. */
export const dutyKinds = [
  'recordDue',
  'minutesDue',
  'filingDue',
  'childSeenDue',
  'enquiryDue',
  'conferenceDue',
  'assessmentDue',
  'nextDiscussionDue',
  'conclusionDue',
  'furtherDiscussionDue',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

export const isDuty = (kind: string): kind is DutyKind => dutyKinds.some((duty) => duty === kind);

/** Comes at a set time, if it is still wanted then; its reader may put it off. */
export const reminderKinds = [
  'replyChaser',
  'quorumWarning',
  'decisionOverdue',
  'resultDue',
  'transferChaser',
  'transferUnanswered',
  'authorisationDue',
  ...dutyKinds,
  'overdueDigest',
  'readyToClose',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Asks one person to do something now, mostly to tell somebody. */
const taskKinds = [
  'substituteProposed',
  'emergencyToWeigh',
  'tellOthers',
  'followUp',
  'tellReferrer',
  'telephoneTask',
  'disagreement',
  'nothingHeard',
  'onlineMeetingFailed',
  'placeGone',
  'handedOver',
  'enquiryToCheck',
  'enquiryToDecide',
  'enquirySentBack',
  'enquiryFinished',
  'transferAsked',
  'transferRecorded',
  'transferAnswered',
  'recordToSign',
  'recordToAuthorise',
  'recordSentBack',
] as const;

/** About one action of the plan; which, the commit that owed it says. Nobody may put these off. */
const actionKinds = ['actionGiven', 'actionDue', 'actionBlocked'] as const;

/** Messages to one person. */
export const messageKinds = [
  'invitation',
  'meetingMoved',
  'childrenChanged',
  'stoodDown',
  'outcome',
  'record',
  'signedRecord',
  'recordCode',
  'howToChase',
  'joiningDetails',
  'replyTaken',
  ...taskKinds,
  ...actionKinds,
  ...reminderKinds,
] as const;
export type MessageKind = (typeof messageKinds)[number];

export const isMessage = (kind: string): kind is MessageKind => messageKinds.some((message) => message === kind);

/** To the service manager: about messages, the discussion itself, its enquiries (GT-*) and its record. */
export const watcherKinds = ['escalation', 'heldLate', 'decisionLate', 'enquiryLate', 'recordLate'] as const;
export type WatcherKind = (typeof watcherKinds)[number];

export const isToWatcher = (kind: string): kind is WatcherKind => watcherKinds.some((watcher) => watcher === kind);

/**
 * `meetingEvent`: the meeting's entry in a calendar is to be made, or brought in step with the discussion. `flagUnseen`: the
 * agenda card is to be shown again at its time, for it then says that a child has not been seen (V-1).
 */
export const noticeKinds = [...cardKinds, ...messageKinds, ...watcherKinds, 'meetingEvent', 'flagUnseen'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export type Recipient =
  | { readonly to: 'place' }
  | { readonly to: 'person'; readonly personId: PersonId }
  | { readonly to: 'referrer' }
  /** Where the council keeps its meetings. */
  | { readonly to: 'calendar' }
  /** Whoever answers for the service; where the directory names nobody, the person given here. */
  | { readonly to: 'serviceManager'; readonly otherwise: PersonId };

/** Somebody who is reached by name. */
export type PersonRecipient = Extract<Recipient, { to: 'person' | 'referrer' }>;
/** Whoever watches over the service. */
export type Watcher = Extract<Recipient, { to: 'serviceManager' }>;

export interface Notice {
  readonly id: NoticeId;
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  /** The rule that says it is owed, or null for a card that only keeps people informed. */
  readonly rule: RuleId | null;
  readonly owedAt: Instant;
  /** Settled after this it is late; null when no rule sets a time. */
  readonly deadline: Instant | null;
}

/**
 * `email` is the person's own address; `inbox` the shared mailbox of their agency, which others read too; `calendar`
 * leads to no person.
 */
export const routes = ['teams', 'email', 'inbox', 'telephone', 'calendar'] as const;
export type Route = (typeof routes)[number];

export interface Attempt {
  readonly at: Instant;
  readonly route: Route;
  readonly result: 'sent' | 'later' | 'closed' | 'unknown';
  /** Why, in words for the person who asks; never case data. */
  readonly detail: string;
  /** What the channel answered when it took it (an activity id, an SMTP reply); null otherwise. */
  readonly receipt: string | null;
}

/** What has become of a notice. `telephone` is not a failure of ours to hide: it is a task for the chair. */
export type Delivery =
  | { readonly status: 'owed'; readonly nextAttemptAt: Instant; readonly attempts: readonly Attempt[] }
  | {
      readonly status: 'sending';
      readonly leaseUntil: Instant;
      readonly holder: string;
      readonly attempts: readonly Attempt[];
      /** What the card shows has changed since it was bound: it is owed again then. */
      readonly againAt?: Instant | undefined;
    }
  /** It may have arrived already: the channel did not say. It is sent again, marked as a possible repeat. */
  | { readonly status: 'maybe'; readonly nextAttemptAt: Instant; readonly attempts: readonly Attempt[] }
  | {
      readonly status: 'sent';
      readonly at: Instant;
      readonly route: Route;
      /** What the channel answered: an activity id, or an SMTP reply. */
      readonly receipt: string;
      readonly attempts: readonly Attempt[];
    }
  | { readonly status: 'telephone'; readonly since: Instant; readonly attempts: readonly Attempt[] }
  | { readonly status: 'superseded'; readonly at: Instant; readonly attempts: readonly Attempt[] };

/** A notice together with what has become of it. */
export interface TrackedNotice {
  readonly reference: string;
  readonly version: number;
  readonly notice: Notice;
  readonly delivery: Delivery;
}
