/** What may be decided about a child (O-*), what each outcome needs, and what is wrong with a proposed decision. */
import type { Area, Field } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';
import { nothingProposed, type Proposed } from '../matter.ts';
import type { Practice } from '../practice.ts';
import { nothingFound, together, type Fault, type Findings } from './findings.ts';
import { jointFindings } from './joint.ts';
import { chosenFindings, outcomesOf, refusalOf } from './outcomeRules.ts';
import { holds, type ChildReading, type Reading } from './reading.ts';
import { requirementFields, requirementFindings, type AskedField, type Test } from './requirements.ts';
import { scoreFindings } from './scaling.ts';

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

/** Every outcome of the standard, in its order, with what it needs and whether it may be chosen for this child. */
export const permittedOutcomes = ({ practice }: Reading, { facts }: Pick<ChildReading, 'facts'>): readonly Outcome[] =>
  outcomesOf(practice).map((outcome) => ({
    code: outcome.data.code,
    words: outcome.data.words,
    rule: outcome.rule,
    s47: outcome.data.s47 ?? false,
    fields: outcome.data.requires.filter(({ answeredBy }) => answeredBy === undefined),
    refusal: refusalOf(practice, outcome, facts),
  }));

/** The fields of a section 47 plan, each once, with the rules that ask for it (PL-*). */
export const planFields = (practice: Practice): readonly AskedField[] =>
  requirementFields(practice, 'plan', (when) => when === undefined);

const planFindings = (practice: Practice, { s47, plan }: Proposed): Findings =>
  s47 === true && plan !== null
    ? requirementFindings(practice, 'plan', (when) => when === undefined, plan)
    : nothingFound;

/** Areas answered along with the decision: only those given are checked, so a form can ask them one at a time. */
const furtherFindings = (practice: Practice, { further }: Proposed, test: Test): readonly Findings[] =>
  Object.entries(further).map(([area, answers]) => requirementFindings(practice, area as Area, test, answers));

/** What the rules of the decision itself ask: the yes or no, the reasons, who decides, what the gates need (P-*, L-1). */
const answersOf = ({ child }: ChildReading, { s47, reasons, decidedBy }: Proposed) => ({
  ...child.answers,
  s47Decision: s47,
  decisionReason: reasons,
  s47DecisionBy: decidedBy ?? child.answers['s47DecisionBy'],
});

/** Checks what is decided of one child against every rule of the standard that can block it or warn. */
export const decisionFaults = (reading: Reading, child: ChildReading): Findings => {
  const { practice } = reading;
  const proposed = child.child.decision ?? nothingProposed;
  const test: Test = (when) => holds(when, child.facts);
  return together(
    requirementFindings(practice, 'decision', test, answersOf(child, proposed)),
    chosenFindings(reading, child, proposed),
    jointFindings(practice, child, proposed),
    planFindings(practice, proposed),
    proposed.familyTold === null ? nothingFound : requirementFindings(practice, 'family', test, proposed.familyTold),
    ...furtherFindings(practice, proposed, test),
    scoreFindings(practice, proposed.scores),
  );
};

export interface DecisionCheck {
  readonly valid: boolean;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The findings as codes. */
export const checkDecision = ({ faults, warnings }: Findings): DecisionCheck => ({
  valid: faults.length === 0,
  errors: faults.map(({ code }) => code),
  warnings: warnings.map(({ code }) => code),
});
