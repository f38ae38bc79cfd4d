import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const launcher = 'src/start/launch.cjs';
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-launch-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const run = (node: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}) => {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, PORT: '0', ...settings };
  const { status, stdout, stderr } = spawnSync(node, args, { env, encoding: 'utf8' });
  return { status, stdout, stderr };
};

/** Runs the launcher as if this were another version of Node. */
const runAs = (version: string) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return run(process.execPath, ['--import', `data:text/javascript,${pretend}`, launcher, 'strategy', '--version-none']);
};

/** The Node that comes with the machine, where it is older than any that works. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (path) => existsSync(path) && Number(/\d+/.exec(run(path, ['--version']).stdout)?.[0]) < 22,
);

describe('on a Node that is too old', () => {
  it.each(['14.21.3', '20.20.2', '22.17.1', '23.11.1'])('%s: one sentence says which is needed', (version) => {
    const stderr = `This needs Node 24, and here is Node ${version}: install it from https://nodejs.org.\n`;
    expect(runAs(version)).toEqual({ status: 1, stdout: '', stderr });
  });

  it.skipIf(oldNode === undefined).each(['main', 'strategy', 'playground'])(
    'the machine’s own: %s says so and leaves the data alone',
    (entry) => {
      const { status, stdout, stderr } = run(oldNode ?? '', [launcher, entry]);
      expect(stderr).toMatch(/^This needs Node 24, and here is Node \d+\.\d+\.\d+: install it from \S+\n$/);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(existsSync(join(dataDir, 'strategy.sqlite'))).toBe(false);
    },
  );
});

describe('on a Node that works', () => {
  it.each(['22.18.0', '24.0.0', process.versions.node])('%s: it starts', (version) => {
    expect(runAs(version).stderr).toContain("unknown option '--version-none'");
  });

  it('the arguments, the streams and the exit code are the command’s own', () => {
    const listed = run(process.execPath, [launcher, 'strategy', 'practice', 'rules', '--standard', 'liverpool']);
    expect(listed.stdout).toContain('When a discussion is called for');
    expect({ ...listed, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run(process.execPath, [launcher, 'strategy', 'practice', 'rules', '--standard', 'camden']).status).toBe(2);
  });

  it.each([
    ['a reading nobody knows', { READINGS: 'DL-1:moonPhases' }, /^READINGS is wrong\. DL-1: moonPhases .+\n$/],
    [
      'a file that is not there',
      { STANDARD_FILE: 'nowhere.yaml' },
      /^STANDARD_FILE: nowhere\.yaml cannot be read\.\n$/,
    ],
  ])('an operator’s command says in one sentence what is wrong with %s', (_what, settings, sentence) => {
    const args = [launcher, 'strategy', 'practice', 'rules', '--standard', 'liverpool'];
    const { status, stdout, stderr } = run(process.execPath, args, settings);
    expect(stderr).toMatch(sentence);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('a faulty standard keeps nobody from what asks none', () => {
    const { stderr } = run(process.execPath, [launcher, 'strategy', 'backup', 'copy.sqlite'], {
      STANDARD_FILE: 'nowhere.yaml',
    });
    expect(stderr).toMatch(/^There is no database file .+\n$/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the product, which stops by itself', async (signal) => {
    const env = { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, PORT: '0' };
    const child = spawn(process.execPath, [launcher, 'main'], { env });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (chunk.includes('Open http')) child.kill(signal);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(output).toMatch(/^Strategy.*\nOpen.*\nStopped\.\n$/);
    expect(code).toBe(0);
  });

  it('a warning that somebody can act on is still printed', () => {
    const warn = "data:text/javascript,setTimeout(() => process.emitWarning('disk nearly full'))";
    const { stderr } = run(process.execPath, ['--import', warn, launcher, 'strategy', '--help']);
    expect(stderr).toContain('Warning: disk nearly full');
  });
});

describe('what is said of Node', () => {
  const read = (path: string): string => readFileSync(path, 'utf8');
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };

  it('is the same wherever it is said', () => {
    expect(engines.node).toBe('^22.18.0 || ^24.0.0 || ^26.0.0');
    expect(read('.nvmrc')).toBe('24\n');
    expect(read('README.md')).toContain('You need Node 24');
    expect(read('README.md')).toContain('22.18');
  });
});
