/** What may be decided about a child (O-*), what each outcome needs, and what is wrong with a proposed decision. */
import type { Decision } from './facts.ts';
import { rulesOfKind, type Practice } from './practice.ts';
import type { Field } from './rule.ts';
import type { RuleId } from './vocabulary.ts';

/** Why something cannot stand, or deserves a second thought: a code, the rule, and the sentence a chair reads. */
export interface Fault {
  readonly code: string;
  readonly rule: RuleId;
  readonly words: string;
}

/** What is known about one child when its outcomes are chosen. */
export type ChildMatter = Pick<
  Decision,
  | 'circumstances'
  | 'concerns'
  | 'complexReasons'
  | 'child'
  | 'cpPlanEndedOn'
  | 'referralDate'
  | 'referralType'
  | 'complainantIsAdult'
  | 's47Decision'
>;

export interface Outcome {
  readonly code: string;
  readonly words: string;
  readonly rule: RuleId;
  /** Starts a section 47 enquiry. */
  readonly s47: boolean;
  readonly fields: readonly Field[];
  /** Why it cannot be chosen in these circumstances; null if it can. */
  readonly refusal: Fault | null;
}

/** Every outcome of the standard, in its order, with what it needs and whether these circumstances allow it. */
export function permittedOutcomes(practice: Practice, matter: ChildMatter): readonly Outcome[] {
  const joint = (matter.concerns ?? []).length > 0;
  return rulesOfKind(practice, 'outcome').map(({ code, words, id, s47, requires }) => ({
    code,
    words,
    rule: id,
    s47,
    fields: requires,
    refusal: joint && code === '' ? { code: 'none', rule: id, words: '' } : null,
  }));
}

export interface PlanField extends Field {
  readonly rules: readonly RuleId[];
}

/** The fields of a section 47 plan, each once, with the rules that ask for it (PL-*). */
export function planFields(practice: Practice): readonly PlanField[] {
  const all = rulesOfKind(practice, 'planFields').flatMap((rule) =>
    rule.fields.map((field) => ({ field, rule: rule.id })),
  );
  return [...Map.groupBy(all, ({ field }) => field.name).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first.field, rules: [first.rule, ...more.map(({ rule }) => rule)] }],
  );
}

export interface DecisionFindings {
  /** What blocks the decision. */
  readonly faults: readonly Fault[];
  /** What the chair should weigh, though it does not block. */
  readonly warnings: readonly Fault[];
}

/** Checks a decision proposed about one child against every rule of the standard that can block it or warn. */
export function decisionFaults(practice: Practice, given: Decision): DecisionFindings {
  const codes = new Set(permittedOutcomes(practice, given).map(({ code }) => code));
  const faults = (given.outcomes ?? [])
    .filter(({ code }) => !codes.has(code))
    .map(({ code }): Fault => ({ code: `outcomeNotPermitted:${code}`, rule: 'O-1', words: code }));
  return { faults, warnings: [] };
}

export interface DecisionCheck {
  readonly valid: boolean;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The findings as codes: the scenario kind `outcome`. */
export function checkDecision(practice: Practice, given: Decision): DecisionCheck {
  const { faults, warnings } = decisionFaults(practice, given);
  return {
    valid: faults.length === 0,
    errors: faults.map(({ code }) => code),
    warnings: warnings.map(({ code }) => code),
  };
}
