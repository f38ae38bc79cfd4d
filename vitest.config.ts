import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
  'words',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Left to itself, two cores would have one worker; much of what is tested waits for a browser or a server.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'test-artefacts/results.json' }]],
    projects: [
      { extends: true, test: { name: 'unit', include: unit, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: unit } },
    ],
  },
});
