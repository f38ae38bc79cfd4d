/** What may be decided about a child (O-*), what each outcome needs, and what is wrong with a proposed decision. */
import { decisionFacts } from './decisionFacts.ts';
import type { Decision } from '../language/facts.ts';
import { nothingFound, together, type Fault, type Findings } from './findings.ts';
import { jointFindings } from './joint.ts';
import { chosenFindings, outcomesOf, refusalOf } from './outcomeRules.ts';
import type { Practice } from '../practice.ts';
import { requirementFields, requirementFindings, type AskedField } from './requirements.ts';
import type { Area, Field } from '../language/ruleParts.ts';
import { scoreFindings } from './scaling.ts';
import type { FactSet } from './situation.ts';
import type { FaultCode } from '../language/codes.ts';
import type { RuleId } from '../language/vocabulary.ts';

export interface Outcome {
  readonly code: string;
  readonly words: string;
  readonly rule: RuleId;
  /** Starts a section 47 enquiry. */
  readonly s47: boolean;
  /** What to fill in for it; a plan is filled in through `planFields`. */
  readonly fields: readonly Field[];
  /** Why it cannot be chosen in these circumstances; null if it can. */
  readonly refusal: Fault | null;
}

/** Every outcome of the standard, in its order, with what it needs and whether these circumstances allow it. */
export function permittedOutcomes(practice: Practice, matter: Decision): readonly Outcome[] {
  const facts = decisionFacts(practice, matter);
  return outcomesOf(practice).map((outcome) => ({
    code: outcome.data.code,
    words: outcome.data.words,
    rule: outcome.rule,
    s47: outcome.data.s47 ?? false,
    fields: outcome.data.requires.filter(({ answeredBy }) => answeredBy === undefined),
    refusal: refusalOf(practice, outcome, facts),
  }));
}

/** The fields of a section 47 plan, each once, with the rules that ask for it (PL-*). */
export const planFields = (practice: Practice): readonly AskedField[] => requirementFields(practice, 'plan', new Set());

const planFindings = (practice: Practice, given: Decision, facts: FactSet): Findings =>
  given.s47Decision === true && given.plan !== undefined
    ? requirementFindings(practice, 'plan', facts, given.plan)
    : nothingFound;

/** Areas answered along with the decision: only those given are checked, so a form can ask them one at a time. */
const furtherFindings = (practice: Practice, given: Decision, facts: FactSet): readonly Findings[] =>
  Object.entries(given.further ?? {}).map(([area, answers]) =>
    requirementFindings(practice, area as Area, facts, answers),
  );

/** Checks a decision proposed about one child against every rule of the standard that can block it or warn. */
export function decisionFaults(practice: Practice, given: Decision): Findings {
  const facts = decisionFacts(practice, given);
  return together(
    requirementFindings(practice, 'decision', facts, given),
    chosenFindings(practice, given, facts),
    jointFindings(practice, given, facts),
    planFindings(practice, given, facts),
    given.familyTold === undefined ? nothingFound : requirementFindings(practice, 'family', facts, given.familyTold),
    ...furtherFindings(practice, given, facts),
    scoreFindings(practice, given.scores ?? []),
  );
}

export interface DecisionCheck {
  readonly valid: boolean;
  readonly errors: readonly FaultCode[];
  readonly warnings: readonly FaultCode[];
}

/** The findings as codes. */
export function checkDecision(practice: Practice, given: Decision): DecisionCheck {
  const { faults, warnings } = decisionFaults(practice, given);
  return {
    valid: faults.length === 0,
    errors: faults.map(({ code }) => code),
    warnings: warnings.map(({ code }) => code),
  };
}
