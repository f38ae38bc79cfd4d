/** What people read when something is refused: what is the matter, by which rule, and what they can do next. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { DutyKind } from '../discussion/state/notice.ts';
import type { MissingSeat } from '../discussion/matter/quorumNow.ts';
import { rankWords } from '../practice/language/roles.ts';
import { aboutChildrenWords } from './aboutChildrenWords.ts';
import { actionRefusalWords } from './actionRefusalWords.ts';
import { closingRefusalWords, isAboutClosing } from './closingWords.ts';
import { gateRefusalWords, isAboutGate } from './gateWords.ts';
import { isAboutTransfer, transferRefusalWords } from './transferWords.ts';
import { correctionRefusal, isAboutCorrection } from './correctionWords.ts';
import { handoverRefusal } from './handoverWords.ts';
import { notAllowedWords } from './notAllowedWords.ts';
import { citedRule } from './ruleWords.ts';
import { isAboutSigning, signingRefusalWords } from './signingWords.ts';
import { substituteWords } from './substituteWords.ts';
import { whoIsWhoWords } from './whoIsWhoWords.ts';
import { wrongTimeWords } from './wrongTimeWords.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from './citation.ts';

/** One sentence or more for each thing to put right, in the order to do it. */
export const refusalWords = (refusal: Refusal): readonly string[] => {
  if (isAboutGate(refusal)) return [gateRefusalWords(refusal)];
  if (isAboutTransfer(refusal)) return [transferRefusalWords(refusal)];
  if (isAboutSigning(refusal)) return [signingRefusalWords(refusal)];
  if (isAboutClosing(refusal)) return closingRefusalWords(refusal);
  return isAboutCorrection(refusal) ? correctionRefusal(refusal) : otherWords(refusal);
};

/** Of what has no words elsewhere. */
type OtherRefusal = Exclude<
  Refusal,
  Parameters<
    | typeof gateRefusalWords
    | typeof transferRefusalWords
    | typeof signingRefusalWords
    | typeof closingRefusalWords
    | typeof correctionRefusal
  >[0]
>;

const otherWords = (refusal: OtherRefusal): readonly string[] => {
  switch (refusal.code) {
    case 'unknownDiscussion':
      return [
        `There is no strategy discussion ${refusal.reference} that you can open. Check the reference, or ask the person who convened it.`,
      ];
    case 'alreadyConvened':
      return [`${refusal.reference} has been convened already. Type /strategy show ${refusal.reference} to see it.`];
    case 'notAllowed':
      return [notAllowedWords(refusal.command, refusal.allowed)];
    case 'tooLate':
      return [tooLateWords[refusal.stage]];
    case 'familyInvited':
    case 'roleNotTheirs':
    case 'cannotStandIn':
    case 'roleOfAnotherAgency':
    case 'notInDirectory':
    case 'identificationNeeded':
      return [whoIsWhoWords(refusal)];
    case 'notAManager':
    case 'handedOn':
    case 'handedOverMeanwhile':
    case 'alreadyTheirs':
      return [handoverRefusal(refusal)];
    case 'chairNotEligible':
      return [chairWords(refusal)];
    case 'meetingTooLate':
    case 'timeInPast':
    case 'timeInFuture':
    case 'endedBeforeItBegan':
    case 'leftBeforeJoining':
    case 'seenBeforeReferral':
    case 'decidedBeforeItBegan':
    case 'conferenceBeforeDecision':
    case 'enquiryEndedBeforeDecision':
    case 'putOffTooLong':
      return [wrongTimeWords(refusal)];
    case 'childTwice':
    case 'birthInFuture':
    case 'notAChild':
    case 'impossibleDueDate':
    case 'childNamed':
    case 'tooManyChildren':
    case 'detailsChangedMeanwhile':
    case 'childChangedMeanwhile':
    case 'notOneDecisionEach':
    case 'childrenNotAllDecided':
      return aboutChildrenWords(refusal);
    case 'barred':
      return refusal.blocks.map(({ words, rule, reasonIn }) =>
        reasonIn === null ? citedRule({ words, rule }) : `${words} Give the reason if it has to be so ${cite(rule)}.`,
      );
    case 'alreadyInvited':
    case 'substituteRequired':
    case 'substituteStands':
    case 'roleOfFamily':
    case 'noSuchProposal':
      return [substituteWords(refusal)];
    case 'inquorate':
      return inquorateWords(refusal.missing);
    case 'decisionIncomplete':
      return refusal.faults.map((fault) => `Child ${fault.childId}: ${citedRule(fault)}`);
    case 'scoreRefused':
      return refusal.faults.map(citedRule);
    case 'tooMuchAtOnce':
      return [
        'This is more than one entry of the record can hold. Nothing has been recorded. Enter it in several shorter parts.',
      ];
    case 'itemEnteredMeanwhile':
      return [`Somebody else has entered this meanwhile: “${refusal.now.text}”. Send yours again if it is right.`];
    case 'actionDone':
    case 'nobodyHasMet':
    case 'noSuchAction':
    case 'ownerUnknown':
    case 'ownerAsBefore':
    case 'noteNeeded':
      return [actionRefusalWords(refusal)];
    case 'notInSession':
    case 'noChild':
    case 'onlyChild':
    case 'notYourMessage':
    case 'notDecidedYet':
    case 'noOutcomeYet':
    case 'notPresent':
    case 'notInvited':
    case 'readersAsBefore':
    case 'recordNotOpen':
    case 'codesTooOften':
    case 'codeGone':
    case 'noSuchChild':
    case 'nothingEntered':
    case 'noSuchItem':
    case 'notAskedHere':
      return [plainWords[refusal.code]];
    case 'recordedOnForm':
      return [`${onFormWords[refusal.duty] ?? onFormWords.childSeenDue} There is a button for it below.`];
    default:
      return unreachable('refusal', refusal);
  }
};

