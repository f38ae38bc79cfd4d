/** What somebody asks for. Parsed at the edge; who asks is the authenticated {@link Actor}, never part of the form. */
import type { FactName } from '../../practice/language/commonFacts.ts';
import type { LocalDate } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { ReadingCommand } from './readingCommand.ts';
import type { SigningCommand } from './signingCommand.ts';
import type { DecidingCommand } from './decidingCommand.ts';
import type { Entry } from '../state/enquired.ts';
import type { ActionWeighed } from '../state/actionWeighed.ts';
import type { Child } from '../state/childShape.ts';
import type { Details } from '../state/details.ts';
import type { ClosingCommand, GateCommand, ReplaceDecider } from './endingCommand.ts';
import type { TransferCommand } from './transferCommand.ts';
import type { EventOf, Follows, Meeting, Place, Referral } from '../state/event.ts';
import type { DiscussionFacts } from '../state/facts.ts';
import type { HandedPart } from '../state/handoverEvents.ts';
import type { DutyKind, Notice } from '../state/notice.ts';
import type { Attendance, Identified, Participant, PersonId } from '../state/people.ts';

export type Command =
  | {
      readonly kind: 'convene';
      readonly reference: string;
      readonly authority: string;
      readonly children: readonly Child[];
      readonly referral: Referral;
      readonly concern: string;
      readonly facts: DiscussionFacts;
      /** The discussion it follows, where it was opened from one. */
      readonly follows: Follows | null;
      readonly chair: Participant;
      readonly invitees: readonly Participant[];
      readonly meeting: Meeting;
      readonly place: Place;
      /** Nobody but those who take part may know of it: its cards are in nobody’s channel. */
      readonly restricted?: true | undefined;
    }
  | {
      readonly kind: 'accept';
      readonly hasAuthority: boolean;
      /** To what else the standard asks, as far as it was answered. */
      readonly answers?: Readonly<Record<string, string>>;
      /** What their agency knows, sent ahead; actions are proposed where they are not blank. */
      readonly written?: { readonly information: string; readonly proposedActions: string } | null;
    }
  | {
      readonly kind: 'decline';
      readonly reason: string;
      readonly substitute: Participant | null;
      /** What the substitute is, where they are in no directory. */
      readonly statedRole?: string;
      /** What the agency sends instead of a person (S-3). */
      readonly written: { readonly information: string; readonly proposedActions: string } | null;
    }
  /** Taken by telephone for somebody invited: never that they can decide, nor who they are. */
  | {
      readonly kind: 'takeReply';
      readonly of: PersonId;
      readonly isComing: boolean;
      readonly reason: string;
      readonly substitute: Participant | null;
      readonly statedRole: string;
      /** What they read out. */
      readonly written: { readonly information: string; readonly proposedActions: string } | null;
    }
  /** `proposal`: the version of the commit that made it, so that nobody confirms another than they have read. */
  | { readonly kind: 'confirmSubstitute' | 'turnDownSubstitute'; readonly proposal: number }
  | {
      readonly kind: 'recordAttendance';
      readonly participant: Participant;
      readonly mode: Attendance['mode'];
      readonly hasAuthority: boolean | null;
      readonly substituteFor: string | null;
      /** How somebody in no directory is known to be who they say; null for everybody else. */
      readonly identified: Identified | null;
      /** When they came, where somebody says so. */
      readonly joinedAt?: Instant;
    }
  | { readonly kind: 'recordDeparture'; readonly personId: PersonId; readonly leftAt: Instant }
  | { readonly kind: 'confirmAuthority'; readonly personId: PersonId; readonly hasAuthority: boolean }
  | {
      readonly kind: 'shareInformation';
      readonly text: string;
      /** To what their agency is asked, by the name of the prompt, as far as it was answered. */
      readonly answers?: Readonly<Record<string, string>>;
    }
  /** SC-2, SC-3: how safe somebody taking part judges a child to be; null: no number was given. */
  | {
      readonly kind: 'scaleSafety';
      readonly personId: PersonId;
      readonly childId: string;
      readonly score: number | null;
      readonly analysis: string;
      /** SC-4: what would raise it; blank where nothing was said. */
      readonly wouldRaise: string;
    }
  | {
      readonly kind: 'recordEmergencyAction';
      readonly action: string;
      readonly takenAt: Instant;
      readonly takenBy: string;
      /** What the standard asks of it (E-2, E-3), as far as it was answered; left out, nothing was. */
      readonly answered?: Pick<ActionWeighed, 'planned' | 'answers'>;
    }
  /** T-14, T-15: said of a discussion that has been decided. */
  | {
      readonly kind: 'reportNotReached';
      readonly what: 'whereaboutsUnknown' | 'accessRefused';
      readonly since: Instant;
    }
  /** V-*, F-2: of one child, before a decision or after it. */
  | ({ readonly kind: 'recordEnquiry' } & Entry)
  /** `basedOn`: the version whoever corrects a child or takes it out was shown. */
  | {
      readonly kind: 'changeChildren';
      readonly change: AskedChange;
      readonly reason: string;
      readonly basedOn: number;
    }
  /** `of`: a child, somebody of the household, or null for somebody new. `details`: all that the form asks, as it came back. */
  | {
      readonly kind: 'recordDetails';
      readonly of: string | null;
      readonly details: Details;
      readonly basedOn: number;
    }
  /** `basedOn`: the version whoever enters it was shown. */
  | ({ readonly kind: 'enterAgendaItem'; readonly basedOn: number } & Omit<EventOf<'agendaItemEntered'>, 'type'>)
  /** somebody does something by a day. */
  | ({ readonly kind: 'agreeAction' } & Omit<EventOf<'actionAgreed'>, 'type' | 'number'>)
  | ActionCommand
  | GateCommand
  | SigningCommand
  | ReadingCommand
  | ReplaceDecider
  | ClosingCommand
  | TransferCommand
  | DecidingCommand
  | {
      readonly kind: 'reconvene';
      readonly meeting: Meeting;
      readonly reason: string;
      /** What a meeting short of its minimum agreed to keep the child safe; left out, nothing. */
      readonly safetyActions?: string;
      /** Why a telephone call alone has to do, where it did not before (M-1, M-3). */
      readonly phoneOnlyReason?: string;
    }
  /** `because`: a reason some rules do not accept (C-7); null for any other. */
  | {
      readonly kind: 'standDown';
      readonly reason: string;
      readonly because: 'recentlyAssessed' | 'caseAlreadyOpen' | null;
      /** By factor, as far as it was written down. */
      readonly weighed?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'invite'; readonly participant: Participant; readonly insteadOf: PersonId | null }
  | {
      readonly kind: 'handOver';
      readonly part: HandedPart;
      readonly to: Participant;
      readonly reason: string;
      /** How many handovers whoever asks had read of: nobody takes from another what they did not know to be theirs. */
      readonly seen: number;
    }
  /** Somebody who answers for it is in the directory no more. */
  | {
      readonly kind: 'replaceLeaver';
      readonly part: HandedPart;
      readonly leaver: PersonId;
      readonly to: Participant;
    }
  | TellingCommand
  | CalendarCommand
  /** The conversation where the discussion lived takes nothing from this program any more. */
  | { readonly kind: 'reportPlaceGone'; readonly conversation: string };

