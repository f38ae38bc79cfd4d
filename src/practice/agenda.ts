/** What the meeting goes through (A-*), in the order of the standard. */
import type { Situation } from './facts.ts';
import { rulesOfKind, type Practice } from './practice.ts';
import type { AgendaStage, Rule } from './rule.ts';
import { factsOf } from './matter.ts';
import { holds, type FactSet } from './situation.ts';
import type { RuleId } from './vocabulary.ts';

export interface AgendaItem {
  readonly id: RuleId;
  readonly words: string;
  /** Practice Standards only: the decision waits for the first stage, the plan for a decision to start an enquiry. */
  readonly stage: AgendaStage | null;
  /** Only taken if a section 47 enquiry starts. */
  readonly onlyIfS47: boolean;
  /** What is known makes this more than routine. */
  readonly prompted: boolean;
  /** The item's own id, then other rules it is there to satisfy. */
  readonly rules: readonly RuleId[];
}

const isRaised = (rule: Rule, facts: FactSet): boolean => 'when' in rule && holds(rule.when, facts);

/** Every item needs an entry, or `not applicable` with a reason, before the discussion closes. */
export function agenda(practice: Practice, situation: Situation): readonly AgendaItem[] {
  const facts = factsOf(practice, situation);
  const raised = new Set(practice.rules.filter((rule) => isRaised(rule, facts)).map(({ id }) => id));
  return rulesOfKind(practice, 'agenda').map((rule) => ({
    id: rule.id,
    words: rule.text,
    stage: rule.stage ?? null,
    onlyIfS47: rule.onlyIfS47 ?? false,
    prompted: [rule.id, ...(rule.covers ?? [])].some((id) => raised.has(id)),
    rules: [rule.id, ...(rule.covers ?? [])],
  }));
}
