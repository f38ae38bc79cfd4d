/** What the convene form must ask under a standard: exactly the facts its rules turn on. */
import {
  factGroups,
  isYesNoFact,
  yesNoWords,
  type FactGroup,
  type RuleFact,
  type YesNoFact,
} from '../language/commonFacts.ts';
import { factsNamedBy } from '../language/places.ts';
import type { RuleId } from '../language/vocabulary.ts';
import { rulesOfKind, type Practice } from '../practice.ts';

type QuestionKind = FactGroup | 'yesNo' | 'instant';

export interface Question {
  /** The name under which the answer is given. */
  readonly fact: string;
  readonly kind: QuestionKind;
  /** Said of one child or of several, or once of the discussion. */
  readonly of: 'child' | 'discussion';
  readonly words: string;
  /** Rules that turn on it, in the order of the standard. */
  readonly rules: readonly RuleId[];
  /** Asked only where one of these is true. */
  readonly onlyIf?: readonly RuleFact[];
}

/** A yes or no is worth asking only where another fact of the same rule is true: entered, or taken from the birth. */
const companions = (practice: Practice, fact: YesNoFact): readonly RuleFact[] => {
  const rules = practice.rules.filter((rule) => factsNamedBy(rule).has(fact));
  return [...new Set(rules.flatMap((rule) => [...factsNamedBy(rule)]))].filter((name) => name !== fact);
};

const momentOfAction = (practice: Practice): readonly Question[] => {
  const rules = rulesOfKind(practice, 'timescale').filter(({ from }) => from === 'emergencyActionAt');
  if (rules.length === 0) return [];
  const words = 'When was the emergency action taken?';
  return [
    {
      fact: 'emergencyActionAt',
      kind: 'instant',
      of: 'discussion',
      words,
      rules: rules.map(({ id }) => id),
      onlyIf: ['emergencyActionTaken'],
    },
  ];
};

/** Every fact the standard turns on, with the rules that do: what implies another counts for the rules of that one. */
const rulesByFact = (practice: Practice): ReadonlyMap<string, readonly RuleId[]> => {
  const rules = new Map<string, readonly RuleId[]>();
  const add = (fact: string, ids: readonly RuleId[]): void => {
    rules.set(fact, [...new Set([...(rules.get(fact) ?? []), ...ids])]);
  };
  for (const rule of practice.rules) for (const fact of factsNamedBy(rule)) add(fact, [rule.id]);
  for (const { from, rule } of practice.implies) for (const fact of from) add(fact, [rule]);
  return rules;
};

/** Taken from the date of birth, so never asked. */
const enteredOtherwise: readonly string[] = ['unborn', 'underSchoolAge'];

/**
 * The questions in the order of the vocabulary: concerns, circumstances, reasons for a complex meeting, yes or no, times.
 * When the referral arrived and when the concern arose are asked of every referral and are not among them.
 */
export const questions = (practice: Practice): readonly Question[] => {
  const known = asked.get(practice) ?? questionsOf(practice);
  asked.set(practice, known);
  return known;
};

/** They hang on the practice alone. */
const asked = new WeakMap<Practice, readonly Question[]>();

const questionsOf = (practice: Practice): readonly Question[] => {
  const rules = rulesByFact(practice);
  const facts = factGroups.flatMap((group) =>
    Object.entries(practice.facts).flatMap(([fact, data]): readonly Question[] => {
      const turning = rules.get(fact);
      if (data.group !== group || turning === undefined || enteredOtherwise.includes(fact)) return [];
      return [{ fact, kind: group, of: data.of, words: data.words, rules: turning }];
    }),
  );
  const yesNos = Object.entries(yesNoWords).flatMap(([fact, words]): readonly Question[] => {
    const turning = rules.get(fact);
    if (turning === undefined || !isYesNoFact(fact)) return [];
    const onlyIf = companions(practice, fact);
    return [{ fact, kind: 'yesNo', of: 'child', words, rules: turning, ...(onlyIf.length > 0 ? { onlyIf } : {}) }];
  });
  return [...facts, ...yesNos, ...momentOfAction(practice)];
};
