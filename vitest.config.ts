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