/** Of a child as it is typed. */
export type AskedChange =
  | { readonly what: 'added'; readonly child: TypedChild; readonly facts: readonly FactName[] }
  | { readonly what: 'corrected'; readonly childId: string; readonly child: TypedChild }
  | { readonly what: 'takenOut'; readonly childId: string };
export type TypedChild = Omit<Child, 'childId' | 'seenBefore'>;

/** About an action of the plan, by its number. */
export type ActionCommand =
  | { readonly kind: 'settleAction'; readonly action: number; readonly as: 'done' | 'blocked'; readonly note: string }
  | { readonly kind: 'handOnAction'; readonly action: number; readonly to: PersonId; readonly reason: string }
  /** By this program, to whoever follows the actions up: its owner is in the directory no more. */
  | {
      readonly kind: 'handOnForLeaver';
      readonly action: number;
      readonly leaver: PersonId;
      readonly reason: string;
    }
  | { readonly kind: 'moveAction'; readonly action: number; readonly dueOn: LocalDate; readonly reason: string };

/** About messages rather than the discussion. The notice is the stored one, found by its id, never what a form says. */
export type TellingCommand =
  | { readonly kind: 'acknowledge'; readonly notice: Notice }
  | { readonly kind: 'askToTelephone'; readonly notice: Notice }
  | {
      readonly kind: 'recordTelephoneCall';
      readonly notice: Notice;
      readonly spokeTo: string;
      readonly toldAt: Instant;
    }
  | { readonly kind: 'disagree'; readonly reason: string }
  | { readonly kind: 'reportNothingHeard'; readonly message: string }
  | { readonly kind: 'snooze'; readonly notice: Notice; readonly until: Instant }
  /** `duty` is what is done; `notice` the reminder or digest that asked for it. */
  | { readonly kind: 'reportDone'; readonly notice: Notice; readonly duty: DutyKind }
  | { readonly kind: 'stopReplyLinks' };

/** What became of the meeting's entry in a calendar. */
export type CalendarCommand =
  | { readonly kind: 'recordOnlineMeeting'; readonly joinUrl: string }
  /** `why` is shown to the convenor: a sentence without case data. */
  | { readonly kind: 'reportMeetingFault'; readonly why: string };

export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
