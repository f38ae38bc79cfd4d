import { londonDate } from '../../practice/time/calendar.ts';
import { decidingAreas, fieldsWhenDeciding } from '../../practice/answers/decidingAreas.ts';
import { listedFacts } from '../../practice/answers/situation.ts';
import { decisionFaults } from '../../practice/answers/outcomes.ts';
import type { Practice } from '../../practice/practice.ts';
import type { FaultCode } from '../../practice/language/codes.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { Discussion } from '../state/discussion.ts';
import type { ChildDecision } from '../state/event.ts';

export interface DecisionFault {
  readonly code: FaultCode;
  readonly rule: RuleId;
  readonly words: string;
  readonly childId: string;
}

/** What blocks and what warns for one child, before anything is recorded: the form shows the same. */
export const checkChild = (
  state: Discussion,
  decision: ChildDecision,
  practice: Practice,
): { readonly faults: readonly DecisionFault[]; readonly warnings: readonly string[] } => {
  const facts = listedFacts(state.facts);
  const asked = decidingAreas.filter((area) => fieldsWhenDeciding(practice, area, facts).length > 0);
  const found = decisionFaults(practice, {
    circumstances: state.facts.circumstances,
    concerns: state.facts.concerns,
    complexReasons: state.facts.complexReasons,
    referralDate: londonDate(state.referral.receivedAt),
    meetingAt: state.meeting.startsAt,
    s47Decision: decision.s47,
    decisionReason: decision.reasons,
    outcomes: decision.outcomes.map(({ code, fields }) => ({ code, ...fields })),
    plan: decision.plan,
    familyTold: decision.familyTold,
    further: Object.fromEntries(asked.map((area) => [area, decision.further[area] ?? {}])),
    ...decision.answers,
  });
  return {
    faults: found.faults.map(({ code, rule, words }) => ({ code, rule, words, childId: decision.childId })),
    warnings: found.warnings.map((w) => w.words),
  };
};
