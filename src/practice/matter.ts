/**
 * All that a standard may look at, in its own vocabulary: the referral, what has been said of the discussion and of each
 * child, who takes part, what has been held, decided and done. `discussion/matter` makes it of a discussion, the
 * operators' facts file of JSON; nothing else reaches a rule.
 */
import type { FactName } from './language/commonFacts.ts';
import type { Answers } from './answers/answers.ts';
import type { AgendaEntries, AgendaSource, Attendee, Format, MeetingType, Rank } from './language/vocabulary.ts';
import type { LocalDate } from './time/calendar.ts';
import type { Instant } from './time/instant.ts';

export interface Matter {
  readonly referral: {
    readonly receivedAt: Instant | null;
    readonly concernsIdentifiedAt: Instant | null;
    /** What the referrer is: `school`, `gp`, `professional`, `public`, `parent`...; null while not known. */
    readonly referrer: string | null;
  };
  /** Said of the discussion: the referral, the household, the place, the people. */
  readonly said: ReadonlySet<FactName>;
  /** Answers to yes-or-no questions and to what the rules ask of the discussion, by name. */
  readonly answers: Answers;
  /** Facts that would follow from others and do not, because a manager has given a reason. */
  readonly setAside: ReadonlySet<string>;
  readonly children: readonly ChildMatter[];
  readonly emergencyActionAt: Instant | null;
  readonly meeting: { readonly startsAt: Instant | null; readonly format: Format; readonly type: MeetingType | null };
  /** Roles somebody means to invite. */
  readonly proposed: readonly string[];
  /** Those taking part, or foreseen to. */
  readonly attendees: readonly Attendee[];
  /** What was entered under each item of the agenda, and what else deals with one. */
  readonly agenda: { readonly entries: AgendaEntries; readonly given: ReadonlySet<AgendaSource> };
  readonly held: Held;
  /** What the record holds of all that a rule may want in it, and what is answered about its sign-off (R-*). */
  readonly record: { readonly holds: Answers; readonly signOff: Answers };
}

/** One child. Its facts are its own: what is said of a sibling says nothing of it. */
export interface ChildMatter {
  readonly id: string;
  readonly birth: Birth | null;
  readonly said: ReadonlySet<FactName>;
  /** Answers about this child alone, by name. */
  readonly answers: Answers;
  readonly decision: Proposed | null;
  readonly enquired: Enquired;
}

/** What has been recorded of one child since the referral. */
export interface Enquired {
  /** When the child was first seen; null: it is not recorded. */
  readonly seenAt: Instant | null;
  /** What was answered last, by area. */
  readonly answers: Readonly<Record<string, Answers>>;
}

export type Birth =
  { readonly kind: 'born'; readonly on: LocalDate } | { readonly kind: 'unborn'; readonly expectedOn: LocalDate };

/** A decision proposed about one child. A missing answer is unanswered, never "no". */
export interface Proposed {
  readonly s47: boolean | null;
  readonly decidedBy: string | null;
  readonly reasons: string | null;
  readonly outcomes: readonly ProposedOutcome[] | null;
  readonly plan: Readonly<Record<string, string>> | null;
  readonly familyTold: Readonly<Record<string, unknown>> | null;
  /** By area. */
  readonly further: Readonly<Record<string, Answers>>;
  readonly scores: readonly Score[];
}

export type ProposedOutcome = Readonly<Record<string, unknown>> & { readonly code: string };

/** How safe somebody judges a child to be. */
export interface Score {
  readonly personId: string;
  readonly score: number | null;
  readonly analysis: string | null;
}

/** What has happened, as deadlines count from it. Null: it has not, or is not known. */
export interface Held {
  readonly meetingEndAt: Instant | null;
  readonly concludedAt: Instant | null;
  readonly s47DecidedAt: Instant | null;
  /** The discussion that an enquiry's limits run from. */
  readonly strategyDiscussionAt: Instant | null;
  /** Discussions of this chain, this one included once it was held. */
  readonly discussions: readonly { readonly at: Instant; readonly decidedS47: boolean }[];
  readonly firstDiscussionAt: Instant | null;
  readonly previousDiscussionAt: Instant | null;
  readonly proposedNextAt: Instant | null;
  readonly whereaboutsUnknownAt: Instant | null;
  /** When the discussion before this one ended, where it follows one. */
  readonly precededAt: Instant | null;
  /** It follows a discussion after which a child was not found (T-14). */
  readonly afterChildNotFound: boolean;
  readonly referrerInvolved: boolean | null;
  /** DL-2: concern is high and a further step has been decided, for one child at least. */
  readonly urgentEnquiry: boolean;
  /** DL-10: the limits somebody has extended. */
  readonly extensions: readonly Answers[];
}

/** Whoever might chair. */
export interface ChairCandidate {
  readonly role: string;
  readonly rank?: Rank | null | undefined;
}

export const nothingHeld: Held = {
  meetingEndAt: null,
  concludedAt: null,
  s47DecidedAt: null,
  strategyDiscussionAt: null,
  discussions: [],
  firstDiscussionAt: null,
  previousDiscussionAt: null,
  proposedNextAt: null,
  whereaboutsUnknownAt: null,
  precededAt: null,
  afterChildNotFound: false,
  referrerInvolved: null,
  urgentEnquiry: false,
  extensions: [],
};

/** A matter about which nothing is known yet. */
export const emptyMatter: Matter = {
  referral: { receivedAt: null, concernsIdentifiedAt: null, referrer: null },
  said: new Set(),
  answers: {},
  setAside: new Set(),
  children: [],
  emergencyActionAt: null,
  meeting: { startsAt: null, format: 'meeting', type: null },
  proposed: [],
  attendees: [],
  agenda: { entries: {}, given: new Set() },
  held: nothingHeld,
  record: { holds: {}, signOff: {} },
};

export const nothingEnquired: Enquired = { seenAt: null, answers: {} };

export const nothingProposed: Proposed = {
  s47: null,
  decidedBy: null,
  reasons: null,
  outcomes: null,
  plan: null,
  familyTold: null,
  further: {},
  scores: [],
};
