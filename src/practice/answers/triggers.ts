/** When a discussion is called for (C-*). That a case is open, or was assessed lately, is never a bar. */
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Strength } from '../language/rule.ts';
import type { Reading } from './reading.ts';
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

/** Every rule that calls for a discussion here, in the order of the standard. */
export const triggers = ({ practice, holds }: Reading): readonly Trigger[] =>
  rulesOfKind(practice, 'trigger')
    .filter((rule) => holds(rule.when))
    .map((rule) => ({
      rule: rule.id,
      words: rule.text,
      strength: rule.strength,
      requires: rule.requires ?? null,
      conferenceFor: rule.conferenceFor ?? [],
      guidance: rule.guidance ?? null,
    }));

/** The rules under which a referral may not be closed without a discussion (C-1, C-7, C-8...). */
export const discussionRequired = (reading: Reading): readonly RuleId[] =>
  triggers(reading)
    .filter(({ strength }) => strength === 'must')
    .map(({ rule }) => rule);

/** The rule that does not accept this as a reason for not convening, or null (C-2, C-7). */
export const notABar = (practice: Practice, reason: 'caseAlreadyOpen' | 'recentlyAssessed'): RuleId | null =>
  rulesOfKind(practice, 'trigger').find(({ noBar }) => noBar === reason)?.id ?? null;
