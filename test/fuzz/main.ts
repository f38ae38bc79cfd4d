/**
 * Hostile and broken input against the running product: `npm run -s fuzz -- --runs 100000`. What is found is printed with the
 * seed that finds it again: `--seed N`.
 */
import { randomInt } from 'node:crypto';
import { fuzz } from './run.ts';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const megabytes = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

const seed = option('seed', randomInt(2 ** 31));
const startedAt = performance.now();
const rss = megabytes();
const { runs, found, input } = await fuzz(option('runs', 2_000), seed);
const seconds = Math.round((performance.now() - startedAt) / 1_000);
process.stdout.write(
  `${runs} runs, seed ${seed}, ${seconds} s, ${rss} MB at the start and ${megabytes()} MB at the end\n`,
);
if (input !== null) process.stdout.write(`${JSON.stringify(input)}\n`);
process.stdout.write(
  `crashes ${found.crash}, state changes ${found.stateChange}, leaks ${found.leak}, slow ${found.slow}\n`,
);
process.exitCode = input === null ? 0 : 1;
