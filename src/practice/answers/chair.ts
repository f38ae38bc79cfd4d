/** Who may chair (CH-*), and when a meeting is complex. */
import { rulesOfKind, type Practice } from '../practice.ts';
import { isChildrensSocialCare } from '../language/roles.ts';
import type { RuleOf } from '../language/rule.ts';
import { listedFacts, type FactSet } from './situation.ts';
import type { FactName } from '../language/factNames.ts';
import type { MeetingType, Rank, RuleId } from '../language/vocabulary.ts';

export interface ChairCandidate {
  readonly role: string;
  readonly rank?: Rank | null | undefined;
}

/** What a meeting is about, as far as its chair and seats depend on it. */
export interface MeetingMatter {
  /** What the convenor says; facts that make a meeting complex outweigh `ordinary`. */
  readonly meetingType?: MeetingType | undefined;
  readonly circumstances?: readonly FactName[] | undefined;
  readonly concerns?: readonly FactName[] | undefined;
  readonly complexReasons?: readonly FactName[] | undefined;
}

export type ChairEligibility =
  | { readonly eligible: true; readonly rule: RuleId; readonly caution?: 'notPreferredRank' }
  | {
      readonly eligible: false;
      readonly rule: RuleId;
      /** The ranks that may chair, the usual one first; null where the rule asks for an agency instead. */
      readonly ranksAllowed: readonly Rank[] | null;
    };

/** Whether the standard treats the meeting as complex: because it is said to be, or because of what is alleged. */
export function meetingType(practice: Practice, matter: MeetingMatter): MeetingType {
  const facts = listedFacts(matter);
  if (matter.meetingType === 'complex' || facts.has('complex')) return 'complex';
  return reasonsForComplex(practice).some((reason) => facts.has(reason)) ? 'complex' : 'ordinary';
}

/** CH-5 and CH-6: each standard's list, in its order. */
const reasonsForComplex = (practice: Practice): readonly FactName[] => [
  ...rulesOfKind(practice, 'complexMeeting').flatMap((rule) => rule.reasons),
  ...rulesOfKind(practice, 'chair').flatMap((rule) => rule.onlyFor ?? []),
];

/** CH-6 covers meetings that are complex only for its own reasons; any other reason brings the stricter rule back. */
const coversReasons = (rule: RuleOf<'chair'>, practice: Practice, facts: FactSet): boolean => {
  if (rule.onlyFor === undefined) return true;
  const present = reasonsForComplex(practice).filter((reason) => facts.has(reason));
  return present.length > 0 && present.every((reason) => rule.onlyFor?.includes(reason));
};

/** The rule that says who chairs this meeting. */
export function chairRule(practice: Practice, matter: MeetingMatter): RuleOf<'chair'> {
  const type = meetingType(practice, matter);
  const facts = listedFacts(matter);
  const fitting = rulesOfKind(practice, 'chair').filter(
    (rule) => (rule.meetingType ?? type) === type && coversReasons(rule, practice, facts),
  );
  const rule = fitting.find((candidate) => candidate.onlyFor !== undefined) ?? fitting[0];
  if (rule === undefined) throw new RangeError(`${practice.standard.key} has no chair rule for ${type} meetings`);
  return rule;
}

/** The ranks that may chair under a chair rule, the usual one first; null where the rule asks for an agency instead. */
export const ranksThatMayChair = (practice: Practice, rule: RuleOf<'chair'>): readonly Rank[] | null => {
  const { otherwise } = rule;
  const stated = otherwise && practice.readings[otherwise.reading] === otherwise.choice ? otherwise.ranks : rule.ranks;
  return stated === null ? null : [...stated, ...(rule.seniorRanks ?? [])];
};

/** Whether this person may chair the meeting; if not, by which rule and which ranks may. */
export function chairEligible(practice: Practice, candidate: ChairCandidate, matter: MeetingMatter): ChairEligibility {
  const rule = chairRule(practice, matter);
  const ranksAllowed = ranksThatMayChair(practice, rule);
  if (ranksAllowed === null) {
    return isChildrensSocialCare(candidate.role)
      ? { eligible: true, rule: rule.id }
      : { eligible: false, rule: rule.id, ranksAllowed: null };
  }
  if (!candidate.rank || !ranksAllowed.includes(candidate.rank))
    return { eligible: false, rule: rule.id, ranksAllowed };
  const otherPreferred = rule.preferred !== undefined && !rule.preferred.includes(candidate.rank);
  return { eligible: true, rule: rule.id, ...(otherPreferred ? { caution: 'notPreferredRank' as const } : {}) };
}
