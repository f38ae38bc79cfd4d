/**
 * The sign-off of the record: what it has to hold, what whoever signs it confirms, and of which
 * rank somebody else authorises it. What is known by then is not asked again.
 */
import { duties } from './duties.ts';
import type { Fault } from './findings.ts';
import type { Reading } from './reading.ts';
import { findingsIn, requirementFields, type AskedField } from './requirements.ts';
import type { RuleId } from '../language/vocabulary.ts';

/** In their order: each waits for the one before it. */
const steps = ['sign', 'authorise'] as const;
export type SignOffStep = (typeof steps)[number];

/** What nobody fills in: the step that answers it. */
const answeredBy: ReadonlyMap<string, SignOffStep> = new Map([
  ['recordedBy', 'sign'],
  ['pathwaySignedOffByChair', 'sign'],
  ['authorisedByRank', 'authorise'],
]);

/** in the case system, which has to have a signed record first. */
const afterwards: readonly string[] = ['pathwayStarted', 'pathwayCompleted', 'inCaseSystem'];

export interface SignOff {
  /** What has it signed; null where no rule does. */
  readonly rule: RuleId | null;
  /** What the record has to hold. */
  readonly holds: readonly AskedField[];
  /** What whoever signs it is asked. */
  readonly confirmed: readonly AskedField[];
  /** Of which rank somebody else authorises it; null where nobody does. */
  readonly authorisedBy: { readonly rule: RuleId; readonly rank: string } | null;
  /** What stands in the way of a step, as it has been answered. */
  readonly faultsAt: (step: SignOffStep) => readonly Fault[];
}

export const signOffOf = (reading: Reading): SignOff => {
  const { practice, matter, holds: test } = reading;
  const record = requirementFields(practice, 'record', test);
  const signOff = requirementFields(practice, 'signOff', test).filter(({ name }) => !afterwards.includes(name));
  const authority = signOff.find(({ name }) => name === 'authorisedByRank');
  const [rule] = authority?.rules ?? [];
  return {
    rule: asking(reading),
    holds: record,
    confirmed: signOff.filter(({ name }) => !answeredBy.has(name)),
    authorisedBy: rule === undefined || typeof authority?.mustBe !== 'string' ? null : { rule, rank: authority.mustBe },
    faultsAt: (step) => {
      const due = signOff.filter(({ name }) => isBy(step, answeredBy.get(name) ?? 'sign'));
      return [
        ...findingsIn(record, test, matter.record.holds).faults,
        ...findingsIn(due, test, matter.record.signOff).faults,
      ];
    },
  };
};

const isBy = (step: SignOffStep, other: SignOffStep): boolean => steps.indexOf(other) <= steps.indexOf(step);

/** where a standard says no more than that it is recorded, that is the chair’s to see to. */
const asking = (reading: Reading): RuleId | null => {
  const [first] = requirementFields(reading.practice, 'signOff', reading.holds);
  const asChair = duties(reading, 'afterwards').find(({ by, rule }) => by === 'chair' && rule.startsWith('R-'));
  return first?.rules[0] ?? asChair?.rule ?? null;
};
