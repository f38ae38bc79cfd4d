/**
 * Runs the property tests with fresh seeds, and prints each that fails with the command that draws its cases again:
 * `npm run -s seeds -- 25`.
 */
import { globSync, readFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { startVitest } from 'vitest/node';

const count = Number(process.argv[2] ?? '25');
const seeds = Array.from({ length: count }, () => randomInt(2 ** 31));
const include = globSync('test/{practice,discussion}/**/*.test.ts').filter((path) =>
  readFileSync(path, 'utf8').includes('fc.assert('),
);

/** One project a seed, so that each file of each is a test of its own; they share what has been compiled. */
const projects = seeds.map((seed) => ({
  extends: true as const,
  test: { name: `seed ${seed}`, include, isolate: false, env: { SEED: String(seed) } },
}));
const startedAt = performance.now();
const vitest = await startVitest([], { watch: false, reporters: [], projects });
const failed = vitest.state.getTestModules().filter((module) => !module.ok());
await vitest.close();

for (const { project, relativeModuleId } of failed) {
  const seed = project.name.replace('seed ', '');
  process.stderr.write(`Seed ${seed} fails ${relativeModuleId}: SEED=${seed} npm test -- ${relativeModuleId}\n`);
}
const seconds = Math.round((performance.now() - startedAt) / 1000);
process.stdout.write(`${include.length} files, ${count} seeds, ${failed.length} failures, ${seconds} s\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
