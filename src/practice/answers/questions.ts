/** What the convene form must ask under a standard: exactly the facts its rules turn on. */
import {
  circumstanceWords,
  complexReasonWords,
  concernWords,
  isFactName,
  yesNoWords,
  type FactName,
  type RuleFact,
  type YesNoFact,
} from '../language/factNames.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Rule } from '../language/rule.ts';
import type { When } from '../language/ruleParts.ts';
import type { RuleId } from '../language/vocabulary.ts';

type QuestionKind = 'circumstance' | 'concern' | 'complexReason' | 'yesNo' | 'instant';

export interface Question {
  /** The name under which the answer is given. */
  readonly fact: string;
  readonly kind: QuestionKind;
  readonly words: string;
  /** Rules that turn on it, in the order of the standard. */
  readonly rules: readonly RuleId[];
  /** Asked only where one of these is true. */
  readonly onlyIf?: readonly RuleFact[];
}

const named = (when: When | undefined): readonly RuleFact[] => [
  ...(when?.anyOf ?? []),
  ...(when?.allOf ?? []),
  ...(when?.noneOf ?? []),
];

/** Every condition a rule has, wherever it stands in its data. */
const conditions = (rule: Rule): readonly (When | undefined)[] => {
  const own = 'when' in rule ? [rule.when] : [];
  switch (rule.kind) {
    case 'timescale':
      return [...own, rule.sooner?.when, rule.considerWhen];
    case 'seats':
      return [...own, ...rule.seats.map(({ when }) => when)];
    case 'format':
      return [rule.phoneOnlyIf, ...(rule.meetingRequiredIf ?? [])];
    case 'invitee':
      return [...own, { anyOf: Object.values(rule.onlyIf ?? {}) }];
    case 'complexMeeting':
      return [{ anyOf: rule.reasons }];
    case 'chair':
      return [{ anyOf: rule.onlyFor ?? [] }];
    case 'jointInvestigation':
      return [{ anyOf: [rule.concern] }];
    case 'trigger':
    case 'agenda':
    case 'notice':
    case 'duty':
    case 'requirement':
    case 'outcomeBar':
    case 'considerJoint':
      return own;
    case 'outcome':
      return rule.outcomes.map(({ notWhen }) => notWhen?.when);
    case 'factors':
    case 'factorPrompts':
    case 'attendance':
    case 'excluded':
    case 'exclusion':
    case 'historicAllegation':
    case 'scale':
    case 'scaleAnalysis':
    case 'deadline':
    case 'escalation':
    case 'information':
      return [];
  }
};

/** The facts a rule turns on. */
export const factsNamedBy = (rule: Rule): ReadonlySet<RuleFact> => new Set(conditions(rule).flatMap(named));

const groupsOf: readonly (readonly [QuestionKind, Readonly<Record<string, string>>])[] = [
  ['circumstance', circumstanceWords],
  ['concern', concernWords],
  ['complexReason', complexReasonWords],
  ['yesNo', yesNoWords],
];

/** A yes or no is worth asking only where another fact of the same rule is true. */
const companions = (practice: Practice, fact: YesNoFact): readonly FactName[] => {
  const rules = practice.rules.filter((rule) => factsNamedBy(rule).has(fact));
  return [...new Set(rules.flatMap((rule) => [...factsNamedBy(rule)]))].filter(isFactName);
};

const isYesNo = (fact: string): fact is YesNoFact => Object.hasOwn(yesNoWords, fact);

const momentOfAction = (practice: Practice): readonly Question[] => {
  const rules = rulesOfKind(practice, 'timescale').filter(({ from }) => from === 'emergencyActionAt');
  if (rules.length === 0) return [];
  const words = 'When was the emergency action taken?';
  return [
    {
      fact: 'emergencyActionAt',
      kind: 'instant',
      words,
      rules: rules.map(({ id }) => id),
      onlyIf: ['emergencyActionTaken'],
    },
  ];
};

/**
 * The questions in the order of the vocabulary: circumstances, concerns, reasons for a complex meeting, yes or no, times.
 * When the referral arrived and when the concern arose are asked of every referral and are not among them.
 */
export function questions(practice: Practice): readonly Question[] {
  const rulesFor = new Map<string, RuleId[]>();
  for (const rule of practice.rules) {
    for (const fact of factsNamedBy(rule)) rulesFor.set(fact, [...(rulesFor.get(fact) ?? []), rule.id]);
  }
  const asked = groupsOf.flatMap(([kind, wording]) =>
    Object.entries(wording).flatMap(([fact, words]): Question[] => {
      const rules = rulesFor.get(fact);
      if (rules === undefined) return [];
      const onlyIf = isYesNo(fact) ? companions(practice, fact) : [];
      return [{ fact, kind, words, rules, ...(onlyIf.length > 0 ? { onlyIf } : {}) }];
    }),
  );
  return [...asked, ...momentOfAction(practice)];
}
