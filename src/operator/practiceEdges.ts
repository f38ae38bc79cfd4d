/** What the `practice` commands need from outside, and how they read what an operator names. */
import { readStandard } from '../practice/language/read.ts';
import { located } from '../practice/language/locate.ts';
import { parseGiven, type Parsed } from '../practice/language/given.ts';
import type { Standard } from '../practice/language/standard.ts';
import { baselineKey } from '../practice/language/vocabulary.ts';
import type { Library, StandardText } from '../practice/library.ts';
import type { Practice, PracticeOptions } from '../practice/practice.ts';
import type { Listed } from '../practice/unfillable.ts';
import { caseSchema, type CaseFile } from '../practice/caseFile.ts';
import { InputProblem, type Io } from './io.ts';

export interface PracticeEdges {
  readonly io: Io;
  readonly library: Library;
  /** What the library was read from, with the authority's settings. */
  readonly texts: readonly StandardText[];
  readonly options: PracticeOptions;
  /** Writes a new file. Throws if there is one already. */
  readonly write: (path: string, text: string) => void;
  /** Those who can be invited; nobody where no directory is at hand. */
  readonly directory: () => Promise<readonly Listed[]>;
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const valueOf = <T>(parsed: Parsed<T>): T => {
  if (!parsed.ok) throw new InputProblem(parsed.problem);
  return parsed.value;
};

export const readText = (io: Io, field: string, path: string): string => {
  try {
    return io.read(path);
  } catch (cause) {
    if (cause instanceof InputProblem) throw cause;
    throw new InputProblem(`${field}: the file ${path} cannot be read.`, { cause });
  }
};

export const readJson = (io: Io, field: string, path: string): unknown => {
  const text = readText(io, field, path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputProblem(`${field}: the file ${path} is not JSON.`, { cause });
  }
};

export const readCase = (io: Io, path: string): CaseFile =>
  valueOf(parseGiven(caseSchema, readJson(io, '--facts', path)));

export const keysOf = ({ library }: Pick<PracticeEdges, 'library'>): readonly string[] =>
  library.current.map(({ key }) => key);

/** The practice under a standard an operator names. */
export const practiceNamed = (edges: Pick<PracticeEdges, 'library'>, key: string): Practice => {
  const found = edges.library.practice(key);
  if (found === null) throw new InputProblem(`--standard: "${key}" must be one of ${keysOf(edges).join(', ')}.`);
  return found;
};

/** What every local standard extends. Throws InputProblem where the library has none. */
export const baselineOf = ({ library }: Pick<PracticeEdges, 'library'>): Standard => {
  const found = library.practice(baselineKey);
  if (found === null) throw new InputProblem(`There is no ${baselineKey}.`);
  return found.standard;
};

export interface FileRead {
  readonly standard: Standard | null;
  /** `FILE:12:9 ...`, in the order of the file. */
  readonly faults: readonly string[];
}

/** A standard's file, or what is wrong with it. */
export const readFile = (edges: PracticeEdges, path: string): FileRead => {
  const text = readText(edges.io, 'FILE', path);
  const isBaseline = new RegExp(`^standard:\\s*['"]?${baselineKey}\\b`, 'm').test(text);
  const read = readStandard(text, isBaseline ? null : baselineOf(edges));
  if (read.ok) return { standard: read.standard, faults: [] };
  return { standard: null, faults: placed(path, text, read.faults) };
};

/** Faults with their place in the text. */
export const placed = (path: string, text: string, faults: Parameters<typeof located>[0]): readonly string[] =>
  (faults.length === 0 ? [] : located(faults, text)).map(({ line, column, rule, words }) => {
    const of = rule === null ? '' : ` (${rule})`;
    return `${path}:${line}:${column}${of} ${words}`;
  });
