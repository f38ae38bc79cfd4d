/** What each rule finds in the outcomes chosen for one child: refused, incomplete, contradictory, or too late. */
import { answerFault, isAsked } from './answers.ts';
import { dueAt, isLocalDate, londonDate } from '../time/calendar.ts';
import type { Decision, GivenOutcome } from '../language/facts.ts';
import { together, type Fault, type Findings } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { OutcomeData } from '../language/ruleParts.ts';
import { holds, type FactSet } from './situation.ts';
import type { RuleId } from '../language/vocabulary.ts';

export interface OutcomeRule {
  readonly data: OutcomeData;
  readonly rule: RuleId;
  readonly text: string;
}

/** The outcomes of the standard; where two rules offer one, the local rule comes first and stands. */
export function outcomesOf(practice: Practice): readonly OutcomeRule[] {
  const offered = practice.rules.flatMap((rule) =>
    rule.kind === 'outcome' || rule.kind === 'outcomeBar'
      ? (rule.outcomes ?? []).map((data) => ({ data, rule: rule.id, text: rule.text }))
      : [],
  );
  return offered.filter(({ data }, i) => offered.findIndex((other) => other.data.code === data.code) === i);
}

const barOf = (practice: Practice, code: string, facts: FactSet): Fault | null => {
  const rule = rulesOfKind(practice, 'outcomeBar').find(
    ({ when, never, only }) =>
      holds(when, facts) && (never?.includes(code) === true || (only !== undefined && !only.includes(code))),
  );
  return rule === undefined ? null : { code: rule.fault, rule: rule.id, words: rule.text };
};

/** Why an outcome cannot be chosen in these circumstances, or null. */
export function refusalOf(practice: Practice, { data, rule, text }: OutcomeRule, facts: FactSet): Fault | null {
  const bar = barOf(practice, data.code, facts);
  if (bar !== null) return bar;
  const { notWhen } = data;
  return notWhen !== undefined && holds(notWhen.when, facts) ? { code: notWhen.fault, rule, words: text } : null;
}

const baseRule = (practice: Practice): RuleId => outcomesOf(practice)[0]?.rule ?? 'O-1';

const unknownOutcome = (practice: Practice, code: string, facts: FactSet): Fault =>
  barOf(practice, code, facts) ?? {
    code: `outcomeNotPermitted:${code}`,
    rule: baseRule(practice),
    words: `“${code}” is not an outcome of ${practice.standard.title}.`,
  };

const fieldFindings = (outcome: OutcomeRule, given: GivenOutcome, plan: Decision['plan']): Findings => {
  const { code, requires } = outcome.data;
  const asked = requires
    .filter(({ answeredBy }) => answeredBy === undefined || plan === undefined)
    .filter((field) => isAsked(field, given, requires));
  const pick = (warnsOnly: boolean): readonly Fault[] =>
    asked
      .filter((field) => (field.warnsOnly ?? false) === warnsOnly)
      .flatMap((field) => answerFault(field, given, outcome.rule, code) ?? []);
  return { faults: pick(false), warnings: pick(true) };
};

const lateFault = (
  practice: Practice,
  outcome: OutcomeRule,
  given: GivenOutcome,
  decision: Decision,
): readonly Fault[] => {
  const days = outcome.data.withinCalendarDays;
  const { date } = given;
  if (days === undefined || !decision.meetingAt || typeof date !== 'string' || !isLocalDate(date)) return [];
  const latest = londonDate(dueAt(practice.calendar, decision.meetingAt, { calendarDays: days }));
  const words = `The date must be within ${days} days of this discussion.`;
  return date > latest ? [{ code: 'followUpBeyondLimit', rule: outcome.rule, words }] : [];
};

