/** What a started product has loaded, by the list of its modules. */
import { afterEach, expect, it } from 'vitest';
import { startProgram, type Program } from '../playground/program.ts';

/** Writes each module of these packages as it is asked for; the other one is always loaded. */
const record = `import { registerHooks } from 'node:module';
registerHooks({ resolve: (specifier, context, next) => {
  const found = next(specifier, context);
  if (/\\/(@opentelemetry|pino)\\//.test(found.url)) process.stdout.write('loaded ' + found.url + '\\n');
  return found;
} });`;
const options = `--import=data:text/javascript,${encodeURIComponent(record)}`;

let program: Program | null = null;
afterEach(() => program?.remove());

it('without a collector, nothing of OpenTelemetry is loaded', async () => {
  program = startProgram('main', { NODE_OPTIONS: options });
  await program.said(/^Open http/m);
  await program.interrupt();
  expect(program.written()).toMatch(/^loaded \S+\/node_modules\/pino\//m);
  expect(program.written()).not.toContain('@opentelemetry');
});
