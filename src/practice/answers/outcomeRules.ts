/** What each rule finds in the outcomes chosen for one child: refused, incomplete, contradictory, or too late. */
import { answerFault, isAsked } from './answers.ts';
import { dueAt, isLocalDate, londonDate } from '../time/calendar.ts';
import { together, type Fault, type Findings } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { OutcomeData } from '../language/parts.ts';
import type { Proposed, ProposedOutcome } from '../matter.ts';
import { holds, type ChildReading, type FactSet, type Reading } from './reading.ts';
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

const fieldFindings = (
  outcome: OutcomeRule,
  given: ProposedOutcome,
  plan: Proposed['plan'],
  facts: FactSet,
): Findings => {
  const { code, requires } = outcome.data;
  const asked = requires
    .filter(({ answeredBy }) => answeredBy === undefined || plan === null)
    .filter((field) => isAsked(field, given, requires));
  const pick = (warnsOnly: boolean): readonly Fault[] =>
    asked
      .filter((field) => (field.warnsOnly ?? false) === warnsOnly)
      .flatMap((field) => answerFault(field, given, outcome.rule, (when) => holds(when, facts), code) ?? []);
  return { faults: pick(false), warnings: pick(true) };
};

/** O-6: the date of a follow-up is counted from the meeting. */
const lateFault = ({ practice, matter }: Reading, outcome: OutcomeRule, given: ProposedOutcome): readonly Fault[] => {
  const days = outcome.data.withinCalendarDays;
  const from = matter.held.meetingEndAt ?? matter.meeting.startsAt;
  const { date } = given;
  if (days === undefined || from === null || typeof date !== 'string' || !isLocalDate(date)) return [];
  const latest = londonDate(dueAt(practice.calendar, from, { calendarDays: days }));
  const words = `The date must be within ${days} days of this discussion.`;
  return date > latest ? [{ code: 'followUpBeyondLimit', rule: outcome.rule, words }] : [];
};

const oneOutcome = (reading: Reading, given: ProposedOutcome, proposed: Proposed, facts: FactSet): Findings => {
  const { practice } = reading;
  const outcome = outcomesOf(practice).find(({ data }) => data.code === given.code);
  if (outcome === undefined) return { faults: [unknownOutcome(practice, given.code, facts)], warnings: [] };
  const refusal = refusalOf(practice, outcome, facts);
  if (refusal !== null) return { faults: [refusal], warnings: [] };
  const late = { faults: lateFault(reading, outcome, given), warnings: [] };
  return together(fieldFindings(outcome, given, proposed.plan, facts), late);
};

/** O-11: outcomes that do not go together, and pairs that say the same thing twice. */
const exclusionFindings = (practice: Practice, codes: readonly string[]): Findings => {
  const both = ([a, b]: readonly [string, string]): boolean => codes.includes(a) && codes.includes(b);
  const rules = rulesOfKind(practice, 'exclusion');
  const faults = rules.flatMap(({ id, text, alone, apart }): Fault[] => [
    ...Object.entries(alone)
      .filter(
        ([code, beside]) => codes.includes(code) && codes.some((other) => other !== code && !beside.includes(other)),
      )
      .map(([code]): Fault => ({ code: `outcomeStandsAlone:${code}`, rule: id, words: text })),
    ...apart.filter(both).map(([a, b]): Fault => ({ code: `outcomesExclude:${a}:${b}`, rule: id, words: text })),
  ]);
  const warnings = rules.flatMap(({ id, text, cautions }) =>
    cautions.filter(both).map(([a, b]): Fault => ({ code: `outcomesOverlap:${a}:${b}`, rule: id, words: text })),
  );
  return { faults, warnings };
};

/** The yes or no and the outcomes must say the same. */
const consistencyFaults = (practice: Practice, { s47 }: Proposed, codes: readonly string[]): readonly Fault[] => {
  const enquiries = outcomesOf(practice).filter(({ data }) => data.s47 && codes.includes(data.code));
  const rule = baseRule(practice);
  const contradiction = contradictionIn(
    codes,
    enquiries.map(({ data }) => data.code),
  );
  if (contradiction !== null) return [{ ...contradiction, rule }];
  if (codes.length === 0) return [{ code: 'outcomeRequired', rule, words: 'Choose at least one outcome.' }];
  if (s47 === false && enquiries.length > 0) {
    return [{ code: 's47DecisionContradicted', rule, words: 'The outcome starts an enquiry, but the decision is no.' }];
  }
  if (s47 === true && enquiries.length === 0) {
    return [{ code: 's47OutcomeRequired', rule, words: 'The decision is yes: choose how the enquiry is carried out.' }];
  }
  return [];
};

/** What contradicts itself under every procedure, whether it says so or not. */
const contradictionIn = (codes: readonly string[], enquiries: readonly string[]): Omit<Fault, 'rule'> | null => {
  const [first, second] = enquiries;
  if (first !== undefined && second !== undefined) {
    return {
      code: `outcomesExclude:${first}:${second}`,
      words: 'An enquiry is joint or by a single agency: choose one of the two.',
    };
  }
  const beside = codes.find((code) => code !== 'noFurtherAction' && code !== 'earlyHelp');
  return codes.includes('noFurtherAction') && beside !== undefined
    ? {
        code: 'outcomeStandsAlone:noFurtherAction',
        words: 'No further action stands alone, or beside early help: choose one or the other.',
      }
    : null;
};

/** C-8: a recent plan and a child protection referral start an enquiry at once. */
const requiredEnquiryFaults = (practice: Practice, codes: readonly string[], facts: FactSet): readonly Fault[] => {
  const rule = rulesOfKind(practice, 'trigger').find(({ requires, when }) => requires === 's47' && holds(when, facts));
  const started = outcomesOf(practice).some(({ data }) => data.s47 && codes.includes(data.code));
  if (rule === undefined || started) return [];
  return [{ code: rule.fault ?? 's47Required', rule: rule.id, words: rule.text }];
};

const ponderWarnings = (practice: Practice, codes: readonly string[], facts: FactSet): readonly Fault[] =>
  rulesOfKind(practice, 'outcome').flatMap(({ id, text, ponder }) =>
    ponder && holds(ponder.when, facts) && !ponder.unlessChosen.some((code) => codes.includes(code))
      ? [{ code: ponder.code, rule: id, words: text }]
      : [],
  );

/** What the outcome rules find in the outcomes chosen for one child; nothing until some have been given. */
export const chosenFindings = (reading: Reading, { facts }: ChildReading, proposed: Proposed): Findings => {
  const { practice } = reading;
  const { outcomes } = proposed;
  if (outcomes === null) return { faults: [], warnings: [] };
  const codes = outcomes.map(({ code }) => code);
  return together(
    { faults: requiredEnquiryFaults(practice, codes, facts), warnings: [] },
    ...outcomes.map((outcome) => oneOutcome(reading, outcome, proposed, facts)),
    exclusionFindings(practice, codes),
    { faults: consistencyFaults(practice, proposed, codes), warnings: ponderWarnings(practice, codes, facts) },
  );
};
