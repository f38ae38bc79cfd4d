import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What tests in memory alone: no browser, no server, no other process. Their files may share one process. */
const unit = [
  'cards',
  'conduct',
  'directory',
  'discussion',
  'docs',
  'manifest',
  'messages',
  'operator/scenarios',
  'outbox',
  'pages',
  'practice',
  'typed',
  'words',
].map((folder) => `test/${folder}/**/*.test.ts`);

/** Whole stories over HTTP, each with a council of its own: their files share a process, which has loaded the product once. */
const told = ['test/{journey,stories}/**/*.test.ts'];

/** Puts modules of Node, or variables of the environment, in the place of others: it has a process for itself. */
const alone = ['test/documents/record-stays-owed.test.ts', 'test/infra/variables.test.ts'];

/** What people see and press, in Chromium. */
const browser = [
  'e2e/!(start)',
  'rehearsal/{accessible,demonstration,following,frame,innerActions,page,screen,typing}',
].map((file) => `test/${file}.test.ts`);

/** Half a minute of nothing but waiting: begun last, as its size has it, everybody would wait for it. */
const longWait = 'test/journey/standstill.test.ts';

class LongWaitFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (moduleId.endsWith(longWait) ? 0 : 1);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Left to itself, two cores would have one worker; much of what is tested in these groups waits. */
const maxWorkers = Math.max(4, availableParallelism() - 1);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'test-artefacts/results.json' }]],
    sequence: { sequencer: LongWaitFirst },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: unit, isolate: false, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'told', include: told, isolate: false, maxWorkers, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...unit, ...told, ...alone, ...browser],
          isolate: false,
          maxWorkers,
          sequence: { groupOrder: 2 },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, maxWorkers, sequence: { groupOrder: 2 } } },
      // Two at a time: each page that people use has a core of its own.
      { extends: true, test: { name: 'browser', include: browser, maxWorkers: 2, sequence: { groupOrder: 3 } } },
    ],
  },
});
