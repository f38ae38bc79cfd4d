import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { RuleId } from '../practice/language/vocabulary.ts';
import type { Practice } from '../practice/practice.ts';
import { cite } from './citation.ts';

export interface Cited {
  readonly words: string;
  readonly rule: RuleId;
}

/** What a rule says of a case, with its id: whoever reads it can look it up. */
export const citedRule = ({ words, rule }: Cited): string => `${words} ${cite(rule)}`;

/** A rule in the words of the standard, with its id; null for none, or one that the standard does not have. */
export const ruleInFull = (d: Discussion, practice: Practice, rule: RuleId | null): string | null => {
  if (rule === null) return null;
  const words = assessed(d, practice).ruleWords(rule);
  return words === null ? null : citedRule({ words, rule });
};
