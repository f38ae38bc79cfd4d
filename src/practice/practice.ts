/**
 * What should happen. This folder is pure: the practice standards as data, and functions over them that answer what a
 * standard requires of given facts (timescale, chair, quorum, invitees, agenda, outcomes, later deadlines), each
 * answer citing its rules. It knows nothing of what has happened, of Teams or of storage.
 */
import { createCalendar, type Calendar } from './time/calendar.ts';
import { appliesUnder, readingsWith, type Readings } from './language/readings.ts';
import type { Rule, RuleKind, RuleOf } from './language/rule.ts';
import { rulesInForce, type Standard } from './language/standard.ts';
import { darlington } from './standards/darlington.ts';
import { liverpool } from './standards/liverpool.ts';
import { practiceStandards2025 } from './standards/practice-standards-2025.ts';
import { sandwell } from './standards/sandwell.ts';
import { workingTogether2023 } from './standards/working-together-2023.ts';
import type { RuleId, StandardKey } from './language/vocabulary.ts';

export interface Practice {
  readonly standard: Standard;
  readonly rules: readonly Rule[];
  readonly calendar: Calendar;
  readonly readings: Readings;
}

export interface PracticeOptions {
  /** Days the authority is closed besides weekends and bank holidays, `YYYY-MM-DD`. */
  readonly extraNonWorkingDays?: readonly string[];
  readonly readings?: Partial<Readings>;
}

export const standards: Readonly<Record<StandardKey, Standard>> = {
  'working-together-2023': workingTogether2023,
  'practice-standards-2025': practiceStandards2025,
  darlington,
  sandwell,
  liverpool,
};

/** The rules in force under one standard, with the authority's calendar and readings. */
export function practiceFor(key: StandardKey, options: PracticeOptions = {}): Practice {
  const standard = standards[key];
  const readings = readingsWith(options.readings ?? {});
  return {
    standard,
    rules: rulesInForce(standard, workingTogether2023).filter((rule) => appliesUnder(readings, rule.under)),
    calendar: createCalendar(options.extraNonWorkingDays ?? []),
    readings,
  };
}

/** The rule of that id in force here. Throws RangeError for an id no rule has: rule ids come from code, not people. */
export function ruleOf(practice: Practice, id: RuleId): Rule {
  const rule = practice.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new RangeError(`${practice.standard.key} has no rule ${id}`);
  return rule;
}

export const hasRule = (practice: Practice, id: RuleId): boolean => practice.rules.some((rule) => rule.id === id);

/** The rules of one kind, in the order of the standard. */
export const rulesOfKind = <K extends RuleKind>(practice: Practice, kind: K): readonly RuleOf<K>[] =>
  practice.rules.filter((rule): rule is RuleOf<K> => rule.kind === kind);
