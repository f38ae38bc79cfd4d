/** When a discussion is called for (C-*). That a case is open, or was assessed lately, is never a bar. */
import type { Situation } from '../language/facts.ts';
import { factsOf } from './matter.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Strength } from '../language/rule.ts';
import { holds, type FactSet } from './situation.ts';
import type { RuleId } from '../language/vocabulary.ts';

export interface Trigger {
  readonly rule: RuleId;
  readonly words: string;
  readonly strength: Strength;
  /** What it must lead to, where the rule says. */
  readonly requires: 's47' | 'meeting' | null;
  /** Children for whom a conference is expected (C-18). */
  readonly conferenceFor: readonly string[];
  /** Further guidance to follow (C-19). */
  readonly guidance: string | null;
}

/** Every rule that calls for a discussion where these facts hold, in the order of the standard. */
export function triggers(practice: Practice, facts: FactSet): readonly Trigger[] {
  return rulesOfKind(practice, 'trigger')
    .filter((rule) => holds(rule.when, facts))
    .map((rule) => ({
      rule: rule.id,
      words: rule.text,
      strength: rule.strength,
      requires: rule.requires ?? null,
      conferenceFor: rule.conferenceFor ?? [],
      guidance: rule.guidance ?? null,
    }));
}

/** The rules under which a referral may not be closed without a discussion (C-1, C-7, C-8...). */
export const discussionRequired = (practice: Practice, situation: Situation): readonly RuleId[] =>
  triggers(practice, factsOf(practice, situation))
    .filter(({ strength }) => strength === 'must')
    .map(({ rule }) => rule);

/** The rule that does not accept this as a reason for not convening, or null (C-2, C-7). */
export const notABar = (practice: Practice, reason: 'caseAlreadyOpen' | 'recentlyAssessed'): RuleId | null =>
  rulesOfKind(practice, 'trigger').find(({ noBar }) => noBar === reason)?.id ?? null;
