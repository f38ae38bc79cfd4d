/** How soon a discussion must be held (T-*): every limit that applies, and the one that governs. */
import { beyondPublishedHolidays, dueAt, type Period } from '../time/calendar.ts';
import type { Situation } from '../language/facts.ts';
import { millis, type Instant, hour } from '../time/instant.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { RuleOf, TimescaleReading } from '../language/rule.ts';
import type { Anchor } from '../language/ruleParts.ts';
import { byCatalogueOrder } from '../language/ruleOrder.ts';
import { factsOf } from './matter.ts';
import { holds, type FactSet } from './situation.ts';
import type { DeadlineWarning } from '../language/codes.ts';
import type { RuleId } from '../language/vocabulary.ts';

/** One limit: null `dueAt` means no figure, or that the time it runs from is not known yet (`from` is null too). */
export interface Limit {
  readonly rule: RuleId;
  readonly dueAt: Instant | null;
  readonly from: Instant | null;
}

export interface Timescale {
  /** The outer limit, inclusive; null where no rule gives a figure (T-13). */
  readonly dueAt: Instant | null;
  readonly governing: RuleId;
  /** Sorted as text. */
  readonly applies: readonly RuleId[];
  /** Always: every figure is an outer limit. */
  readonly asap: true;
  readonly warnings: readonly DeadlineWarning[];
  /** Where there is no figure: later than this deserves a second thought. */
  readonly adviseBy: Instant | null;
  /** Where the limit is longer than the general ceiling: that ceiling. */
  readonly warnAt: Instant | null;
  /** Where one rule states several limits: each of them, by name (`workingDay1`, `calendarDay3`). */
  readonly candidates: Readonly<Record<string, Instant>> | null;
  /** Every limit that applies, the earliest first. */
  readonly each: readonly Limit[];
  /** Times a limit runs from that have not been given. */
  readonly unanswered: readonly Anchor[];
}

type TimescaleRule = RuleOf<'timescale'>;

const earliest = (moments: readonly (Instant | null | undefined)[]): Instant | null =>
  moments.filter((at) => at !== null && at !== undefined).sort()[0] ?? null;

const startOf = (from: Anchor, given: Situation): Instant | null => {
  const { referralReceivedAt, concernsIdentifiedAt, emergencyActionAt } = given;
  if (from === 'emergencyActionAt') return emergencyActionAt ?? null;
  if (from === 'earliestOfReferralAndConcern') return earliest([referralReceivedAt, concernsIdentifiedAt]);
  if (from === 'concernsIdentifiedAt') return concernsIdentifiedAt ?? referralReceivedAt ?? null;
  return referralReceivedAt ?? concernsIdentifiedAt ?? null;
};

/** What the rule says under the reading in force, if that differs from its data. */
const reread = (practice: Practice, rule: TimescaleRule): TimescaleReading | undefined =>
  rule.otherwise?.find(({ reading, choice }) => practice.readings[reading] === choice);

const limitsOf = (practice: Practice, rule: TimescaleRule, facts: FactSet): readonly Period[] => {
  const stated = reread(practice, rule)?.limits ?? rule.limits;
  return rule.sooner && holds(rule.sooner.when, facts) ? [...stated, rule.sooner.limit] : stated;
};

const inForce = (practice: Practice, facts: FactSet): readonly TimescaleRule[] => {
  const applying = rulesOfKind(practice, 'timescale').filter((rule) => holds(rule.when, facts));
  const replaced = new Set(applying.flatMap((rule) => reread(practice, rule)?.replaces ?? rule.replaces ?? []));
  return applying.filter((rule) => !replaced.has(rule.id));
};

const periodName = (period: Period): string => {
  if ('workingDays' in period) return `workingDay${period.workingDays}`;
  if ('calendarDays' in period) return `calendarDay${period.calendarDays}`;
  if ('hours' in period) return `hours${period.hours}`;
  return 'months' in period ? `month${period.months}` : 'sameDay';
};

interface Worked extends Limit {
  readonly source: TimescaleRule;
  readonly named: readonly { readonly period: Period; readonly at: Instant }[];
}

const work = (practice: Practice, rule: TimescaleRule, given: Situation, facts: FactSet): Worked => {
  const from = startOf(rule.from, given);
  const named =
    from === null
      ? []
      : limitsOf(practice, rule, facts).map((period) => ({ period, at: dueAt(practice.calendar, from, period) }));
  return { rule: rule.id, from, dueAt: earliest(named.map(({ at }) => at)), source: rule, named };
};

/** The earliest first; no figure last; ties in the order of the catalogue. */
const byDue = (a: Worked, b: Worked): number => {
  if (a.dueAt === b.dueAt) return byCatalogueOrder(a.rule, b.rule);
  if (a.dueAt === null) return 1;
  return b.dueAt === null || a.dueAt < b.dueAt ? -1 : 1;
};

const isShort = ({ from, named }: Worked): boolean =>
  from !== null && named.some(({ period, at }) => 'sameDay' in period && millis(at) - millis(from) < hour);

const warningsOf = (practice: Practice, worked: readonly Worked[], facts: FactSet): readonly DeadlineWarning[] => {
  const consider = rulesOfKind(practice, 'timescale').some(
    (rule) => rule.considerWhen !== undefined && holds(rule.considerWhen, facts) && !holds(rule.when, facts),
  );
  const unpublished = worked.some(({ named }) => named.some(({ period, at }) => beyondPublishedHolidays(period, at)));
  const warnings: [boolean, DeadlineWarning][] = [
    [consider, 'considerSameDay'],
    [worked.some(isShort), 'dueWithinOneHour'],
    [worked.some(({ source }) => source.adviseAt !== undefined), 'targetTimeRequired'],
    [unpublished, 'bankHolidaysNotPublished'],
  ];
  return warnings.filter(([applies]) => applies).map(([, warning]) => warning);
};

const further = (practice: Practice, worked: readonly Worked[], which: 'adviseAt' | 'warnAt'): Instant | null =>
  earliest(
    worked.map(({ source, from }) => {
      const period = source[which];
      return period === undefined || from === null ? null : dueAt(practice.calendar, from, period);
    }),
  );

/** Every limit the standard sets on holding the discussion. The earliest governs; ties go to the lower rule number. */
export function timescale(practice: Practice, situation: Situation): Timescale {
  const facts = factsOf(practice, situation);
  const worked = inForce(practice, facts)
    .map((rule) => work(practice, rule, situation, facts))
    .sort(byDue);
  const [governing] = worked;
  if (governing === undefined)
    throw new RangeError(`${practice.standard.key} has no timescale rule that always applies`);
  const several = worked.find(({ source }) => source.limits.length > 1);
  return {
    dueAt: governing.dueAt,
    governing: governing.rule,
    applies: worked.map(({ rule }) => rule).sort(),
    asap: true,
    warnings: warningsOf(practice, worked, facts),
    adviseBy: further(practice, worked, 'adviseAt'),
    warnAt: further(practice, worked, 'warnAt'),
    candidates: several ? Object.fromEntries(several.named.map(({ period, at }) => [periodName(period), at])) : null,
    each: worked.map(({ rule, dueAt: due, from }) => ({ rule, dueAt: due, from })),
    unanswered: [...new Set(worked.filter(({ from }) => from === null).map(({ source }) => source.from))],
  };
}
