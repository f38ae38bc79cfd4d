/**
 * Commands that ask the practice standards, and help to write one: `practice explain`, `check`, `rules`, `scenarios`,
 * `coverage`, `new`, `diff`, `schema`. Bad input is one sentence naming the field and exit code 2.
 */
import { Option, type Command } from 'commander';
import { matterOf, unknownFact } from '../practice/caseFile.ts';
import { explain } from '../practice/explain.ts';
import { parseGiven } from '../practice/language/given.ts';
import { standardJsonSchema } from '../practice/language/jsonSchema.ts';
import { baselineKey } from '../practice/language/vocabulary.ts';
import { familyGuide } from '../documents/leaflet/texts.ts';
import { compareText } from './compareText.ts';
import { explainText } from './explainText.ts';
import { inLondon } from './inLondon.ts';
import { InputProblem } from './io.ts';
import { checkCommand, practiceFor, type CheckOptions } from './practiceCheck.ts';
import { coverageCommand, type CoverageOptions } from './practiceCoverage.ts';
import { diffCommand } from './practiceDiff.ts';
import { json, keysOf, practiceNamed, readCase, readJson, valueOf, type PracticeEdges } from './practiceEdges.ts';
import { newCommand, type NewOptions } from './practiceNew.ts';
import { familyGuideText, rulesText } from './rulesText.ts';
import { runScenario, scenariosSchema, unanswered, type ScenarioResult } from './scenarios/scenario.ts';

const leaflet = 'family-guide';

interface ExplainOptions {
  readonly standard?: string;
  readonly facts: string;
  readonly json?: true;
  readonly compare?: true;
}

const explainCommand = (edges: PracticeEdges, options: ExplainOptions): void => {
  const { io } = edges;
  const given = readCase(io, options.facts);
  const under = (key: string | undefined, inFacts?: string) => {
    const practice = practiceFor(edges, key, inFacts);
    const problem = unknownFact(practice, given);
    if (problem !== null) throw new InputProblem(problem);
    return { practice, found: explain(practice, matterOf(given)) };
  };
  if (options.compare) {
    const local = keysOf(edges).filter((key) => key !== baselineKey);
    const all = local.map((key) => under(key).found);
    const byKey = Object.fromEntries(all.map((found) => [found.standard.key, inLondon(found)]));
    io.out(options.json ? json(byKey) : compareText(all));
    return;
  }
  const { practice, found } = under(options.standard, given.standard);
  io.out(options.json ? json(inLondon(found)) : explainText(found, practice.standard.source));
};

interface RulesOptions {
  readonly standard: string;
  readonly json?: true;
}

const rulesCommand = (edges: PracticeEdges, options: RulesOptions): void => {
  const { io } = edges;
  if (options.standard === leaflet) {
    io.out(options.json ? json(familyGuide()) : familyGuideText());
    return;
  }
  const practice = practiceNamed(edges, options.standard);
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

const scenariosCommand = ({ io, library }: PracticeEdges, path: string, options: { readonly json?: true }): void => {
  const scenarios = valueOf(parseGiven(scenariosSchema, readJson(io, 'FILE', path)));
  const run = scenarios.map((scenario) => ({ scenario, result: runScenario(library, scenario) }));
  const results = run.map(({ scenario, result }) => (result.ok ? result.value : unanswered(scenario)));
  io.out(options.json ? json(results) : scenarioText(results));
  const problem = run.map(({ result }) => result).find((result) => !result.ok);
  if (problem !== undefined) throw new InputProblem(problem.problem);
  if (results.some(({ pass }) => !pass)) io.exit(1);
};

/** Asked for when something is chosen: a faulty standard must not keep an operator from a backup. */
const oneOf =
  (known: () => readonly string[]) =>
  (value: string): string => {
    if (known().includes(value)) return value;
    throw new InputProblem(`--standard: "${value}" must be one of ${known().join(', ')}.`);
  };

/** Adds `practice` and its commands to the operators' program. */
export function practiceCommands(program: Command, edges: PracticeEdges): void {
  const practice = program
    .command('practice')
    .description('Ask the practice standards what they require, or write one');
  const keys = () => keysOf(edges);
  const documents = () => [...keys(), leaflet];
  const standard = () => new Option('--standard <key>', 'the practice standard').argParser(oneOf(keys));
  const namingStandards = () => `\nStandards: ${keys().join(', ')}`;
  practice.addHelpText('afterAll', namingStandards);
  practice
    .command('explain')
    .description('What a standard requires of given facts, each answer with its rule and source')
    .addOption(standard())
    .requiredOption('--facts <file>', 'facts as JSON, in the format of a scenario’s "given"')
    .option('--json', 'as data')
    .option('--compare', 'under every local standard, side by side')
    .action((options: ExplainOptions) => explainCommand(edges, options));
  practice
    .command('check')
    .description('What is wrong with a standard’s file; or, with --facts, what blocks and what warns in a case')
    .argument('[file]', 'a standard as YAML')
    .addOption(standard())
    .option('--facts <file>', 'facts as JSON; "standard" may name the standard')
    .option('--json', 'as data')
    .action((path: string | undefined, options: CheckOptions) => checkCommand(edges, path, options));
  practice
    .command('rules')
    .description('A standard as a document')
    .requiredOption('--standard <key>', `the practice standard, or ${leaflet}`, oneOf(documents))
    .option('--json', 'as data')
    .action((options: RulesOptions) => rulesCommand(edges, options));
  practice
    .command('scenarios <file>')
    .description('Run scenarios; exit code 1 if any fails')
    .option('--json', 'as data')
    .action((path: string, options: { readonly json?: true }) => scenariosCommand(edges, path, options));
  practice
    .command('coverage')
    .description(
      'Which rules the bot acts on, with the story that shows it, which only inform, and which it does not act on',
    )
    .addOption(standard())
    .option('--json', 'as data')
    .action((options: CoverageOptions) => coverageCommand(edges, options));
  practice
    .command('new <key>')
    .description('A file to begin a procedure of your own with, copied from another and explained')
    .requiredOption('--from <key>', 'the practice standard to copy')
    .option('--out <file>', 'where to write it; otherwise it is printed')
    .action((key: string, options: NewOptions) => newCommand(edges, key, options));
  practice
    .command('diff <a> <b>')
    .description('What b says otherwise than a: each a key, a key@version or a file')
    .option('--json', 'as data')
    .action((a: string, b: string, options: { readonly json?: true }) => diffCommand(edges, a, b, options));
  practice
    .command('schema')
    .description('The JSON Schema of the rule language, for editors')
    .action(() => edges.io.out(json(standardJsonSchema())));
}
