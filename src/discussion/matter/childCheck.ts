import { assess, type ChildAssessment } from '../../practice/assess.ts';
import type { Practice } from '../../practice/practice.ts';
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

/** What blocks and what warns for one child, before anything is recorded: the form shows the same. */
export const checkChild = (
  d: Discussion,
  decision: ChildDecision,
  practice: Practice,
): { readonly faults: readonly DecisionFault[]; readonly warnings: readonly string[] } => {
  const { childId } = decision;
  const asked = assessed(d, practice)
    .child(childId)
    .deciding.map(({ area }) => [area, decision.further[area] ?? {}] as const);
  const found = proposed(d, { ...decision, further: Object.fromEntries(asked) }, practice);
  return {
    faults: found.decision.faults.map(({ code, rule, words }) => ({ code, rule, words, childId })),
    warnings: found.decision.warnings.map(({ words }) => words),
  };
};
