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
import { areas, type Area, type Choice, type Field, type When } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';

export interface AskedField extends Field {
  /** Every rule that asks for it, in the order of the standard. */
  readonly rules: readonly RuleId[];
  /** Left out, it blocks; otherwise it warns. */
  readonly blocks: boolean;
  /** The rule that does not take some of the answers, where another asks (MD-7). */
  readonly refusedBy?: RuleId;
}

/** Whether a condition holds, of one child or of a discussion. */
export type Test = (when: When | undefined) => boolean;

const isActive = (rule: Rule, test: Test): boolean => !('when' in rule) || test(rule.when);

const blocksHere = (rule: Rule, test: Test): boolean => {
  if (rule.strength !== 'must') return false;
  return rule.kind !== 'requirement' || rule.neverBlocksIf === undefined || !test(rule.neverBlocksIf);
};

const unite = (a: readonly Choice[] | undefined, b: readonly Choice[] | undefined): readonly Choice[] | undefined =>
  a === undefined ? b : [...a, ...(b ?? []).filter(({ value }) => !a.some((choice) => choice.value === value))];

/** Every field is asked by a rule; the first of them is cited. */
const unnamed: RuleId = 'X-0';

const merge = (first: AskedField, next: AskedField): AskedField => {
  const choices = unite(first.choices, next.choices);
  return {
    ...first,
    ...(choices === undefined ? {} : { choices }),
    ...(next.refused === undefined ? {} : { refused: next.refused, refusedBy: next.rules[0] ?? unnamed }),
    rules: [...first.rules, ...next.rules],
    blocks: first.blocks || next.blocks,
  };
};

/** The fields of an area in this situation, each once, with every rule that asks for it. */
export function requirementFields(practice: Practice, area: Area, test: Test): readonly AskedField[] {
  const asked = (practice.asking.get(area) ?? [])
    .filter((rule) => isActive(rule, test))
    .flatMap((rule) =>
      (rule.asks?.fields ?? [])
        .filter((field) => appliesUnder(practice.readings, field.under))
        .map((field): AskedField => ({
          ...field,
          rules: [rule.id],
          blocks: blocksHere(rule, test) && field.warnsOnly !== true,
        })),
    );
  const byName = new Map<string, AskedField>();
  for (const field of asked) {
    const known = byName.get(field.name);
    byName.set(field.name, known === undefined ? field : merge(known, field));
  }
  return [...byName.values()];
}

const citing = ({ refused, refusedBy }: AskedField, fault: Fault | null): Fault | null =>
  refusedBy !== undefined && fault !== null && fault.code === refused?.fault ? { ...fault, rule: refusedBy } : fault;

/** What is missing or wrong in the answers to an area. */
export function requirementFindings(practice: Practice, area: Area, test: Test, answers: Answers): Findings {
  return findingsIn(requirementFields(practice, area, test), test, answers);
}

/** The same of fields that have been found. */
export function findingsIn(fields: readonly AskedField[], test: Test, answers: Answers): Findings {
  const found = fields
    .filter((field) => isAsked(field, answers, fields))
    .map((field) => ({ field, fault: citing(field, answerFault(field, answers, field.rules[0] ?? unnamed, test)) }));
  const pick = (blocks: boolean): readonly Fault[] =>
    found.flatMap(({ field, fault }) =>
      fault !== null && field.blocks === blocks ? [{ ...fault, field: field.name }] : [],
    );
  return { faults: pick(true), warnings: pick(false) };
}

/** The areas in which anything is asked here, in the order of `areas`. */
export const areasAsked = (practice: Practice, test: Test): readonly Area[] =>
  areas.filter((area) => requirementFields(practice, area, test).length > 0);