/** The missing seats by name, each with its rule, and what can still be done without them. */
export const inquorateWords = (missing: readonly MissingSeat[]): readonly string[] => [
  `The decision cannot be recorded yet. Missing: ${missing.map(citedRule).join('; ')}.`,
  `Ask for a substitute who can decide, or have somebody join by telephone. Sharing information and emergency action do not wait ${cite('Q-9')}.`,
  ...(missing.some((m) => m.overridable)
    ? ['Where a seat allows it, the chair may go on without it by giving a reason.']
    : []),
];

const tooLateWords = {
  decided: 'The decision has been recorded, so this can no longer be changed. Tell the chair if something is missing.',
  stoodDown: 'This discussion was stood down. A manager can type /strategy to convene a new one.',
} as const;

const plainWords = {
  readersAsBefore: 'That is as it was. Tick or untick somebody.',
  recordNotOpen: 'The record cannot be read here any more. Ask the chair.',
  codesTooOften: 'Three codes were sent in an hour. Ask for another later.',
  codeGone: 'That code does not work any more. Ask for another.',
  notInvited: 'Choose somebody who was invited.',
  notInSession: 'Nobody is recorded as present yet. Record who is taking part first, then open the decision form.',
  noChild: 'Enter the child the discussion is about.',
  onlyChild: 'It is about no other child. Add the right child first, or stand the discussion down.',
  notYourMessage: 'This message was sent to somebody else, so only they can answer it.',
  notDecidedYet: 'There is no decision yet. Add it as information, so that the meeting hears of it.',
  noOutcomeYet: 'There is no outcome yet. Tell the chair if you have heard nothing.',
  notPresent: 'They are not recorded as taking part. Record their attendance first.',
  noSuchChild: 'That child is not part of this discussion. Choose one who is.',
  nothingEntered: 'Fill in at least one part.',
  noSuchItem: 'That is not on the agenda of this discussion. Choose an item of the list.',
  notAskedHere: 'There is nothing to record here now: the procedure does not ask for it, or not yet.',
} as const;

const onFormWords: Partial<Record<DutyKind, string>> & { readonly childSeenDue: string } = {
  childSeenDue: 'Record when and how each child was seen.',
  recordDue: 'Read the record and sign it.',
  minutesDue: 'Read the record and sign it.',
  filingDue: 'Record what has been put into the child’s file.',
  enquiryDue: 'Record how the enquiry into each child ended. Where the procedure has it checked first, report on it.',
  conferenceDue: 'Record for each child when the conference was held, or why none is needed.',
};

const chairWords = ({ name, rule, ranks }: Extract<Refusal, { code: 'chairNotEligible' }>): string =>
  ranks === null
    ? `${name} cannot chair: the chair must come from children’s social care ${cite(rule)}. Choose somebody else.`
    : `${name} cannot chair this discussion ${cite(rule)}. Choose a ${ranks.map(rankWords).join(' or a ')}.`;
