/**
 * Why a command was refused: a code, the rule, and the facts a person needs to put it right. Refusals are values; the
 * sentences people read are in `src/words/refusalWords.ts`.
 */
import type { Instant } from '../../practice/time/instant.ts';
import type { Rank, RuleId } from '../../practice/language/vocabulary.ts';
import type { DecisionFault } from '../matter/childCheck.ts';
import type { Block } from '../../practice/answers/blocks.ts';
import type { Fault } from '../../practice/answers/findings.ts';
import type { MissingSeat } from '../matter/quorumNow.ts';
import type { Capacity } from './authority.ts';
import type { CommandKind } from './command.ts';

export type Refusal =
  | { readonly code: 'unknownDiscussion'; readonly reference: string }
  | { readonly code: 'alreadyConvened'; readonly reference: string }
  | { readonly code: 'notAllowed'; readonly command: CommandKind; readonly allowed: readonly Capacity[] }
  | { readonly code: 'tooLate'; readonly command: CommandKind; readonly stage: 'decided' | 'stoodDown' }
  | { readonly code: 'notInSession'; readonly command: CommandKind }
  | { readonly code: 'familyInvited'; readonly rule: 'S-1'; readonly name: string }
  | {
      readonly code: 'chairNotEligible';
      readonly rule: RuleId;
      readonly name: string;
      readonly ranks: readonly Rank[] | null;
    }
  | { readonly code: 'meetingTooLate'; readonly rule: RuleId; readonly dueAt: Instant }
  | { readonly code: 'timeInPast'; readonly what: 'meeting' }
  | {
      readonly code: 'timeInFuture';
      readonly what:
        'referral' | 'emergencyAction' | 'concerns' | 'telephoneCall' | 'meetingEnd' | 'decision' | 'notReached';
    }
  | { readonly code: 'endedBeforeItBegan' | 'decidedBeforeItBegan'; readonly beganAt: Instant }
  /** What the standard bars, each with its rule and sentence; `reasonIn` names the answer in which a reason overrides it. */
  | { readonly code: 'barred'; readonly blocks: readonly Block[] }
  | { readonly code: 'childTwice'; readonly childIds: readonly [string, string] }
  | { readonly code: 'noChild' }
  | { readonly code: 'birthInFuture'; readonly childId: string }
  | { readonly code: 'notAChild'; readonly childId: string }
  | { readonly code: 'impossibleDueDate'; readonly childId: string }
  | { readonly code: 'substituteRequired'; readonly rule: RuleId }
  | { readonly code: 'alreadyInvited'; readonly name: string }
  | { readonly code: 'notYourMessage' }
  | { readonly code: 'noOutcomeYet' }
  | { readonly code: 'notDecidedYet' }
  | { readonly code: 'putOffTooLong'; readonly rule: RuleId | null; readonly dueAt: Instant }
  | { readonly code: 'notPresent'; readonly name: string | null }
  | { readonly code: 'inquorate'; readonly rule: RuleId; readonly missing: readonly MissingSeat[] }
  | { readonly code: 'decisionIncomplete'; readonly faults: readonly DecisionFault[] }
  /** SC-2, SC-3. */
  | { readonly code: 'scoreRefused'; readonly faults: readonly Fault[] }
  /** The standard has no scale. */
  | { readonly code: 'notScaled' }
  | { readonly code: 'noSuchChild'; readonly childId: string }
  | { readonly code: 'notOneDecisionEach'; readonly childId: string }
  | { readonly code: 'childrenNotAllDecided'; readonly childIds: readonly string[] }
  /** More text than one entry of the record can hold. */
  | { readonly code: 'tooMuchAtOnce' };
