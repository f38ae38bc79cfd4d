/** A small project in a folder of its own, for `npm run -s deps` to look at: packages, a product that loads some of them. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Kept } from '../../.ci/tools/deps/kept.ts';
import type { Licences } from '../../.ci/tools/deps/licences.ts';
import type { Reviewed } from '../../.ci/tools/deps/vulnerabilities.ts';

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  /** For development only, as the lock has it. */
  readonly dev?: true;
}

export interface Described {
  readonly packages: Readonly<Record<string, Package>>;
  /** The names of those the product loads when it starts. */
  readonly loads?: readonly string[];
  readonly licences?: Licences;
  readonly kept?: Kept;
  readonly reviewed?: Reviewed;
}

export interface Project {
  readonly root: string;
  /** Runs the tool in it, as npm would, with this registry. */
  readonly deps: (registry: string, ...args: readonly string[]) => Promise<Ran>;
  readonly remove: () => void;
}

interface Ran {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

const allowed: Licences = { allowed: ['MIT', 'ISC'], exceptions: [] };

const node24: Kept[number] = {
  what: 'Node 24',
  packages: [],
  node: 24,
  until: '2028-04-30',
  why: 'It is what this is made on.',
  wayOff: 'Take the one that comes after it.',
};

/** Answers everything, as a rehearsal that is asked for one message would. */
const productThatLoads = (names: readonly string[]): string => `
${names.map((name) => `require('${name}');`).join('\n')}
const server = require('node:http').createServer((_, response) => response.end('{}'));
server.listen(0, '127.0.0.1', () => console.log('Open http://127.0.0.1:' + server.address().port + '/'));
process.on('SIGTERM', () => process.exit());
`;

export const project = (described: Described): Project => {
  const { packages, loads = [], licences = allowed, kept = [], reviewed = [] } = described;
  const root = mkdtempSync(join(tmpdir(), 'strategy-deps-project-'));
  const write = (path: string, content: string): void => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const writeJson = (path: string, content: unknown): void => write(path, JSON.stringify(content));
  const wanted = (isDev: boolean) =>
    Object.fromEntries(
      Object.entries(packages)
        .filter(([, { dev }]) => (dev ?? false) === isDev)
        .map(([name, { version }]) => [name, version]),
    );
  const own = {
    name: 'trial',
    version: '1.0.0',
    description: 'A project to try the tool on',
    engines: { node: '^24.0.0' },
    dependencies: { ...wanted(false), 'stand-in': 'file:stand-in' },
    devDependencies: wanted(true),
  };
  writeJson('package.json', own);
  writeJson('package-lock.json', {
    name: 'trial',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: inLock(own, packages),
  });
  for (const [name, { dev: _dev, ...manifest }] of Object.entries(packages)) {
    writeJson(`node_modules/${name}/package.json`, { name, ...manifest });
    write(`node_modules/${name}/index.js`, '');
  }
  writeJson('stand-in/package.json', { name: 'stand-in', version: '1.0.0' });
  write('stand-in/index.js', '');
  symlinkSync('../stand-in', join(root, 'node_modules/stand-in'));
  writeJson('.ci/tools/deps/licences.json', licences);
  writeJson('.ci/tools/deps/kept.json', [node24, ...kept]);
  writeJson('.ci/tools/deps/advisories.json', reviewed);
  write('src/start/launch.cjs', productThatLoads(loads));
  return {
    root,
    deps: (registry, ...args) => run(root, registry, args),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};

const inLock = (own: object, packages: Described['packages']) => ({
  '': own,
  ...Object.fromEntries(Object.entries(packages).map(([name, one]) => [`node_modules/${name}`, one])),
  'node_modules/stand-in': { resolved: 'stand-in', link: true },
  'stand-in': { version: '1.0.0' },
});

const run = (root: string, registry: string, args: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    const tool = spawn(process.execPath, [resolve('.ci/tools/deps.ts'), ...args], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: root,
        npm_config_registry: registry,
        npm_config_cache: join(root, '.npm'),
        npm_config_update_notifier: 'false',
      },
    });
    let [stdout, stderr] = ['', ''];
    tool.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    tool.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    tool.on('close', (status) => done({ status, lines: stdout.trimEnd().split('\n'), stderr }));
  });
