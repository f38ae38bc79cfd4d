/** What was put right in a decision after it was recorded: which child, what was and what is, why, and by whom. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { changedParts, type Correction, type DecisionPart } from '../discussion/state/correction.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { SeenKind } from '../discussion/state/seen.ts';
import type { Practice } from '../practice/practice.ts';
import { formatDate, formatLondon } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { decidedWords } from './decisionWords.ts';

const partWords: Readonly<Record<DecisionPart, string>> = {
  s47: 'whether an enquiry starts',
  outcomes: 'the outcomes',
  reasons: 'the reasons',
  plan: 'the plan',
  familyTold: 'what the family is told',
  answers: 'what the rules ask',
  further: 'what the rules ask besides',
};

/** `Correction 1, Tuesday 24 November 2026, 3pm, by Priya Shah` */
export const correctionTitle = ({ number, at, chair }: Correction): string =>
  `Correction ${number}, ${formatLondon(at)}, by ${chair.name}`;

/** What was and what is, in one clause each, and which parts changed. */
export const correctionWords = (d: Discussion, practice: Practice, { was, is, reason }: Correction): string => {
  const child = d.children.find(({ childId }) => childId === is.childId);
  const changed = changedParts(was, is)
    .map((part) => partWords[part])
    .join(', ');
  return [
    `${child?.initials ?? `Child ${is.childId}`} Before: ${decidedWords(practice, d, was)}`,
    `Now: ${decidedWords(practice, d, is)}`,
    `Changed: ${changed}.`,
    `Why: ${reason}`,
  ].join(' ');
};

const newsWords: Readonly<Record<SeenKind, string>> = {
  children: 'A child was added, corrected or taken out.',
  information: 'Information was added.',
  emergencyActions: 'Emergency action was recorded.',
  scores: 'Somebody scaled how safe a child is.',
  actions: 'An action was agreed.',
};

const codes = [
  'nothingCorrected',
  'correctionReasonNeeded',
  'correctedMeanwhile',
  'enquiryWasMade',
  'comeSince',
] as const;
type AboutCorrection = Extract<Refusal, { code: (typeof codes)[number] }>;

export const isAboutCorrection = (refusal: Refusal): refusal is AboutCorrection =>
  codes.some((code) => code === refusal.code);

const madeWords = { result: 'Its result was recorded', conference: 'The conference was held' } as const;

export const correctionRefusal = (refusal: AboutCorrection): readonly string[] => {
  switch (refusal.code) {
    case 'nothingCorrected':
      return ['Nothing is different from what was recorded. Change what is wrong, or leave the decision as it is.'];
    case 'correctionReasonNeeded':
      return ['Say why it is corrected: everybody who was told reads the reason.'];
    case 'correctedMeanwhile':
      return ['The decision has been corrected since you opened this. Open the correction again.'];
    case 'enquiryWasMade':
      return [
        `${madeWords[refusal.by]} on ${formatDate(refusal.on)}, so the enquiry was made and cannot be corrected to none. If something is wrong with it, convene the next discussion.`,
      ];
    case 'comeSince':
      return [
        'Nothing was recorded yet. Since you opened this page:',
        ...refusal.what.map((kind) => newsWords[kind]),
        'Read it, then record this again.',
      ];
    default:
      return unreachable('refusal', refusal);
  }
};
