/**
 * What rules require to be answered, one area at a time: medical (MD-*), female genital mutilation (G-*), the child
 * seen (V-*), the family (F-*), the record (R-*), the gate (GT-*) and the rest of `areas`. Forms are built from the
 * fields; answers are checked against them. A rule that must be met blocks, any other warns.
 */
import { answerFault, isAsked, type Answers } from './answers.ts';
import type { Fault, Findings } from './findings.ts';
import type { Practice } from '../practice.ts';
import { appliesUnder } from '../language/readings.ts';
import type { Rule } from '../language/rule.ts';
import { areas, type Area, type Choice, type Field } from '../language/ruleParts.ts';
import { holds, type FactSet } from './situation.ts';
import type { RuleId } from '../language/vocabulary.ts';

export interface AskedField extends Field {
  /** Every rule that asks for it, in the order of the standard. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  /** Left out, it blocks; otherwise it warns. */
  readonly blocks: boolean;
}

const isActive = (rule: Rule, facts: FactSet): boolean => !('when' in rule) || holds(rule.when, facts);

const unite = (a: readonly Choice[] | undefined, b: readonly Choice[] | undefined): readonly Choice[] | undefined =>
  a === undefined ? b : [...a, ...(b ?? []).filter(({ value }) => !a.some((choice) => choice.value === value))];

const merge = (first: AskedField, next: AskedField): AskedField => {
  const choices = unite(first.choices, next.choices);
  return {
    ...first,
    ...(choices === undefined ? {} : { choices }),
    rules: [...first.rules, ...next.rules],
    blocks: first.blocks || next.blocks,
  };
};

/** The fields of an area in this situation, each once, with every rule that asks for it. */
export function requirementFields(practice: Practice, area: Area, facts: FactSet): readonly AskedField[] {
  const asked = practice.rules
    .filter((rule) => rule.asks?.about === area && isActive(rule, facts))
    .flatMap((rule) =>
      (rule.asks?.fields ?? [])
        .filter((field) => appliesUnder(practice.readings, field.under))
        .map((field): AskedField => ({ ...field, rules: [rule.id], blocks: rule.strength === 'must' })),
    );
  const byName = new Map<string, AskedField>();
  for (const field of asked) {
    const known = byName.get(field.name);
    byName.set(field.name, known === undefined ? field : merge(known, field));
  }
  return [...byName.values()];
}

/** What is missing or wrong in the answers to an area. */
export function requirementFindings(practice: Practice, area: Area, facts: FactSet, answers: Answers): Findings {
  const fields = requirementFields(practice, area, facts);
  const found = fields
    .filter((field) => isAsked(field, answers, fields))
    .map((field) => ({ field, fault: answerFault(field, answers, field.rules[0]) }));
  const pick = (blocks: boolean): readonly Fault[] =>
    found.flatMap(({ field, fault }) => (fault !== null && field.blocks === blocks ? [fault] : []));
  return { faults: pick(true), warnings: pick(false) };
}

/** The areas in which anything is asked here, in the order of `areas`. */
export const areasAsked = (practice: Practice, facts: FactSet): readonly Area[] =>
  areas.filter((area) => requirementFields(practice, area, facts).length > 0);
