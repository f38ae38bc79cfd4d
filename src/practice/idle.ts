/**
 * What is sound and yet idle: rules that can never apply, facts nobody can enter. A council that writes its procedure
 * would otherwise find out when a discussion it counted on never comes to pass.
 */
import { outcomesOf } from './answers/outcomeRules.ts';
import { enterable, meetingTypesPossible, turnedOn } from './enterable.ts';
import type { RuleFact } from './language/commonFacts.ts';
import type { When } from './language/parts.ts';
import { placesIn } from './language/places.ts';
import type { Rule } from './language/rule.ts';
import type { Unsound } from './language/soundness.ts';
import { withImplied, type Implication } from './language/standard.ts';
import type { Practice } from './practice.ts';

/** Of the standard's own rules, those that can never apply, and parts of them. */
export const idleRules = (practice: Practice): readonly Unsound[] => {
  const { standard, rules, implies } = practice;
  const possible = enterable(practice);
  return standard.rules.flatMap((rule, i) => {
    const path = ['rules', i];
    return [
      ...placesIn(rule, path, isCondition).flatMap(({ path: at, value }) => {
        const why = neverHolds(value as When, possible, implies);
        return why === null ? [] : [{ path: at, words: `This never holds: ${why}` }];
      }),
      ...impossibleTypes(rule, path, meetingTypesPossible(possible)),
      ...shadowed(practice, rule, path),
      ...replacedAlways(rules, rule, path),
    ];
  });
};

const conditions: readonly PropertyKey[] = ['when', 'phoneOnlyIf', 'unless', 'considerWhen', 'neverBlocksIf'];
const isCondition = (key: PropertyKey, above: PropertyKey | undefined): boolean =>
  conditions.includes(key) || above === 'meetingRequiredIf';

/** Why a condition can never hold, as the end of a sentence; null where it can. */
const neverHolds = (
  { anyOf, allOf, noneOf }: When,
  possible: ReadonlySet<RuleFact>,
  implies: readonly Implication[],
): string | null => {
  const missing = allOf?.find((fact) => !possible.has(fact));
  if (missing !== undefined) return `nothing asks for “${missing}”, and nothing implies it.`;
  if (anyOf?.every((fact) => !possible.has(fact)) === true) {
    return `nothing asks for ${quoted(anyOf)}, and nothing implies any of them.`;
  }
  const certain = implies.filter(({ setAside }) => setAside !== true);
  const follows = withImplied(certain, new Set(allOf ?? []), new Set());
  const both = noneOf?.find((fact) => follows.has(fact));
  if (both !== undefined) return `“${both}” has to be true and untrue.`;
  if (anyOf?.every((fact) => noneOf?.includes(fact)) === true) return `“noneOf” has every fact of “anyOf”.`;
  const apart = opposites.find((pair) => pair.every((fact) => follows.has(fact)));
  return apart === undefined ? null : `“${apart[0]}” and “${apart[1]}” are never true together.`;
};

const opposites: readonly (readonly [RuleFact, RuleFact])[] = [
  ['s47Yes', 's47No'],
  ['unborn', 'nearly18'],
  ['underSchoolAge', 'nearly18'],
];

const quoted = (facts: readonly RuleFact[]): string => facts.map((fact) => `“${fact}”`).join(' or ');

const impossibleTypes = (rule: Rule, path: readonly PropertyKey[], types: readonly string[]): readonly Unsound[] =>
  placesIn(rule, path, (key) => key === 'meetingType').flatMap(({ path: at, value }) =>
    types.includes(String(value)) ? [] : [{ path: at, words: `No rule makes a meeting ${String(value)}.` }],
  );

/** An outcome two rules offer is taken as the first of them has it. */
const shadowed = (practice: Practice, rule: Rule, path: readonly PropertyKey[]): readonly Unsound[] => {
  if (rule.kind !== 'outcome' && rule.kind !== 'outcomeBar') return [];
  if (!practice.rules.includes(rule)) return [];
  return (rule.outcomes ?? []).flatMap(({ code }, i) => {
    const first = outcomesOf(practice).find(({ data }) => data.code === code);
    return first === undefined || first.rule === rule.id
      ? []
      : [{ path: [...path, 'outcomes', i], words: `${first.rule} offers “${code}” already, and that one stands.` }];
  });
};

/** A limit that another rule, which always applies, takes the place of. */
const replacedAlways = (rules: readonly Rule[], rule: Rule, path: readonly PropertyKey[]): readonly Unsound[] => {
  const by = rules.find(
    (other) => other.kind === 'timescale' && other.when === undefined && other.replaces?.includes(rule.id) === true,
  );
  return by === undefined ? [] : [{ path, words: `${by.id} always takes the place of ${rule.id}.` }];
};

/** Facts that rules turn on and nobody can enter, and facts of the standard that no rule turns on, so no form asks. */
export const factsNobodyCanEnter = (practice: Practice): readonly Unsound[] => {
  const { standard, implies } = practice;
  const possible = enterable(practice);
  const used = new Set<string>([...turnedOn(practice), ...implies.flatMap(({ from }) => [...from])]);
  return [
    ...[...turnedOn({ rules: standard.rules })]
      .filter((fact) => !possible.has(fact))
      .map((fact) => ({ path: ['rules'], words: `Rules turn on “${fact}”, and no form asks for it.` })),
    ...Object.keys(standard.facts)
      .filter((fact) => !used.has(fact))
      .map((fact) => ({ path: ['facts', fact], words: `No rule turns on “${fact}”, so no form asks for it.` })),
    ...standard.implies.flatMap(({ fact }, i) =>
      used.has(fact) ? [] : [{ path: ['implies', i, 'fact'], words: `No rule turns on “${fact}”.` }],
    ),
  ];
};
