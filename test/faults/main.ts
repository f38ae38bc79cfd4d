/**
 * The fault suite: everything the channels, the machine and the network are known to do to a notice, on real sockets, a
 * real database file and real processes. Waiting is simulated. `--quick` sends fewer notices a scenario.
 */
import { scenarios } from './scenarios.ts';
import { runScenario, type Result } from './run.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const count = quick ? 100 : 1_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, i) => (i === 0 ? String(cell).padEnd(44) : String(cell).padStart(12))).join('');

say(`${count} notices a scenario`);
say(row(['', 'sent', 'telephone', 'escalations', 'kills', 'repeats', 'lost', 'late', 'unexplained', 'seconds']));
const results: Result[] = [];
for (const scenario of scenarios.filter(({ name }) => name.includes(only))) {
  const r = await runScenario(scenario, count);
  results.push(r);
  const counts = [r.lost, r.late, r.unexplained].map((ids) => ids.length);
  say(row([scenario.name, r.sent, r.telephone, r.escalations, r.kills, r.repeats, ...counts, r.seconds]));
  for (const id of [...r.lost, ...r.late, ...r.unexplained].slice(0, 3)) say(`  ${id}`);
}

const total = (of: 'lost' | 'late' | 'unexplained'): number =>
  results.reduce((sum, result) => sum + result[of].length, 0);
say(`lost ${total('lost')}, late ${total('late')}, unexplained duplicates ${total('unexplained')}`);
process.exitCode = total('lost') + total('late') + total('unexplained') === 0 ? 0 : 1;
