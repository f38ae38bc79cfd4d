/**
 * Scenarios: facts with the answer expected of a standard, as data. They are how an authority checks its reading of a
 * procedure against the product's; the format is stable.
 */
import { z } from 'zod';
import { afterMeeting } from './answers/afterMeeting.ts';
import { assess, type Assessment } from './assess.ts';
import { caseSchema, matterOf, unknownFact, type CaseFile } from './caseFile.ts';
import {
  attendanceSchema,
  decisionSchema,
  parseGiven,
  progressSchema,
  situationSchema,
  type Parsed,
} from './language/given.ts';
import type { Library } from './library.ts';
import type { Practice } from './practice.ts';
import { londonIso } from './time/calendar.ts';
import { instantPattern, type Instant } from './time/instant.ts';

const kinds = ['timescale', 'quorum', 'invitees', 'outcome', 'deadline'] as const;
type Kind = (typeof kinds)[number];

const scenarioSchema = z.looseObject({
  id: z.string('must be text'),
  standard: z.string('must be the key of a standard'),
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

const outcome = (found: Assessment): object => {
  const { faults, warnings } = found.child('A').decision;
  const errors = faults.map(({ code }) => code);
  const known = errors.filter(inVocabulary);
  return {
    valid: errors.length === 0,
    // A refusal is never without a reason: where the vocabulary has no word for it, the product's own is given.
    errors: known.length === 0 ? errors : known,
    warnings: warnings.map(({ code }) => code).filter(inVocabulary),
  };
};

const schemas = {
  timescale: situationSchema,
  quorum: attendanceSchema,
  invitees: situationSchema,
  outcome: decisionSchema,
  deadline: progressSchema,
} as const satisfies Record<Kind, z.ZodType>;

const answer = (kind: Kind, found: Assessment, given: CaseFile): object => {
  switch (kind) {
    case 'timescale':
      return found.timescale;
    case 'quorum':
      return found.quorum;
    case 'invitees':
      return found.invitees;
    case 'outcome':
      return outcome(found);
    case 'deadline':
      return afterMeeting(found.reading, given);
  }
};

/** What the product answers to the facts of one kind of scenario, whole. */
const answerTo = (practice: Practice, kind: Kind, given: unknown): Parsed<object> => {
  const ofKind = parseGiven<unknown>(schemas[kind], given);
  if (!ofKind.ok) return ofKind;
  const file = parseGiven(caseSchema, given);
  if (!file.ok) return file;
  const problem = unknownFact(practice, file.value);
  if (problem !== null) return { ok: false, problem };
  return { ok: true, value: answer(kind, assess(practice, matterOf(file.value)), file.value) };
};

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
export const runScenario = (library: Library, scenario: Scenario): Parsed<ScenarioResult> => {
  const practice = library.practice(scenario.standard);
  if (practice === null)
    return { ok: false, problem: `Scenario ${scenario.id}: there is no standard ${scenario.standard}.` };
  const found = answerTo(practice, scenario.kind, scenario.given);
  if (!found.ok) return { ok: false, problem: `Scenario ${scenario.id}: ${found.problem}` };
  const whole = inLondon(found.value) as Readonly<Record<string, unknown>>;
  const actual = Object.fromEntries(Object.keys(scenario.expect).map((key) => [key, whole[key] ?? null]));
  return { ok: true, value: { id: scenario.id, pass: isSame(actual, scenario.expect), actual } };
};

/** The result of a scenario whose facts cannot be read: no answers, and it fails. */
export const unanswered = ({ id, expect }: Scenario): ScenarioResult => ({
  id,
  pass: false,
  actual: Object.fromEntries(Object.keys(expect).map((key) => [key, null])),
});
