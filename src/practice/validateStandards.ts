/** Checks the standards themselves when the product starts: data that refers to nothing must not reach a meeting. */
import { z } from 'zod';
import { isRuleFact } from './language/factNames.ts';
import { standards } from './practice.ts';
import { factsNamedBy } from './answers/questions.ts';
import { readings, type ReadingName } from './language/readings.ts';
import type { Rule } from './language/rule.ts';
import { rulesInForce, type Standard } from './language/standard.ts';
import { isRuleId, standardKeys, type RuleId } from './language/vocabulary.ts';

const sentence = z.string().trim().min(1, 'is blank');

const ruleSchema = z.looseObject({
  id: z.custom<RuleId>(isRuleId, 'is not a rule id'),
  text: sentence,
  source: z.object({ document: sentence, heading: sentence }),
  bot: z.array(z.string()).min(1, 'says nothing of what the bot does'),
});

const standardSchema = z.looseObject({
  key: z.enum(standardKeys),
  title: sentence,
  version: sentence,
  source: sentence,
  rules: z.array(ruleSchema).min(1, 'has no rules'),
});

const shapeFaults = (standard: Standard): readonly string[] =>
  (standardSchema.safeParse(standard).error?.issues ?? []).map(({ path, message }) => {
    const rule = path[0] === 'rules' && typeof path[1] === 'number' ? standard.rules[path[1]] : undefined;
    const field = (rule === undefined ? path : path.slice(2)).join('.');
    return `${standard.key}: ${rule === undefined ? '' : `${rule.id}: `}${field} ${message}`;
  });

const repeats = (ids: readonly RuleId[]): readonly RuleId[] => ids.filter((id, i) => ids.indexOf(id) !== i);

/** Ids of rules another rule names. */
const references = (rule: Rule): readonly RuleId[] => {
  if (rule.kind === 'agenda') return rule.covers ?? [];
  if (rule.kind !== 'timescale') return [];
  return [...(rule.replaces ?? []), ...(rule.otherwise ?? []).flatMap(({ replaces }) => replaces ?? [])];
};

interface Choice {
  readonly reading: ReadingName;
  readonly choice: string;
}

/** Every reading, and choice of it, that a rule hangs on: found wherever it stands in the data. */
const choicesNamed = (value: unknown): readonly Choice[] => {
  if (Array.isArray(value)) return value.flatMap(choicesNamed);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(choicesNamed);
  const { reading, choice, is } = value as { reading?: ReadingName; choice?: string; is?: string };
  return reading === undefined ? inside : [{ reading, choice: choice ?? is ?? '' }, ...inside];
};

const isChoice = ({ reading, choice }: Choice): boolean =>
  Object.hasOwn(readings, reading) && Object.hasOwn(readings[reading].choices, choice);

const ruleFaults = (rule: Rule, known: ReadonlySet<RuleId>): readonly string[] => [
  ...references(rule)
    .filter((id) => !known.has(id))
    .map((id) => `${rule.id} refers to ${id}, which is no rule here`),
  ...choicesNamed(rule)
    .filter((named) => !isChoice(named))
    .map(({ reading, choice }) => `${rule.id} hangs on ${reading} = ${choice}, which is no reading`),
  ...[...factsNamedBy(rule)]
    .map(String)
    .filter((name) => !isRuleFact(name))
    .map((name) => `${rule.id} turns on ${name}, which is no fact`),
];

/** The faults found in the standards, one sentence each; empty when they are sound. */
export function validateStandards(given: readonly Standard[] = Object.values(standards)): readonly string[] {
  const baseline = standards['working-together-2023'];
  const baselineIds = new Set(baseline.rules.map(({ id }) => id));
  return given.flatMap((standard) => {
    const ids = standard.rules.map(({ id }) => id);
    const known = new Set(rulesInForce(standard, baseline).map(({ id }) => id));
    return [
      ...shapeFaults(standard),
      ...repeats(ids).map((id) => `${standard.key}: ${id} appears twice`),
      ...standard.replaces
        .filter((id) => !baselineIds.has(id))
        .map((id) => `${standard.key}: replaces ${id}, which the baseline does not have`),
      ...standard.rules.flatMap((rule) => ruleFaults(rule, known)).map((fault) => `${standard.key}: ${fault}`),
    ];
  });
}
