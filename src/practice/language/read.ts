/**
 * Reads the text of a standard. What is wrong is said as a council's editor would want it: where in the file, in which
 * rule, what was found and what may stand there; all of it at once, not the first fault only.
 */
import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { partlyRead } from './partly.ts';
import { soundnessFaults } from './soundness.ts';
import { standardFile, standardOf, type Standard, type StandardFile } from './standard.ts';

/** A place in the text by the keys that lead to it, and what is wrong there. */
export interface StandardFault {
  readonly path: readonly PropertyKey[];
  /** Known only where the text could not even be read as YAML. Both count from 1. */
  readonly at: { readonly line: number; readonly column: number } | null;
  readonly rule: string | null;
  readonly words: string;
}

export type StandardRead =
  | { readonly ok: true; readonly standard: Standard }
  | { readonly ok: false; readonly faults: readonly StandardFault[] };

/** What a text says was found to have the shape of a standard: whether it is sound, its baseline says. */
export const soundStandard = (file: StandardFile, baseline: Standard | null): StandardRead => {
  const standard = standardOf(file);
  const faults = soundnessFaults(standard, baseline).map(({ path, words }) => faultAt(path, words, file));
  return faults.length === 0 ? { ok: true, standard } : { ok: false, faults };
};

/** Reads one standard; `baseline` is what it may extend, null for the baseline itself. */
export const readStandard = (text: string, baseline: Standard | null): StandardRead => {
  let data: unknown;
  try {
    data = load(text);
  } catch (error) {
    if (error instanceof YAMLException) return { ok: false, faults: [notYaml(error)] };
    throw error;
  }
  const checked = standardFile.safeParse(data, once);
  if (!checked.success) {
    const shape = checked.error.issues.flatMap((issue) => shapeFaults(issue, data));
    const partly = partlyRead(data);
    const references = partly === null ? [] : soundnessFaults(partly.standard, baseline, partly.unread);
    return { ok: false, faults: [...shape, ...references.map(({ path, words }) => faultAt(path, words, data))] };
  }
  return soundStandard(checked.data, baseline);
};

/** Each text is parsed once: for zod to compile its checks first would take longer than the checks. */
const once = { jitless: true };

const notYaml = ({ reason, mark }: YAMLException): StandardFault => ({
  path: [],
  at: mark === undefined ? null : { line: mark.line + 1, column: mark.column + 1 },
  rule: null,
  words: yamlWords(reason),
});

/** Those that happen to those who write procedures, in their words. */
const yamlWords = (reason: string): string => {
  if (reason.includes('duplicated mapping key')) return 'The same key stands twice in one place.';
  if (reason.includes('expected a document')) return 'There is nothing in the file.';
  const hint = reason.includes('bad indentation') ? ' A text with a colon in it needs quotes.' : '';
  return `This is not YAML: ${reason}.${hint}`;
};

const shapeFaults = (issue: z.core.$ZodIssue, data: unknown): readonly StandardFault[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      faultAt([...issue.path, key], `“${key}” is not a word of the rule language here.`, data),
    );
  }
  const found = valueAt(data, issue.path);
  const what = String(issue.path.at(-1) ?? 'The file');
  if (found === undefined && isKindMissing(issue)) return [faultAt(issue.path, `“${what}” ${issue.message}.`, data)];
  const shown = found === undefined ? 'nothing is there' : `found ${shortened(found)}`;
  return [faultAt(issue.path, `“${what}” ${saidOf(issue)}: ${shown}.`, data)];
};

const isKindMissing = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_union';

/** zod's own words are for programmers; ours are in the schema, but for the name of a rule's kind. */
const saidOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') return 'is no kind of rule';
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) return `must be ${issue.expected}`;
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return `must be ${issue.values.join(' or ')}`;
  return issue.message;
};

const shortened = (value: unknown): string => {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );

const faultAt = (path: readonly PropertyKey[], words: string, data: unknown): StandardFault => {
  const id = path[0] === 'rules' ? valueAt(data, [...path.slice(0, 2), 'id']) : undefined;
  return { path, at: null, rule: typeof id === 'string' ? id : null, words };
};
