/** What is different between two standards, rule by rule. */
import type { Rule } from './language/rule.ts';
import type { Standard } from './language/standard.ts';
import type { RuleId } from './language/vocabulary.ts';

/** One value that differs, by the names that lead to it; undefined where there is none on that side. */
export interface Change {
  readonly at: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

export interface Difference {
  /** Title, source, readings, facts, roles, what follows from what. */
  readonly head: readonly Change[];
  readonly added: readonly Rule[];
  readonly gone: readonly Rule[];
  readonly changed: readonly { readonly rule: RuleId; readonly changes: readonly Change[] }[];
}

export const differenceBetween = (before: Standard, after: Standard): Difference => {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const now = new Set(after.rules.map(({ id }) => id));
  return {
    head: changesIn(headOf(before), headOf(after), []),
    added: after.rules.filter(({ id }) => !old.has(id)),
    gone: before.rules.filter(({ id }) => !now.has(id)),
    changed: after.rules.flatMap((rule) => {
      const was = old.get(rule.id);
      const changes = was === undefined ? [] : changesIn(ownOf(was), ownOf(rule), []);
      return changes.length === 0 ? [] : [{ rule: rule.id, changes }];
    }),
  };
};

/** The source repeats the heading, and the document of the whole standard. */
const ownOf = ({ source: _, ...own }: Rule): object => own;

const headOf = ({ title, source, replaces, readings, facts, roles, implies }: Standard): object => ({
  title,
  source,
  replaces,
  readings,
  facts,
  roles,
  implies,
});

const changesIn = (before: unknown, after: unknown, at: readonly string[]): readonly Change[] => {
  if (isList(before) && isList(after) && !isPlain(before) && !isPlain(after)) {
    return changesIn(byName(before), byName(after), at);
  }
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesIn(before[key], after[key], [...at, key]));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ at, before, after }];
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A list of names or numbers is compared as one. */
const isPlain = (list: readonly unknown[]): boolean => list.every((item) => typeof item !== 'object');

/** Things in a list are the same where they have the same name, wherever they stand; without one, where they stand. */
const byName = (list: readonly unknown[]): Readonly<Record<string, unknown>> => {
  const named = new Map<string, unknown>();
  list.forEach((item, i) => {
    const name = nameOf(item) ?? String(i + 1);
    named.set(named.has(name) ? `${name} (${i + 1})` : name, item);
  });
  return Object.fromEntries(named);
};

const nameOf = (item: unknown): string | undefined => {
  if (!isObject(item)) return undefined;
  const found = ['name', 'seat', 'code', 'value', 'fact']
    .map((key) => item[key])
    .find((name) => typeof name === 'string');
  return typeof found === 'string' ? found : undefined;
};