const oneOutcome = (practice: Practice, given: GivenOutcome, decision: Decision, facts: FactSet): Findings => {
  const outcome = outcomesOf(practice).find(({ data }) => data.code === given.code);
  if (outcome === undefined) return { faults: [unknownOutcome(practice, given.code, facts)], warnings: [] };
  const refusal = refusalOf(practice, outcome, facts);
  if (refusal !== null) return { faults: [refusal], warnings: [] };
  const late = { faults: lateFault(practice, outcome, given, decision), warnings: [] };
  return together(fieldFindings(outcome, given, decision.plan), late);
};

/** O-11: outcomes that do not go together, and pairs that say the same thing twice. */
const exclusionFindings = (practice: Practice, codes: readonly string[]): Findings => {
  const both = ([a, b]: readonly [string, string]): boolean => codes.includes(a) && codes.includes(b);
  const rules = rulesOfKind(practice, 'exclusion');
  const faults = rules.flatMap(({ id, text, alone, apart }): Fault[] => [
    ...alone
      .filter((code) => codes.includes(code) && codes.length > 1)
      .map((code): Fault => ({ code: `outcomeStandsAlone:${code}`, rule: id, words: text })),
    ...apart.filter(both).map(([a, b]): Fault => ({ code: `outcomesExclude:${a}:${b}`, rule: id, words: text })),
  ]);
  const warnings = rules.flatMap(({ id, text, cautions }) =>
    cautions.filter(both).map(([a, b]): Fault => ({ code: `outcomesOverlap:${a}:${b}`, rule: id, words: text })),
  );
  return { faults, warnings };
};

/** The yes or no and the outcomes must say the same. */
const consistencyFaults = (practice: Practice, given: Decision, codes: readonly string[]): readonly Fault[] => {
  const enquiries = outcomesOf(practice).filter(({ data }) => data.s47 && codes.includes(data.code));
  const rule = baseRule(practice);
  if (codes.length === 0) return [{ code: 'outcomeRequired', rule, words: 'Choose at least one outcome.' }];
  if (given.s47Decision === false && enquiries.length > 0) {
    return [{ code: 's47DecisionContradicted', rule, words: 'The outcome starts an enquiry, but the decision is no.' }];
  }
  if (given.s47Decision === true && enquiries.length === 0) {
    return [{ code: 's47OutcomeRequired', rule, words: 'The decision is yes: choose how the enquiry is carried out.' }];
  }
  return [];
};

/** C-8: a recent plan and a child protection referral start an enquiry at once. */
const requiredEnquiryFaults = (practice: Practice, codes: readonly string[], facts: FactSet): readonly Fault[] => {
  const rule = rulesOfKind(practice, 'trigger').find(({ requires, when }) => requires === 's47' && holds(when, facts));
  const started = outcomesOf(practice).some(({ data }) => data.s47 && codes.includes(data.code));
  if (rule === undefined || started) return [];
  return [{ code: 's47RequiredCpPlanWithinTwoYears', rule: rule.id, words: rule.text }];
};

const ponderWarnings = (practice: Practice, codes: readonly string[], facts: FactSet): readonly Fault[] =>
  rulesOfKind(practice, 'outcome').flatMap(({ id, text, ponder }) =>
    ponder && holds(ponder.when, facts) && !ponder.unlessChosen.some((code) => codes.includes(code))
      ? [{ code: ponder.code, rule: id, words: text }]
      : [],
  );

/** What the outcome rules find in the outcomes chosen; nothing until some have been given. */
export function chosenFindings(practice: Practice, given: Decision, facts: FactSet): Findings {
  const { outcomes } = given;
  if (outcomes === undefined) return { faults: [], warnings: [] };
  const codes = outcomes.map(({ code }) => code);
  return together(
    { faults: requiredEnquiryFaults(practice, codes, facts), warnings: [] },
    ...outcomes.map((outcome) => oneOutcome(practice, outcome, given, facts)),
    exclusionFindings(practice, codes),
    { faults: consistencyFaults(practice, given, codes), warnings: ponderWarnings(practice, codes, facts) },
  );
}
