/**
 * The fault suite: everything the channels, the machine and the network are known to do to a notice, on real sockets, a
 * real database file and real processes. Waiting is simulated. `--quick` sends fewer notices a scenario, `--only=WORDS`
 * runs the scenarios with these words in their names.
 */
import { runScenario, type Result } from './run.ts';
import { scenarios, type Scenario } from './scenarios.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const count = quick ? 40 : 1_000;
/** Most of a scenario is waiting for answers that do not come. */
const sideBySide = 3;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const row = ([name, ...cells]: readonly (string | number)[]): string =>
  [String(name).padEnd(42), ...cells.map((cell) => String(cell).padStart(12))].join('');

const report = (r: Result): void => {
  const counts = [r.lost, r.late, r.unexplained].map((ids) => ids.length);
  say(row([r.scenario.name, r.sent, r.telephone, r.open, r.escalations, r.kills, r.repeats, ...counts, r.seconds]));
  for (const id of [...r.lost, ...r.late, ...r.unexplained].slice(0, 3)) say(`  ${id}`);
};

/** Some at a time; reported in their order. */
const runAll = async (wanted: readonly Scenario[]): Promise<readonly Result[]> => {
  const running: Promise<Result>[] = [];
  for (const [i, scenario] of wanted.entries()) {
    const before = running[i - sideBySide];
    if (before !== undefined) report(await before);
    running.push(runScenario(scenario, count));
  }
  for (const last of running.slice(-sideBySide)) report(await last);
  return Promise.all(running);
};

say(`${count} notices a scenario`);
say(
  row(['', 'sent', 'telephone', 'open', 'escalations', 'kills', 'repeats', 'lost', 'late', 'unexplained', 'seconds']),
);
const results = await runAll(scenarios.filter(({ name }) => name.includes(only)));
const total = (of: 'lost' | 'late' | 'unexplained'): number =>
  results.reduce((sum, result) => sum + result[of].length, 0);
say(`lost ${total('lost')}, late ${total('late')}, unexplained duplicates ${total('unexplained')}`);
process.exitCode = total('lost') + total('late') + total('unexplained') === 0 ? 0 : 1;
