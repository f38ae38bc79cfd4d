/** A council edits a letter and makes a slip: the product does not start, and says where it is. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'letters-'));
const run = promisify(execFile);

const edit = (name: string, before: string, after: string): void => {
  const path = join(copy, 'cards/letters', `${name}.md`);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
};

beforeAll(() => {
  for (const part of ['package.json', 'src', 'cards', 'manifest'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  edit('outcome-agency', '{{ reference }} ended', '{{ refernce }} ended');
  edit('reply-chaser', '  reply: Reply to the invitation\n', '');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** A process in the copy: what it wrote to standard error, and its exit code. */
const failure = async (...args: readonly string[]): Promise<{ readonly code: unknown; readonly stderr: string }> => {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: join(copy, 'data'), PORT: '0' };
  try {
    await run(process.execPath, [...args], { cwd: copy, env, timeout: 55_000 });
  } catch (error) {
    return error as { code: unknown; stderr: string };
  }
  throw new Error('it went well');
};

const sentences = [
  /^cards\/letters\/outcome-agency\.md, line 12, column 28: there is no "refernce" here\. You may use: reference, reader\.name, /,
  /^cards\/letters\/reply-chaser\.md, line 2: the title of the button "reply" is missing, below "buttons"\.$/,
];

it.each([
  ['the product does not start', ['src/start/launch.cjs', 'main'], 1],
  ['nor is anything previewed', ['src/start/launch.cjs', 'strategy', 'preview', 'stoodDown'], 2],
])(
  '%s: one sentence for each slip, with its file and line',
  async (_name, args, code) => {
    const failed = await failure(...args);
    expect(failed.code).toBe(code);
    const lines = failed.stderr.trim().split('\n');
    expect(lines).toHaveLength(sentences.length);
    sentences.forEach((sentence, i) => expect(lines[i]).toMatch(sentence));
  },
  60_000,
);
