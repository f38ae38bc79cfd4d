/**
 * Commands that ask the practice standards: `practice explain`, `check`, `rules` and `scenarios`. Bad input is one
 * sentence naming the field and exit code 2.
 */
import { Option, type Command } from 'commander';
import { caseSchema, type CaseFacts } from '../practice/answers/caseFacts.ts';
import { check } from '../practice/check.ts';
import { explain } from '../practice/explain.ts';
import { parseGiven, type Parsed } from '../practice/language/facts.ts';
import type { Fault, Findings } from '../practice/answers/findings.ts';
import { practiceFor, type Practice } from '../practice/practice.ts';
import { inLondon, runScenario, scenariosSchema, unanswered, type ScenarioResult } from '../practice/scenarios.ts';
import { familyGuideTexts } from '../practice/standards/family-guide.ts';
import { standardKeys, type StandardKey } from '../practice/language/vocabulary.ts';
import { compareText } from './compareText.ts';
import { explainText } from './explainText.ts';
import { InputProblem, type Io } from './io.ts';
import { entry, section } from './layout.ts';
import { familyGuideText, rulesText } from './rulesText.ts';

const localStandards: readonly StandardKey[] = ['practice-standards-2025', 'darlington', 'sandwell', 'liverpool'];
const documents = [...standardKeys, 'family-guide'] as const;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const valueOf = <T>(parsed: Parsed<T>): T => {
  if (!parsed.ok) throw new InputProblem(parsed.problem);
  return parsed.value;
};

const readJson = (io: Io, field: string, path: string): unknown => {
  let text: string;
  try {
    text = io.read(path);
  } catch (cause) {
    throw new InputProblem(`${field}: the file ${path} cannot be read.`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputProblem(`${field}: the file ${path} is not JSON.`, { cause });
  }
};

const readCase = (io: Io, path: string): CaseFacts => valueOf(parseGiven(caseSchema, readJson(io, '--facts', path)));

/** The standard an operator names, else the one the facts name. */
const chosen = (named: StandardKey | undefined, facts: CaseFacts): Practice => {
  const key = named ?? facts.standard;
  if (key === undefined) throw new InputProblem(`--standard is missing: name one of ${standardKeys.join(', ')}.`);
  return practiceFor(key);
};

interface FactsOptions {
  readonly standard?: StandardKey;
  readonly facts: string;
  readonly json?: true;
  readonly compare?: true;
}

const explainCommand = (io: Io, options: FactsOptions): void => {
  const facts = readCase(io, options.facts);
  if (options.compare) {
    const all = localStandards.map((key) => explain(practiceFor(key), facts));
    const byKey = Object.fromEntries(all.map((found) => [found.standard.key, inLondon(found)]));
    io.out(options.json ? json(byKey) : compareText(all));
    return;
  }
  const practice = chosen(options.standard, facts);
  const found = explain(practice, facts);
  io.out(options.json ? json(inLondon(found)) : explainText(found, practice.standard.source));
};

const faultLines = (faults: readonly Fault[]): readonly string[] =>
  faults.map(({ words, rule, code }) => entry(words, `${rule}, ${code}`));

const checkText = ({ faults, warnings }: Findings): string =>
  [
    faults.length === 0 ? 'Nothing blocks this.' : 'Blocks',
    ...faultLines(faults),
    ...section('Warns', faultLines(warnings)),
    '',
  ].join('\n');

const checkCommand = (io: Io, options: FactsOptions): void => {
  const facts = readCase(io, options.facts);
  const found = check(chosen(options.standard, facts), facts);
  io.out(options.json ? json({ blocks: found.faults, warns: found.warnings }) : checkText(found));
};

const rulesCommand = (
  io: Io,
  options: { readonly standard: (typeof documents)[number]; readonly json?: true },
): void => {
  if (options.standard === 'family-guide') {
    io.out(options.json ? json(familyGuideTexts) : familyGuideText());
    return;
  }
  const practice = practiceFor(options.standard);
  const { rules, readings, standard } = practice;
  const { key, title, version, source } = standard;
  io.out(options.json ? json({ key, title, version, source, readings, rules }) : rulesText(practice));
};

const scenarioText = (results: readonly ScenarioResult[]): string =>
  [
    ...results.map(({ id, pass, actual }) => (pass ? `${id} passes` : `${id} FAILS: ${JSON.stringify(actual)}`)),
    `${results.filter(({ pass }) => pass).length} of ${results.length} pass`,
    '',
  ].join('\n');

const scenariosCommand = (io: Io, path: string, options: { readonly json?: true }): void => {
  const scenarios = valueOf(parseGiven(scenariosSchema, readJson(io, 'FILE', path)));
  const run = scenarios.map((scenario) => ({ scenario, result: runScenario(scenario) }));
  const results = run.map(({ scenario, result }) => (result.ok ? result.value : unanswered(scenario)));
  io.out(options.json ? json(results) : scenarioText(results));
  const problem = run.map(({ result }) => result).find((result) => !result.ok);
  if (problem !== undefined) throw new InputProblem(problem.problem);
  if (results.some(({ pass }) => !pass)) io.exit(1);
};

const standardOption = () =>
  new Option('--standard <key>', 'the practice standard').choices([...standardKeys]).argParser(readStandard);

const readStandard = (value: string): StandardKey => {
  const key = standardKeys.find((known) => known === value);
  if (key === undefined) throw new InputProblem(`--standard: "${value}" must be one of ${standardKeys.join(', ')}.`);
  return key;
};

const readDocument = (value: string): (typeof documents)[number] => {
  const key = documents.find((known) => known === value);
  if (key === undefined) throw new InputProblem(`--standard: "${value}" must be one of ${documents.join(', ')}.`);
  return key;
};

/** Adds `practice` and its commands to the operators' program. */
export function practiceCommands(program: Command, io: Io): void {
  const practice = program.command('practice').description('Ask the practice standards what they require');
  practice
    .command('explain')
    .description('What a standard requires of given facts, each answer with its rule and source')
    .addOption(standardOption())
    .requiredOption('--facts <file>', 'facts as JSON, in the format of a scenario’s "given"')
    .option('--json', 'as data')
    .option('--compare', 'under every local standard, side by side')
    .action((options: FactsOptions) => explainCommand(io, options));
  practice
    .command('check')
    .description('What blocks and what warns, for the attendance and decision in a file of facts')
    .addOption(standardOption())
    .requiredOption('--facts <file>', 'facts as JSON; "standard" may name the standard')
    .option('--json', 'as data')
    .action((options: FactsOptions) => checkCommand(io, options));
  practice
    .command('rules')
    .description('A standard as a document')
    .requiredOption('--standard <key>', `one of ${documents.join(', ')}`, readDocument)
    .option('--json', 'as data')
    .action((options: Parameters<typeof rulesCommand>[1]) => rulesCommand(io, options));
  practice
    .command('scenarios <file>')
    .description('Run scenarios; exit code 1 if any fails')
    .option('--json', 'as data')
    .action((path: string, options: { readonly json?: true }) => scenariosCommand(io, path, options));
}
