import { assess, type ChildAssessment } from '../../practice/assess.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Fault } from '../../practice/answers/findings.ts';
import type { FaultCode } from '../../practice/language/codes.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { Discussion } from '../state/discussion.ts';
import type { ChildDecision } from '../state/childDecision.ts';
import { assessed } from './assessed.ts';
import { matterOf } from './matterOf.ts';

export interface DecisionFault {
  readonly code: FaultCode;
  readonly rule: RuleId;
  readonly words: string;
  readonly childId: string;
}

/** What the standard says of a child if this were decided about it. */
export const proposed = (d: Discussion, decision: ChildDecision, practice: Practice): ChildAssessment =>
  assess(practice, matterOf(d, [decision])).child(decision.childId);

/**
 * What blocks and what warns for one child, before anything is recorded: the form shows the same. What the rules ask is
 * checked whether it was answered or not, and so is whatever else comes with the decision.
 */
export const checkChild = (
  d: Discussion,
  decision: ChildDecision,
  practice: Practice,
): { readonly faults: readonly DecisionFault[]; readonly warnings: readonly DecisionFault[] } => {
  const { childId, further } = decision;
  const asked = assessed(d, practice)
    .child(childId)
    .deciding.map(({ area }) => [area, further[area] ?? {}] as const);
  const found = proposed(d, { ...decision, further: { ...further, ...Object.fromEntries(asked) } }, practice).decision;
  const ofChild = ({ code, rule, words }: Fault): DecisionFault => ({ code, rule, words, childId });
  return { faults: found.faults.map(ofChild), warnings: found.warnings.map(ofChild) };
};
