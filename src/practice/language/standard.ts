/**
 * A practice standard as data: one procedure, every rule with its id, sentence and source. A local standard extends
 * the statutory baseline, whose rules apply unless the local one has its own rule of that id or replaces it.
 */
import type { Rule } from './rule.ts';
import type { RuleId, StandardKey } from './vocabulary.ts';

export interface Standard {
  readonly key: StandardKey;
  readonly title: string;
  /** Stamped on every discussion: an old record is read under the rules of its day. */
  readonly version: string;
  readonly source: string;
  readonly extends: 'working-together-2023' | null;
  /** Baseline rules this procedure answers with its own. */
  readonly replaces: readonly RuleId[];
  readonly rules: readonly Rule[];
}

/** The local rules, then those of the baseline that still apply. */
export const rulesInForce = (standard: Standard, baseline: Standard): readonly Rule[] => {
  if (standard.extends === null) return standard.rules;
  const answered = new Set([...standard.replaces, ...standard.rules.map((rule) => rule.id)]);
  return [...standard.rules, ...baseline.rules.filter((rule) => !answered.has(rule.id))];
};
