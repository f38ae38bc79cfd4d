/** `practice check`: a standard's file for faults and for what is idle, or a case for what stands in its way. */
import { check } from '../practice/check.ts';
import { matterOf, unknownFact } from '../practice/caseFile.ts';
import type { Fault, Findings } from '../practice/answers/findings.ts';
import { factsNobodyCanEnter, idleRules } from '../practice/idle.ts';
import type { Unsound } from '../practice/language/soundness.ts';
import type { Standard } from '../practice/language/standard.ts';
import { practiceOf, type Practice } from '../practice/practice.ts';
import { unfillableSeats } from '../practice/unfillable.ts';
import { InputProblem } from './io.ts';
import { entry, section } from './layout.ts';
import {
  baselineOf,
  json,
  keysOf,
  placed,
  practiceNamed,
  readCase,
  readFile,
  readText,
  type PracticeEdges,
} from './practiceEdges.ts';

export interface CheckOptions {
  readonly standard?: string;
  readonly facts?: string;
  readonly json?: true;
}

export const checkCommand = async (
  edges: PracticeEdges,
  path: string | undefined,
  options: CheckOptions,
): Promise<void> => {
  if (path !== undefined && options.facts === undefined) return checkFile(edges, path, options);
  if (path === undefined && options.facts !== undefined) return checkCase(edges, options.facts, options);
  throw new InputProblem('Name either a standard’s file to check, or facts with --facts.');
};

const checkFile = async (edges: PracticeEdges, path: string, options: CheckOptions): Promise<void> => {
  const { standard, faults } = readFile(edges, path);
  const found: FileFindings = standard === null ? { ...nothingIdle, faults } : await idleIn(edges, path, standard);
  const { neverApply, nobodyCanEnter, nobodyCanFill } = found;
  const isRight = [faults, neverApply, nobodyCanEnter, nobodyCanFill].every((lines) => lines.length === 0);
  edges.io.out(options.json ? json(found) : fileText(path, standard, found));
  if (!isRight) edges.io.exit(1);
};

interface FileFindings {
  readonly faults: readonly string[];
  readonly neverApply: readonly string[];
  readonly nobodyCanEnter: readonly string[];
  readonly nobodyCanFill: readonly string[];
}
const nothingIdle: FileFindings = { faults: [], neverApply: [], nobodyCanEnter: [], nobodyCanFill: [] };

const idleIn = async (edges: PracticeEdges, path: string, standard: Standard): Promise<FileFindings> => {
  const baseline = standard.extends === null ? standard : baselineOf(edges);
  const practice = practiceOf(standard, baseline, edges.options);
  const text = readText(edges.io, 'FILE', path);
  const lines = (found: readonly Unsound[]): readonly string[] =>
    placed(
      path,
      text,
      found.map(({ path: at, words }) => ({ path: at, at: null, rule: ruleAt(standard, at), words })),
    );
  const directory = await edges.directory();
  const seats = directory.length === 0 ? [] : unfillableSeats(practice, directory);
  return {
    faults: [],
    neverApply: lines(idleRules(practice)),
    nobodyCanEnter: lines(factsNobodyCanEnter(practice)),
    nobodyCanFill: seats.map(({ rule, words }) => `(${rule}) ${words}`),
  };
};

const ruleAt = ({ rules }: Standard, [first, i]: readonly PropertyKey[]): string | null =>
  first === 'rules' && typeof i === 'number' ? (rules[i]?.id ?? null) : null;

const fileText = (path: string, standard: Standard | null, found: FileFindings): string =>
  [
    standard === null
      ? `${path} is not sound.`
      : `${path} is sound: ${standard.title}, version ${standard.version}, ${standard.rules.length} rules.`,
    ...section('Faults', found.faults),
    ...section('Rules that can never apply', found.neverApply),
    ...section('Facts nobody can enter', found.nobodyCanEnter),
    ...section('Seats nobody in the directory can fill', found.nobodyCanFill),
    '',
  ].join('\n');

const checkCase = (edges: PracticeEdges, path: string, options: CheckOptions): void => {
  const given = readCase(edges.io, path);
  const practice = practiceFor(edges, options.standard, given.standard);
  const problem = unknownFact(practice, given);
  if (problem !== null) throw new InputProblem(problem);
  const found = check(practice, matterOf(given), given);
  edges.io.out(options.json ? json({ blocks: found.faults, warns: found.warnings }) : caseText(found));
};

/** The standard an operator names, else the one the facts name. */
export const practiceFor = (edges: PracticeEdges, named: string | undefined, inFacts: string | undefined): Practice => {
  const key = named ?? inFacts;
  if (key === undefined) throw new InputProblem(`--standard is missing: name one of ${keysOf(edges).join(', ')}.`);
  return practiceNamed(edges, key);
};

const faultLines = (faults: readonly Fault[]): readonly string[] =>
  faults.map(({ words, rule, code }) => entry(words, `${rule}, ${code}`));

const caseText = ({ faults, warnings }: Findings): string =>
  [
    faults.length === 0 ? 'Nothing blocks this.' : 'Blocks',
    ...faultLines(faults),
    ...section('Warns', faultLines(warnings)),
    '',
  ].join('\n');
