/** Every value inside a rule, with the keys that lead to it: what a rule refers to is found wherever it stands. */
import type { RuleFact } from './commonFacts.ts';
import type { Rule } from './rule.ts';

export interface Place {
  readonly path: readonly PropertyKey[];
  readonly key: PropertyKey;
  readonly value: unknown;
}

/** The places under `path` that are wanted. One path is built up and down again: a standard has ten thousand values. */
export const placesIn = (
  value: unknown,
  path: readonly PropertyKey[],
  isWanted: (key: PropertyKey, above: PropertyKey | undefined) => boolean,
): readonly Place[] => {
  const found: Place[] = [];
  const at = [...path];
  const enter = (key: PropertyKey, inside: unknown): void => {
    const above = at.at(-1);
    at.push(key);
    if (isWanted(key, above)) found.push({ path: [...at], key, value: inside });
    visit(inside);
    at.pop();
  };
  const visit = (inside: unknown): void => {
    if (typeof inside !== 'object' || inside === null) return;
    if (Array.isArray(inside)) inside.forEach((each, i) => enter(i, each));
    else for (const key in inside) enter(key, (inside as Readonly<Record<string, unknown>>)[key]);
  };
  visit(value);
  return found;
};

/** The names at a place that holds one, or a list of them. */
export const namesAt = ({ path, value }: Place): readonly { path: readonly PropertyKey[]; name: string }[] => {
  if (typeof value === 'string') return [{ path, name: value }];
  return Array.isArray(value) ? value.map((name, i) => ({ path: [...path, i], name: String(name) })) : [];
};

const factLists: readonly PropertyKey[] = ['anyOf', 'allOf', 'noneOf', 'onlyFor', 'reasons', 'concern', 'exempts'];

/** A place where a rule names a fact. Fields have an `onlyIf` too, which names another field. */
export const namesFacts = (key: PropertyKey, above: PropertyKey | undefined): boolean =>
  factLists.includes(key) || (above === 'onlyIf' && key !== 'field' && key !== 'is');

const named = new WeakMap<Rule, ReadonlySet<RuleFact>>();

/** The facts a rule turns on. */
export const factsNamedBy = (rule: Rule): ReadonlySet<RuleFact> => {
  const known =
    named.get(rule) ??
    new Set(
      placesIn(rule, [], namesFacts)
        .flatMap(namesAt)
        .map(({ name }) => name as RuleFact),
    );
  named.set(rule, known);
  return known;
};
