/** What is to be done or said at each moment of a discussion, by whom or to whom, and where disagreement goes. */
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Moment, Strength } from '../language/rule.ts';
import { holds, type FactSet } from './situation.ts';
import type { RuleId } from '../language/vocabulary.ts';

export interface Duty {
  readonly rule: RuleId;
  readonly words: string;
  readonly strength: Strength;
  /** Role of whoever does it, where the rule says. */
  readonly by: string | null;
  /** Its parts, where it has several. */
  readonly tasks: readonly string[];
}

/** What is to be done at a moment in these circumstances. */
export const duties = (practice: Practice, at: Moment, facts: FactSet): readonly Duty[] =>
  rulesOfKind(practice, 'duty')
    .filter((rule) => rule.at === at && holds(rule.when, facts))
    .map(({ id, text, strength, by, tasks }) => ({
      rule: id,
      words: text,
      strength,
      by: by ?? null,
      tasks: tasks ?? [],
    }));

export interface OwedNotice {
  readonly rule: RuleId;
  readonly words: string;
  /** Role or body to be told. */
  readonly to: string;
  readonly how: 'immediately' | 'asap' | 'verbally' | 'withTheOutcome';
}

/** Who is to be told at a moment in these circumstances, apart from notices with a time limit (see deadlines). */
export const noticesOwed = (practice: Practice, at: Moment, facts: FactSet): readonly OwedNotice[] =>
  rulesOfKind(practice, 'notice')
    .filter((rule) => rule.at === at && holds(rule.when, facts))
    .map(({ id, text, to, how }) => ({ rule: id, words: text, to, how }));

export interface Escalation {
  readonly rule: RuleId;
  readonly words: string;
  readonly steps: readonly string[];
}

/** Where a disagreement goes, step by step, or null if the standard does not say (D-1, D-2). It is never a veto. */
export const escalation = (practice: Practice, of: 'agencyDissent' | 'referrerDisagrees'): Escalation | null => {
  const rule = rulesOfKind(practice, 'escalation').find((candidate) => candidate.of === of);
  return rule === undefined ? null : { rule: rule.id, words: rule.text, steps: rule.steps };
};
