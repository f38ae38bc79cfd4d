/** How soon a discussion must be held (T-*): every limit that applies, and the one that governs. */
import type { DeadlineWarning } from '../language/codes.ts';
import type { RuleOf } from '../language/rule.ts';
import type { TimescaleReading } from '../language/timescaleShape.ts';
import type { AnchorBeforehand } from '../language/parts.ts';
import { readings } from '../language/readings.ts';
import { byCatalogueOrder } from '../language/ruleOrder.ts';
import type { RuleId } from '../language/vocabulary.ts';
import type { Matter } from '../matter.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import { beyondPublishedHolidays, dueAt, londonDate, type Period } from '../time/calendar.ts';
import { hour, millis, type Instant } from '../time/instant.ts';
import { holds, type Reading } from './reading.ts';

/** One limit: null `dueAt` means no figure, or that the time it runs from is not known yet (`from` is null too). */
interface Limit {
  readonly rule: RuleId;
  readonly dueAt: Instant | null;
  readonly from: Instant | null;
  /** What it would be under the other choices of a reading. */
  readonly otherwise: readonly { readonly choice: string; readonly dueAt: Instant }[];
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
  readonly unanswered: readonly AnchorBeforehand[];
}

type TimescaleRule = RuleOf<'timescale'>;

const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.filter((at) => at !== null).sort()[0] ?? null;

const startOf = (from: AnchorBeforehand, { referral, emergencyActionAt }: Matter): Instant | null => {
  const { receivedAt, concernsIdentifiedAt } = referral;
  switch (from) {
    case 'emergencyActionAt':
      return emergencyActionAt;
    case 'earliestOfReferralAndConcern':
      return earliest([receivedAt, concernsIdentifiedAt]);
    case 'concernsIdentifiedAt':
      return concernsIdentifiedAt ?? receivedAt;
    case 'referralReceivedAt':
      return receivedAt ?? concernsIdentifiedAt;
  }
};

/** What the rule says under the reading in force, if that differs from its data. */
const reread = (practice: Practice, rule: TimescaleRule): TimescaleReading | undefined =>
  rule.otherwise?.find(({ reading, choice }) => practice.readings[reading] === choice);

/** The limits of the other choices, where the source can be read in more than one way. */
const otherLimits = (
  practice: Practice,
  rule: TimescaleRule,
): readonly { choice: string; limits: readonly Period[] }[] => {
  const [first] = rule.otherwise ?? [];
  if (first === undefined) return [];
  const usual = { choice: readings[first.reading].usual, limits: rule.limits };
  const others = (rule.otherwise ?? []).map(({ choice, limits }) => ({ choice, limits: limits ?? [] }));
  const chosen = practice.readings[first.reading];
  return [usual, ...others].filter(({ choice, limits }) => choice !== chosen && limits.length > 0);
};

const limitsOf = ({ practice, holds: isTrue }: Reading, rule: TimescaleRule): readonly Period[] => {
  const stated = reread(practice, rule)?.limits ?? rule.limits;
  return rule.sooner !== undefined && isTrue(rule.sooner.when) ? [...stated, rule.sooner.limit] : stated;
};

const inForce = ({ practice, holds: isTrue }: Reading): readonly TimescaleRule[] => {
  const applying = rulesOfKind(practice, 'timescale').filter((rule) => isTrue(rule.when));
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
  /** The time it runs from is not known: it runs from another, meanwhile. */
  readonly isMeanwhile: boolean;
}

const work = (reading: Reading, rule: TimescaleRule): Worked => {
  const { practice, matter } = reading;
  const known = startOf(rule.from, matter);
  const from = known ?? (rule.untilKnownFrom === undefined ? null : startOf(rule.untilKnownFrom, matter));
  const named =
    from === null
      ? []
      : limitsOf(reading, rule).map((period) => ({ period, at: dueAt(practice.calendar, from, period) }));
  const due = earliest(named.map(({ at }) => at));
  const otherwise = otherLimits(practice, rule).flatMap(({ choice, limits }) => {
    const at = from === null ? null : earliest(limits.map((period) => dueAt(practice.calendar, from, period)));
    return at === null ? [] : [{ choice, dueAt: at }];
  });
  return {
    rule: rule.id,
    from,
    dueAt: due,
    otherwise,
    source: rule,
    named,
    isMeanwhile: known === null && from !== null,
  };
};

