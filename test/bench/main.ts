/** `npm run -s bench -- NAME`: one benchmark. Each says what it measured, and fails below what it promises. */
const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {
  notices: () => import('./notices.ts'),
  practice: () => import('./practice.ts'),
  record: () => import('./record.ts'),
  store: () => import('./store.ts'),
};

const name = process.argv[2] ?? '';
const benchmark = benchmarks[name];
if (benchmark === undefined) {
  process.stderr.write(`Say which benchmark: ${Object.keys(benchmarks).join(', ')}\n`);
  process.exitCode = 1;
} else {
  await benchmark();
}
