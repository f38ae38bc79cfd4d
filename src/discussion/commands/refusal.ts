/**
 * Why a command was refused: a code, the rule, and the facts a person needs to put it right. Refusals are values; the
 * sentences people read are in `src/words/refusalWords.ts`.
 */
import type { LocalDate } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { AgencyKind } from '../../practice/language/agencies.ts';
import type { Rank, RuleId } from '../../practice/language/vocabulary.ts';
import type { DecisionFault } from '../matter/childCheck.ts';
import type { Block } from '../../practice/answers/blocks.ts';
import type { Child } from '../state/childShape.ts';
import type { Details } from '../state/details.ts';
import type { AgendaEntry } from '../state/agendaEntry.ts';
import type { Remaining } from '../matter/remaining.ts';
import type { Fault } from '../../practice/answers/findings.ts';
import type { MissingSeat } from '../matter/quorumNow.ts';
import type { DutyKind } from '../state/notice.ts';
import type { SeenKind } from '../state/seen.ts';
import type { HandedPart } from '../state/handoverEvents.ts';
import type { Capacity, Deed } from './authority.ts';
import type { CommandKind } from './command.ts';

export type Refusal =
  | { readonly code: 'unknownDiscussion'; readonly reference: string }
  | { readonly code: 'alreadyConvened'; readonly reference: string }
  | { readonly code: 'notAllowed'; readonly command: CommandKind; readonly allowed: readonly Capacity[] }
  | { readonly code: 'tooLate'; readonly command: CommandKind | Deed; readonly stage: 'decided' | 'stoodDown' }
  | { readonly code: 'notInSession'; readonly command: CommandKind }
  /** The directory gives them other roles, or they stand in for somebody of another kind. In the words of the standard. */
  | {
      readonly code: 'roleNotTheirs' | 'cannotStandIn';
      readonly name: string;
      readonly role: string;
      readonly roles: readonly string[];
    }
  /** Of somebody in no directory: the role belongs to agencies of another kind, or it is not known of which theirs is. */
  | {
      readonly code: 'roleOfAnotherAgency';
      readonly name: string;
      readonly role: string;
      readonly belongsTo: readonly AgencyKind[];
      readonly agency: string;
      readonly isKnown: boolean;
    }
  | { readonly code: 'notInDirectory'; readonly name: string }
  /** C-1: only a manager answers for it as its convenor. */
  | { readonly code: 'notAManager'; readonly rule: 'C-1'; readonly name: string }
  /** They have had it once, or somebody was first, or it is theirs already: whose it is now. */
  | {
      readonly code: 'handedOn' | 'handedOverMeanwhile' | 'alreadyTheirs';
      readonly part: HandedPart;
      readonly name: string;
    }
  | { readonly code: 'identificationNeeded'; readonly name: string }
  | { readonly code: 'familyInvited'; readonly rule: 'S-1'; readonly name: string }
  | {
      readonly code: 'chairNotEligible';
      readonly rule: RuleId;
      readonly name: string;
      readonly ranks: readonly Rank[] | null;
    }
  | { readonly code: 'meetingTooLate'; readonly rule: RuleId; readonly dueAt: Instant }
  | { readonly code: 'timeInPast'; readonly what: 'meeting' | 'action' }
  | {
      readonly code: 'timeInFuture';
      readonly what:
        | 'referral'
        | 'emergencyAction'
        | 'concerns'
        | 'telephoneCall'
        | 'meetingEnd'
        | 'decision'
        | 'notReached'
        | 'childSeen'
        | 'conference'
        | 'enquiryEnd'
        | 'attendance'
        | 'answer';
    }
  | { readonly code: 'endedBeforeItBegan' | 'decidedBeforeItBegan'; readonly beganAt: Instant }
  | { readonly code: 'leftBeforeJoining'; readonly joinedAt: Instant }
  | { readonly code: 'seenBeforeReferral'; readonly receivedAt: Instant }
  | { readonly code: 'noSuchChild' }
  | { readonly code: 'nothingEntered' }
  | { readonly code: 'noSuchItem' }
  /** Somebody else entered something under the item since the form was opened. */
  | { readonly code: 'itemEnteredMeanwhile'; readonly now: AgendaEntry }
  /** Of an action of the plan: there has been no meeting to agree it in. */
  | { readonly code: 'nobodyHasMet' }
  | { readonly code: 'noSuchAction' }
  | { readonly code: 'actionDone'; readonly number: number; readonly at: Instant }
  /** Whoever is to have an action is neither in the directory nor known to the discussion, or has it already. */
  | { readonly code: 'ownerUnknown' | 'ownerAsBefore' }
  | { readonly code: 'noteNeeded' }
  /** Of the record: it has been signed as it stands, or something in it changed, or it is not with them. */
  | { readonly code: 'signedAlready' | 'recordChangedMeanwhile' | 'notToAuthorise' | 'notSigned' }
  /** What is entered of it changes no more. */
  | { readonly code: 'recordClosed'; readonly chair: string }
  | { readonly code: 'authoriserNeeded'; readonly rule: RuleId; readonly rank: string }
  | { readonly code: 'cannotAuthorise'; readonly rule: RuleId; readonly name: string; readonly rank: string }
  | { readonly code: 'authoriserSigned'; readonly rule: RuleId; readonly name: string }
  /** GT-*: of an enquiry. */
  | { readonly code: 'resultRecorded'; readonly at: Instant }
  | { readonly code: 'notReportedYet' | 'notCheckedYet' | 'reasonNeeded' }
  /** Three steps, three people. */
  | { readonly code: 'sameHand'; readonly rule: RuleId; readonly did: 'reported' | 'checked' }
  | { readonly code: 'deciderTookPart'; readonly rule: RuleId; readonly name: string }
  | { readonly code: 'cannotDecideResult'; readonly rule: RuleId; readonly name: string; readonly rank: string }
  | { readonly code: 'resultFirst'; readonly rule: RuleId }
  | { readonly code: 'conferenceBeforeDecision' | 'enquiryEndedBeforeDecision'; readonly meetingEndedAt: Instant }
  /** of the filing of the record. */
  | { readonly code: 'recordNotSigned' | 'notFiledYet' }
  /** of reading it on a page. */
  | { readonly code: 'readersAsBefore' | 'recordNotOpen' | 'codesTooOften' | 'codeGone' }
  /** DL-3: of an enquiry that ends without one. */
  | { readonly code: 'whyNoConference' }
  /** DL-3: no child’s enquiry leads to one here. */
  | { readonly code: 'noConferenceHere' }
  /** H-3: the child is with its home authority by now; or whoever is asked, or answers, is not the one. */
  | { readonly code: 'takenOverAlready' | 'noSuchTransfer' }
  | { readonly code: 'ownCouncil'; readonly name: string }
  | { readonly code: 'noCouncil'; readonly name: string; readonly agency: string }
  /** It takes nothing more. */
  | { readonly code: 'closed'; readonly at: Instant }
  | { readonly code: 'stillRemains'; readonly remains: readonly Remaining[]; readonly mayLeave: boolean }
  /** The standard does not ask for it, or not yet. */
  | { readonly code: 'notAskedHere' }
  /** It has a form, on which what came of it is recorded. */
  | { readonly code: 'recordedOnForm'; readonly duty: DutyKind }
  /** What the standard bars, each with its rule and sentence; `reasonIn` names the answer in which a reason overrides it. */
  | { readonly code: 'barred'; readonly blocks: readonly Block[] }
  | { readonly code: 'childTwice'; readonly childIds: readonly [string, string] }
  | { readonly code: 'noChild' }
  | { readonly code: 'onlyChild' }
  | { readonly code: 'tooManyChildren'; readonly most: number }
  /** Somebody else entered something else, since the form was opened. */
  | { readonly code: 'detailsChangedMeanwhile'; readonly now: Details }
  /** Somebody else corrected it, or took it out (`now` is null), since the form was opened. */
  | { readonly code: 'childChangedMeanwhile'; readonly childId: string; readonly now: Child | null }
  | { readonly code: 'birthInFuture'; readonly childId: string }
  | { readonly code: 'notAChild'; readonly childId: string }
  | { readonly code: 'impossibleDueDate'; readonly childId: string }
  /** Where it would go out to people who are not to have it. */
  | {
      readonly code: 'childNamed';
      readonly childId: string;
      readonly where: 'initials' | 'place' | 'standDownReason' | 'newTimeReason';
    }
  | { readonly code: 'substituteRequired'; readonly rule: RuleId }
  | { readonly code: 'alreadyInvited'; readonly name: string }
  /** An answer is taken for those who were invited. */
  | { readonly code: 'notInvited' }
  /** One substitute at a time: another was named before, and stands. */
  | { readonly code: 'substituteStands'; readonly name: string; readonly standing: 'proposed' | 'invited' }
  /** What the family is called was given as somebody's job (S-1). */
  | { readonly code: 'roleOfFamily'; readonly rule: 'S-1'; readonly role: string }
  /** Whoever proposed it has changed their mind, or it has been answered: what stands now is shown instead. */
  | { readonly code: 'noSuchProposal' }
  | { readonly code: 'notYourMessage' }
  | { readonly code: 'noOutcomeYet' }
  | { readonly code: 'notDecidedYet' }
  | { readonly code: 'putOffTooLong'; readonly rule: RuleId | null; readonly dueAt: Instant }
  | { readonly code: 'notPresent'; readonly name: string | null }
  | { readonly code: 'inquorate'; readonly rule: RuleId; readonly missing: readonly MissingSeat[] }
  | { readonly code: 'decisionIncomplete'; readonly faults: readonly DecisionFault[] }
  /** Of a correction: nothing is otherwise than it was, or why is not said, or the decision was corrected meanwhile. */
  | { readonly code: 'nothingCorrected' | 'correctionReasonNeeded' | 'correctedMeanwhile' }
  /** GT-5, DL-3: an enquiry that has had its result, or its conference, was made, and is not corrected away. */
  | { readonly code: 'enquiryWasMade'; readonly by: 'result' | 'conference'; readonly on: LocalDate }
  /** Others have added something since whoever decides looked it all over. */
  | { readonly code: 'comeSince'; readonly what: readonly SeenKind[] }
  /** SC-2, SC-3. */
  | { readonly code: 'scoreRefused'; readonly faults: readonly Fault[] }
  | { readonly code: 'notOneDecisionEach'; readonly childId: string }
  | { readonly code: 'childrenNotAllDecided'; readonly childIds: readonly string[] }
  /** More text than one entry of the record can hold. */
  | { readonly code: 'tooMuchAtOnce' };