/** The earliest first; no figure last; ties in the order of the catalogue. */
const byDue = (a: Worked, b: Worked): number => {
  if (a.dueAt === b.dueAt) return byCatalogueOrder(a.rule, b.rule);
  if (a.dueAt === null) return 1;
  return b.dueAt === null || a.dueAt < b.dueAt ? -1 : 1;
};

const isShort = ({ from, named }: Worked): boolean =>
  from !== null && named.some(({ period, at }) => 'sameDay' in period && millis(at) - millis(from) < hour);

/** The rule itself does not hold of some child of whom it deserves a thought. */
const considersSameDay = ({ practice, facts, children }: Reading): boolean => {
  const sets = children.length === 0 ? [facts] : children.map((child) => child.facts);
  return rulesOfKind(practice, 'timescale').some(
    (rule) =>
      rule.considerWhen !== undefined && sets.some((each) => holds(rule.considerWhen, each) && !holds(rule.when, each)),
  );
};

const warningsOf = (reading: Reading, worked: readonly Worked[]): readonly DeadlineWarning[] => {
  const { calendar } = reading.practice;
  const unpublished = worked.some(({ named }) => named.some(({ period, at }) => beyondPublishedHolidays(period, at)));
  const due = worked[0]?.dueAt ?? null;
  const warnings: readonly (readonly [boolean, DeadlineWarning])[] = [
    [considersSameDay(reading), 'considerSameDay'],
    [worked.some(isShort), 'dueWithinOneHour'],
    [worked.some(({ source }) => source.adviseAt !== undefined), 'targetTimeRequired'],
    [worked.some(({ isMeanwhile }) => isMeanwhile), 'emergencyTimeUnknown'],
    [unpublished, 'bankHolidaysNotPublished'],
    [due !== null && calendar.isClosed(londonDate(due)), 'officesClosed'],
  ];
  return warnings.filter(([applies]) => applies).map(([, warning]) => warning);
};

const later = (reading: Reading, worked: readonly Worked[], which: 'adviseAt' | 'warnAt'): Instant | null =>
  earliest(
    worked.map(({ source, from }) => {
      const { adviseSooner } = source;
      const isSooner = which === 'adviseAt' && adviseSooner !== undefined && reading.holds(adviseSooner.when);
      const period = isSooner ? adviseSooner.limit : source[which];
      return period === undefined || from === null ? null : dueAt(reading.practice.calendar, from, period);
    }),
  );

/** Every limit the standard sets on holding the discussion. The earliest governs; ties go to the lower rule number. */
export const timescale = (reading: Reading): Timescale => {
  const worked = inForce(reading)
    .map((rule) => work(reading, rule))
    .sort(byDue);
  const [governing] = worked;
  if (governing === undefined)
    throw new RangeError(`${reading.practice.standard.key} has no timescale rule that always applies`);
  const several = worked.find(({ source }) => source.limits.length > 1);
  return {
    dueAt: governing.dueAt,
    governing: governing.rule,
    applies: worked.map(({ rule }) => rule).sort(),
    asap: true,
    warnings: warningsOf(reading, worked),
    adviseBy: later(reading, worked, 'adviseAt'),
    warnAt: later(reading, worked, 'warnAt'),
    candidates: several ? Object.fromEntries(several.named.map(({ period, at }) => [periodName(period), at])) : null,
    each: worked.map(({ rule, dueAt: due, from, otherwise }) => ({ rule, dueAt: due, from, otherwise })),
    unanswered: [
      ...new Set(
        worked.filter(({ from, isMeanwhile }) => from === null || isMeanwhile).map(({ source }) => source.from),
      ),
    ],
  };
};
