/**
 * A practice standard as a file: one procedure, every rule with its id, sentence and heading. A local standard extends
 * the statutory baseline, whose rules apply unless the local one has its own rule of that id or replaces it.
 */
import { z } from 'zod';
import { commonFacts, factGroups, type FactData, type FactName, type RuleFact } from './commonFacts.ts';
import { facts, listOf, name, ruleId, words } from './parts.ts';
import { ruleSchema, type Rule } from './rule.ts';
import { baselineKey, type RuleId, type StandardKey } from './vocabulary.ts';

const ownFact = z.strictObject({
  /** The list of the convene form it stands in. */
  group: z.enum(factGroups, `must be one of ${factGroups.join(', ')}`),
  /** Said of one child or of several, or once of the discussion. */
  of: z.enum(['child', 'discussion'], 'must be child or discussion'),
  words,
});

/** Where any of `from` is true, `fact` is true as well. */
const implication = z
  .strictObject({
    fact: name.transform((text) => text as FactName),
    from: facts,
    /** The rule that says so. */
    rule: ruleId,
    /** A manager may set it aside for one case, with a reason. */
    setAside: z.literal(true).optional(),
  })
  .readonly();
export type Implication = z.output<typeof implication>;

export const standardFile = z.strictObject({
  standard: z
    .string('must be a key')
    .regex(/^[a-z][a-z0-9-]{1,40}$/, 'must be a key: lower-case letters, digits and hyphens, such as my-council'),
  title: words,
  version: words,
  /** The document the procedure stands in. */
  source: words,
  extends: z.literal(baselineKey, `can only be ${baselineKey}`).optional(),
  /** Rules of the baseline this procedure answers with its own. */
  replaces: listOf(ruleId).optional(),
  /** How this authority reads what the sources leave open, by rule. */
  readings: z.record(z.string(), z.string()).optional(),
  facts: z.record(name, ownFact).optional(),
  /** Roles no other standard names, with their words. */
  roles: z.record(name, words).optional(),
  implies: listOf(implication).optional(),
  rules: z.array(ruleSchema, 'must be a list of rules').min(1, 'must have rules').readonly(),
});
export type StandardFile = z.output<typeof standardFile>;

export interface Standard {
  readonly key: StandardKey;
  readonly title: string;
  /** Stamped on every discussion: an old record is read under the rules of its day. */
  readonly version: string;
  readonly source: string;
  readonly extends: typeof baselineKey | null;
  readonly replaces: readonly RuleId[];
  readonly readings: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, FactData>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly implies: readonly Implication[];
  readonly rules: readonly Rule[];
}

export const standardOf = (file: StandardFile): Standard => ({
  key: file.standard,
  title: file.title,
  version: file.version,
  source: file.source,
  extends: file.extends ?? null,
  replaces: file.replaces ?? [],
  readings: file.readings ?? {},
  facts: file.facts ?? {},
  roles: file.roles ?? {},
  implies: file.implies ?? [],
  rules: file.rules.map((rule) => ({
    ...rule,
    source: { document: rule.document ?? file.source, heading: rule.heading },
  })),
});

/** The local rules, then those of the baseline that still apply. */
export const rulesInForce = (standard: Standard, baseline: Standard): readonly Rule[] => {
  if (standard.extends === null) return standard.rules;
  const answered = new Set([...standard.replaces, ...standard.rules.map((rule) => rule.id)]);
  return [...standard.rules, ...baseline.rules.filter((rule) => !answered.has(rule.id))];
};

/** The facts a standard knows: the common ones, then its own. */
export const factsKnown = (standard: Pick<Standard, 'facts'>): Readonly<Record<string, FactData>> => ({
  ...commonFacts,
  ...standard.facts,
});

/** All that follows from what was said, whatever is set aside left out. A fact may imply one that implies another. */
export const withImplied = (
  implies: readonly Implication[],
  said: ReadonlySet<RuleFact>,
  setAside: ReadonlySet<string>,
): ReadonlySet<RuleFact> => {
  const all = new Set(said);
  for (let before = -1; before < all.size;) {
    before = all.size;
    for (const { fact, from, setAside: mayBeSetAside } of implies) {
      const isSetAside = mayBeSetAside === true && setAside.has(fact);
      if (!isSetAside && from.some((name) => all.has(name))) all.add(fact);
    }
  }
  return all;
};
