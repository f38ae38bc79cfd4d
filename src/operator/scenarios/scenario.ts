/**
 * Scenarios: facts with the answer expected of the bot, as data. Each is told to it as people would tell it: somebody
 * convenes, is recorded, decides. What is refused, what follows and what is owed is the answer. They are how an authority
 * checks its reading of a procedure against the product’s; the format is stable.
 */
import { z } from 'zod';
import { caseSchema, unknownFact, type CaseFile } from '../../practice/caseFile.ts';
import {
  attendanceSchema,
  decisionSchema,
  parseGiven,
  progressSchema,
  situationSchema,
  type Parsed,
} from '../../practice/language/given.ts';
import type { Library } from '../../practice/library.ts';
import type { Practice } from '../../practice/practice.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { inLondon } from '../inLondon.ts';
import type { Teller } from './answer.ts';
import { deadline } from './deadline.ts';
import { invitees } from './invitees.ts';
import { outcome } from './outcome.ts';
import { quorum } from './quorum.ts';
import { isSame } from './sameAnswer.ts';
import { timescale } from './timescale.ts';

const kinds = {
  timescale: { schema: situationSchema, tell: timescale },
  quorum: { schema: attendanceSchema, tell: quorum },
  invitees: { schema: situationSchema, tell: invitees },
  outcome: { schema: decisionSchema, tell: outcome },
  deadline: { schema: progressSchema, tell: deadline },
} as const satisfies Readonly<Record<string, { readonly schema: z.ZodType; readonly tell: Teller }>>;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as readonly Kind[];

const scenarioSchema = z.looseObject({
  id: z.string('must be text'),
  standard: z.string('must be the key of a standard'),
  kind: z.enum(kindNames, `must be one of ${kindNames.join(', ')}`),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
});
export type Scenario = z.output<typeof scenarioSchema>;

export const scenariosSchema = z.array(scenarioSchema, 'must be a list of scenarios');

export interface ScenarioResult {
  readonly id: string;
  readonly pass: boolean;
  /** The keys of `expect`, as the bot answers them; null where it has no answer. */
  readonly actual: Readonly<Record<string, unknown>>;
}

/** Runs one scenario. A problem in its facts, or in its story, is a sentence naming the scenario. */
export const runScenario = (library: Library, scenario: Scenario): Parsed<ScenarioResult> => {
  const { id, standard, expect: expected } = scenario;
  const practice = library.practice(standard);
  if (practice === null) return { ok: false, problem: `Scenario ${id}: there is no standard ${standard}.` };
  const found = answerTo(practice, scenario);
  if (!found.ok) return { ok: false, problem: `Scenario ${id}: ${found.problem}` };
  const whole = inLondon(found.value) as Readonly<Record<string, unknown>>;
  const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, whole[key] ?? null]));
  return { ok: true, value: { id, pass: isSame(actual, expected), actual } };
};

/** The result of a scenario that has no answer: it fails. */
export const unanswered = ({ id, expect: expected }: Scenario): ScenarioResult => ({
  id,
  pass: false,
  actual: Object.fromEntries(Object.keys(expected).map((key) => [key, null])),
});

/** What the bot answers to a scenario, whole. */
const answerTo = (practice: Practice, { kind, given }: Scenario): Parsed<object> => {
  const file = caseOf(practice, kind, given);
  if (!file.ok) return file;
  const answer = kinds[kind].tell(practice, file.value);
  return answer.answered
    ? { ok: true, value: answer.value }
    : { ok: false, problem: refusalWords(answer.refusal).join(' ') };
};

/** Its facts: those of its kind, and only such as the rules know. */
const caseOf = (practice: Practice, kind: Kind, given: unknown): Parsed<CaseFile> => {
  const ofKind = parseGiven<unknown>(kinds[kind].schema, given);
  if (!ofKind.ok) return ofKind;
  const file = parseGiven(caseSchema, given);
  if (!file.ok) return file;
  const problem = unknownFact(practice, file.value);
  return problem === null ? file : { ok: false, problem };
};
