/**
 * Scenarios: facts with the answer expected of a standard, as data. They are how an authority checks its reading of a
 * procedure against the product's; the format is stable.
 */
import { z } from 'zod';
import { afterMeeting } from './answers/afterMeeting.ts';
import { londonIso } from './time/calendar.ts';
import {
  attendanceSchema,
  decisionSchema,
  parseGiven,
  progressSchema,
  situationSchema,
  type Decision,
  type Parsed,
} from './language/facts.ts';
import { instantPattern, type Instant } from './time/instant.ts';
import { invitees } from './answers/invitees.ts';
import { decisionFaults } from './answers/outcomes.ts';
import { practiceFor, type Practice } from './practice.ts';
import { quorum } from './answers/quorum.ts';
import { timescale } from './answers/timescales.ts';
import { standardKeys } from './language/vocabulary.ts';

const kinds = ['timescale', 'quorum', 'invitees', 'outcome', 'deadline'] as const;
type Kind = (typeof kinds)[number];

const scenarioSchema = z.looseObject({
  id: z.string('must be text'),
  standard: z.enum(standardKeys, 'must be the key of a standard'),
  kind: z.enum(kinds, `must be one of ${kinds.join(', ')}`),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
});
export type Scenario = z.output<typeof scenarioSchema>;

export const scenariosSchema = z.array(scenarioSchema, 'must be a list of scenarios');

export interface ScenarioResult {
  readonly id: string;
  readonly pass: boolean;
  /** The keys of `expect`, as the product answers them; null where it has no answer. */
  readonly actual: Readonly<Record<string, unknown>>;
}

/** Codes the scenario vocabulary has for a decision. The product knows finer ones, shown by `practice check`. */
const vocabulary = [
  'childContactUnanswered',
  'epoDesignatedManagerApprovalRequired',
  'epoLegalAdviceRequired',
  'followUpDateRequired',
  'icpcNotAnOutcome',
  'jointConsidered',
  'jointInvestigationMandatory',
  'nfaReasonRequired',
  's47RequiredCpPlanWithinTwoYears',
  'scaleAnalysisRequired',
  'scaleOutOfRange',
];

const inVocabulary = (code: string): boolean => vocabulary.includes(code.split(':')[0] ?? code);

const outcome = (practice: Practice, given: Decision): object => {
  const found = decisionFaults(practice, given);
  const errors = found.faults.map(({ code }) => code);
  const known = errors.filter(inVocabulary);
  return {
    valid: errors.length === 0,
    // A refusal is never without a reason: where the vocabulary has no word for it, the product's own is given.
    errors: known.length === 0 ? errors : known,
    warnings: found.warnings.map(({ code }) => code).filter(inVocabulary),
  };
};

const answerWith = <T>(schema: z.ZodType<T>, given: unknown, answer: (facts: T) => object): Parsed<object> => {
  const facts = parseGiven(schema, given);
  return facts.ok ? { ok: true, value: answer(facts.value) } : facts;
};

/** What the product answers to the facts of one kind of scenario, whole. */
function answerTo(practice: Practice, kind: Kind, given: unknown): Parsed<object> {
  switch (kind) {
    case 'timescale':
      return answerWith(situationSchema, given, (facts) => timescale(practice, facts));
    case 'quorum':
      return answerWith(attendanceSchema, given, (facts) => quorum(practice, facts));
    case 'invitees':
      return answerWith(situationSchema, given, (facts) => invitees(practice, facts));
    case 'outcome':
      return answerWith(decisionSchema, given, (facts) => outcome(practice, facts));
    case 'deadline':
      return answerWith(progressSchema, given, (facts) => afterMeeting(practice, facts));
  }
}

/** The same value with every instant written in London time. */
export const inLondon = (value: unknown): unknown => {
  if (typeof value === 'string') return instantPattern.test(value) ? londonIso(value as Instant) : value;
  if (Array.isArray(value)) return value.map(inLondon);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inLondon(each)]));
};

const isName = (value: unknown): value is string => typeof value === 'string';

/** Lists of names are sets: the order in which seats or errors are listed is not part of the answer. */
const isSame = (actual: unknown, expected: unknown): boolean => {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    const sets = actual.every(isName) && expected.every(isName);
    const [a, b] = sets ? [actual.toSorted(), expected.toSorted()] : [actual, expected];
    return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return actual === expected;
  }
  const [a, b] = [Object.entries(actual), new Map(Object.entries(expected))];
  return a.length === b.size && a.every(([key, each]) => b.has(key) && isSame(each, b.get(key)));
};

/** Runs one scenario. A problem in its facts is a sentence naming the scenario and the field. */
export function runScenario(scenario: Scenario): Parsed<ScenarioResult> {
  const answer = answerTo(practiceFor(scenario.standard), scenario.kind, scenario.given);
  if (!answer.ok) return { ok: false, problem: `Scenario ${scenario.id}: ${answer.problem}` };
  const whole = inLondon(answer.value) as Readonly<Record<string, unknown>>;
  const actual = Object.fromEntries(Object.keys(scenario.expect).map((key) => [key, whole[key] ?? null]));
  return { ok: true, value: { id: scenario.id, pass: isSame(actual, scenario.expect), actual } };
}

/** The result of a scenario whose facts cannot be read: no answers, and it fails. */
export const unanswered = ({ id, expect }: Scenario): ScenarioResult => ({
  id,
  pass: false,
  actual: Object.fromEntries(Object.keys(expect).map((key) => [key, null])),
});
