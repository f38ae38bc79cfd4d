/** What is to be done or said at each moment of a discussion, by whom or to whom, and where disagreement goes. */
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Moment, RuleOf, Strength } from '../language/rule.ts';
import type { FactSet, Reading } from './reading.ts';
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
export const duties = ({ practice, holds }: Reading, at: Moment): readonly Duty[] =>
  rulesOfKind(practice, 'duty')
    .filter((rule) => rule.at === at && holds(rule.when))
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
export const noticesOwed = (reading: Reading, at: Moment): readonly OwedNotice[] => [
  ...rulesOfKind(reading.practice, 'notice')
    .filter((rule) => rule.at === at && reading.holds(rule.when))
    .map(({ id, text, to, how }) => ({ rule: id, words: text, to, how })),
  ...(at === 'convening' ? toldBesides(reading) : []),
];

/** I-22: those who are told that there is a discussion, apart from being invited. */
const toldBesides = ({ practice, facts, holds }: Reading): readonly OwedNotice[] =>
  rulesOfKind(practice, 'invitee')
    .filter((rule) => rule.tell !== undefined && holds(rule.when))
    .flatMap((rule) =>
      rolesHolding(rule, facts).map((to) => ({ rule: rule.id, words: rule.text, to, how: 'asap' as const })),
    );

/** The roles of a rule, but for those whose own fact does not hold. */
export const rolesHolding = (rule: RuleOf<'invitee'>, facts: FactSet): readonly string[] =>
  rule.roles.filter((role) => {
    const involved = rule.onlyIf?.[role];
    return involved === undefined || facts.has(involved);
  });

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
