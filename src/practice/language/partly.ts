/** What of a faulty file can be read, so that its references are checked too, and a council is told everything at once. */
import type { z } from 'zod';
import { ruleSchema, type Rule, type RuleKind } from './rule.ts';
import { standardFile, standardOf, type Standard, type StandardFile } from './standard.ts';
import { isRuleId } from './vocabulary.ts';

export interface PartlyRead {
  readonly standard: Standard;
  /** Kinds of which there are rules that could not be read: what they would have brought is not missing. */
  readonly unread: ReadonlySet<RuleKind | 'unknown'>;
}

const once = { jitless: true };

/** Rules stand at their places: one that cannot be read is there with its id, and says nothing. */
export const partlyRead = (data: unknown): PartlyRead | null => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const given = data as Readonly<Record<string, unknown>>;
  if (!Array.isArray(given['rules'])) return null;
  const rules = given['rules'].map((raw: unknown) => ({ raw, read: ruleSchema.safeParse(raw, once) }));
  const file = {
    ...fallback,
    ...Object.fromEntries(
      Object.entries(standardFile.shape).flatMap(([name, schema]) => read(name, schema, given[name])),
    ),
    facts: named(given['facts'], (words) => ({ group: 'circumstances', of: 'child', words })),
    roles: named(given['roles'], (words) => words),
    rules: rules.map(({ raw, read: rule }, i) => (rule.success ? rule.data : silent(raw, i))),
  } as StandardFile;
  const kinds = rules.filter(({ read: rule }) => !rule.success).map(({ raw }) => kindOf(raw));
  return { standard: standardOf(file), unread: new Set(kinds) };
};

/** Whatever is said of them, they are there by name: a slip in one of them is no fault of the rules that name it. */
const named = <T>(value: unknown, of: (name: string) => T): Readonly<Record<string, T>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.keys(value).map((name) => [name, of(name)]))
    : {};

const fallback = { standard: 'unread', title: 'unread', version: 'unread', source: 'unread' };

const read = (name: string, schema: z.ZodType, value: unknown): readonly (readonly [string, unknown])[] => {
  if (name === 'rules' || value === undefined) return [];
  const found = schema.safeParse(value, once);
  return found.success ? [[name, found.data]] : [];
};

const silent = (raw: unknown, i: number): Omit<Rule, 'source'> => {
  const id = fieldOf(raw, 'id');
  const known = typeof id === 'string' && isRuleId(id) ? id : (`UNREAD-${i}` as const);
  return { id: known, kind: 'information', text: '', heading: '', strength: 'info', bot: ['inform'] };
};

const kindOf = (raw: unknown): RuleKind | 'unknown' => {
  const kind = fieldOf(raw, 'kind');
  const known = ruleSchema.options.map((option) => option.shape.kind.value);
  return known.find((each) => each === kind) ?? 'unknown';
};

const fieldOf = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>)[name] : undefined;
