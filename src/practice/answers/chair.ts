/** Who may chair (CH-*). */
import { isChildrensSocialCare } from '../language/roles.ts';
import type { RuleOf } from '../language/rule.ts';
import type { Rank, RuleId } from '../language/vocabulary.ts';
import type { ChairCandidate } from '../matter.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import { reasonsForComplex, type Reading } from './reading.ts';

export type ChairEligibility =
  | { readonly eligible: true; readonly rule: RuleId; readonly caution?: 'notPreferredRank' }
  | {
      readonly eligible: false;
      readonly rule: RuleId;
      /** The ranks that may chair, the usual one first; null where the rule asks for an agency instead. */
      readonly ranksAllowed: readonly Rank[] | null;
    };

/** CH-6 covers meetings that are complex only for its own reasons; any other reason brings the stricter rule back. */
const coversReasons = ({ practice, facts }: Reading, { onlyFor }: RuleOf<'chair'>): boolean => {
  if (onlyFor === undefined) return true;
  const present = reasonsForComplex(practice).filter((reason) => facts.has(reason));
  return present.length > 0 && present.every((reason) => onlyFor.includes(reason));
};

/** The rule that says who chairs this meeting. */
export const chairRule = (reading: Reading): RuleOf<'chair'> => {
  const { practice, meetingType } = reading;
  const fitting = rulesOfKind(practice, 'chair').filter(
    (rule) => (rule.meetingType ?? meetingType) === meetingType && coversReasons(reading, rule),
  );
  const rule = fitting.find((candidate) => candidate.onlyFor !== undefined) ?? fitting[0];
  if (rule === undefined)
    throw new RangeError(`${practice.standard.key} has no chair rule for ${meetingType} meetings`);
  return rule;
};

/** The ranks that may chair under a chair rule, the usual one first; null where the rule asks for an agency instead. */
export const ranksThatMayChair = (practice: Practice, rule: RuleOf<'chair'>): readonly Rank[] | null => {
  const { otherwise } = rule;
  const stated = otherwise && practice.readings[otherwise.reading] === otherwise.choice ? otherwise.ranks : rule.ranks;
  return stated === null ? null : [...stated, ...(rule.seniorRanks ?? [])];
};

/** Whether this person may chair the meeting; if not, by which rule and which ranks may. */
export const chairEligible = (reading: Reading, candidate: ChairCandidate): ChairEligibility => {
  const rule = chairRule(reading);
  const ranksAllowed = ranksThatMayChair(reading.practice, rule);
  if (ranksAllowed === null) {
    return isChildrensSocialCare(candidate.role)
      ? { eligible: true, rule: rule.id }
      : { eligible: false, rule: rule.id, ranksAllowed: null };
  }
  if (!candidate.rank || !ranksAllowed.includes(candidate.rank))
    return { eligible: false, rule: rule.id, ranksAllowed };
  const otherPreferred = rule.preferred !== undefined && !rule.preferred.includes(candidate.rank);
  return { eligible: true, rule: rule.id, ...(otherPreferred ? { caution: 'notPreferredRank' as const } : {}) };
};
