/**
 * The gate at the end of the enquiry into one child (GT-*, AC-3): whoever carries the case reports, a manager checks and
 * signs, and somebody of the rank that the standard names records the result. What is known by then is not asked again.
 */
import type { Fault } from './findings.ts';
import { holds, type ChildReading, type Reading } from './reading.ts';
import { findingsIn, requirementFields, type AskedField, type Test } from './requirements.ts';
import { reportAreas, resultField, type ReportArea, type RuleId } from '../language/vocabulary.ts';

/** In their order: each waits for the one before it. */
const steps = ['report', 'check', 'result'] as const;
export type GateStep = (typeof steps)[number];

/** What nobody fills in: the step that answers it. */
const answeredBy: ReadonlyMap<string, GateStep> = new Map([
  ['actionsComplete', 'report'],
  ['childSeen', 'report'],
  ['teamManagerChecked', 'check'],
  ['signedBy', 'check'],
  ['signedOn', 'check'],
  ['decidedBy', 'result'],
]);

export interface Gate {
  readonly rule: RuleId;
  /** Who records the result: a rank. */
  readonly decidedBy: string;
  /** What the report asks, area by area; the result, as whoever reports sees it, is the last of it. */
  readonly asked: readonly { readonly area: ReportArea; readonly fields: readonly AskedField[] }[];
  /** What the result may be. */
  readonly result: AskedField;
  /** What stands in the way of a step, as it has been answered. */
  readonly faultsAt: (step: GateStep) => readonly Fault[];
}

/** Null where the standard has nobody record the result of an enquiry. */
export const gateOf = ({ practice }: Reading, { child: { enquired }, facts }: ChildReading): Gate | null => {
  const test: Test = (when) => holds(when, facts);
  const all = reportAreas.map((area) => ({ area, fields: requirementFields(practice, area, test) }));
  const named = (name: string): AskedField | undefined =>
    all.flatMap(({ fields }) => fields).find((field) => field.name === name);
  const [decider, result] = [named('decidedBy'), named(resultField)];
  const [rule] = decider?.rules ?? [];
  if (result === undefined || rule === undefined || typeof decider?.mustBe !== 'string') return null;
  const faultsAt = (step: GateStep): readonly Fault[] =>
    all.flatMap(({ area, fields }) => {
      const due = fields.filter(({ name }) => isBy(step, answeredBy.get(name) ?? 'report'));
      return findingsIn(due, test, enquired.answers[area] ?? {}).faults;
    });
  const asked = all.map(({ area, fields }) => ({ area, fields: fields.filter(({ name }) => !answeredBy.has(name)) }));
  return { rule, decidedBy: decider.mustBe, asked, result, faultsAt };
};

const isBy = (step: GateStep, other: GateStep): boolean => steps.indexOf(other) <= steps.indexOf(step);
