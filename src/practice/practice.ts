/**
 * What should happen. This folder is pure: the practice standards as data, and `assess`, which answers what a standard
 * requires of a matter (deadline, chair, seats, invitees, agenda, outcomes, debts, later dates), each answer citing its
 * rules. It knows nothing of what has happened, of Teams or of storage.
 */
import type { FactData } from './language/commonFacts.ts';
import { appliesUnder, chooseReadings, readingsWith, type Readings } from './language/readings.ts';
import type { Area } from './language/parts.ts';
import type { Rule, RuleKind, RuleOf } from './language/rule.ts';
import { factsKnown, rulesInForce, type Implication, type Standard } from './language/standard.ts';
import type { RuleId } from './language/vocabulary.ts';
import { createCalendar, type Calendar } from './time/calendar.ts';

export interface Practice {
  readonly standard: Standard;
  readonly rules: readonly Rule[];
  /** The same rules by kind, and those that ask something by what it is about: answers look for them all the time. */
  readonly ofKind: ReadonlyMap<RuleKind, readonly Rule[]>;
  readonly asking: ReadonlyMap<Area, readonly Rule[]>;
  readonly calendar: Calendar;
  readonly readings: Readings;
  readonly facts: Readonly<Record<string, FactData>>;
  readonly implies: readonly Implication[];
}

export interface PracticeOptions {
  /** Days the authority is closed besides weekends and bank holidays, `YYYY-MM-DD`. They lengthen no limit. */
  readonly extraNonWorkingDays?: readonly string[];
  /** The authority's choices, which come before those of the standard's file. */
  readonly readings?: Partial<Readings>;
}

/** The rules in force under one standard, with the authority's calendar and readings. */
export const practiceOf = (standard: Standard, baseline: Standard, options: PracticeOptions = {}): Practice => {
  const own = chooseReadings(standard.readings);
  const readings = readingsWith({ ...(own.ok ? own.readings : {}), ...options.readings });
  const rules = rulesInForce(standard, baseline).filter((rule) => appliesUnder(readings, rule.under));
  return {
    standard,
    rules,
    ofKind: Map.groupBy(rules, ({ kind }) => kind),
    asking: askingOf(rules),
    calendar: createCalendar(options.extraNonWorkingDays ?? []),
    readings,
    facts: factsKnown(standard),
    implies: [...standard.implies, ...(standard === baseline ? [] : baseline.implies)],
  };
};

const askingOf = (rules: readonly Rule[]): ReadonlyMap<Area, readonly Rule[]> => {
  const asking = rules.flatMap((rule) => (rule.asks === undefined ? [] : [{ rule, about: rule.asks.about }]));
  const byArea = Map.groupBy(asking, ({ about }) => about);
  return new Map([...byArea].map(([area, all]) => [area, all.map(({ rule }) => rule)]));
};

/** The rule of that id in force here. Throws RangeError for an id no rule has: rule ids come from code, not people. */
export const ruleOf = (practice: Practice, id: RuleId): Rule => {
  const rule = practice.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new RangeError(`${practice.standard.key} has no rule ${id}`);
  return rule;
};

export const hasRule = (practice: Practice, id: RuleId): boolean => practice.rules.some((rule) => rule.id === id);

/** The rules of one kind, in the order of the standard. */
export const rulesOfKind = <K extends RuleKind>(practice: Practice, kind: K): readonly RuleOf<K>[] =>
  (practice.ofKind.get(kind) ?? []) as readonly RuleOf<K>[];
