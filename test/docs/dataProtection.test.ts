/** The pack for data protection says of the code what is there today, and nothing that is stored, sent or made is left out. */
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import vitest from '../../vitest.config.ts';
import { files, folder, namesIn, rowsBelow, sentencesIn, textOf } from './pack.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const isFile = (name: string): boolean => /^(src|test|cards|docs|infra|manifest)\/[\w./-]+$/.test(name);
const commands = globSync('src/operator/*.ts').flatMap((path) =>
  [...read(path).matchAll(/\.command\('([\w-]+)/g)].map(([, name = '']) => name),
);

describe.each(files)('%s', (path) => {
  const text = read(path);

  it('names files that are there', () => {
    expect(namesIn(text).filter((name) => isFile(name) && !existsSync(name))).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(`${folder}/${link}`))).toEqual([]);
  });

  it('names commands of the operators that are there', () => {
    const named = [...text.matchAll(/`strategy -- ([\w-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });
});

describe('the threat model', () => {
  const rows = rowsBelow('threat-model.md', '# Threat model').map(([threat = '', , stops = '', test = '']) => ({
    threat,
    stops,
    test,
  }));
  const project = z.object({
    test: z.object({ include: z.array(z.string()), exclude: z.array(z.string()).default([]) }),
  });
  const projects = z.object({ test: z.object({ projects: z.array(project) }) }).parse(vitest).test.projects;
  const isRun = (path: string): boolean =>
    projects.some(({ test: { include, exclude } }) => {
      const isIn = (patterns: readonly string[]): boolean => patterns.some((pattern) => matchesGlob(path, pattern));
      return isIn(include) && !isIn(exclude);
    });
  const testsIn = (cell: string): readonly string[] => namesIn(cell).filter((name) => name.startsWith('test/'));

  it('has all that a council has to think of', () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
  });

  it('knows a test that is run from a file that is not', () => {
    expect(isRun('test/docs/dataProtection.test.ts')).toBe(true);
    expect(isRun('test/e2e/start.test.ts')).toBe(true);
    expect(isRun('test/docs/pack.ts')).toBe(false);
  });

  describe.each(rows)('$threat', ({ stops, test }) => {
    it('is stopped by a file, or is said not to be', () => {
      expect(stops === '—' ? test.startsWith('**Not covered**') : namesIn(stops).some((name) => existsSync(name))).toBe(
        true,
      );
    });

    it('is covered by tests that are run, or is said not to be', () => {
      const tests = testsIn(test);
      expect(tests.filter((path) => path.endsWith('.test.ts') && !isRun(path))).toEqual([]);
      expect(tests.some((path) => path.endsWith('.test.ts')) || test.includes('**Not covered**')).toBe(true);
    });

    it('quotes sentences that stand in those tests', () => {
      const texts = testsIn(test).map(read);
      expect(sentencesIn(test).filter((sentence) => !texts.some((text) => text.includes(sentence)))).toEqual([]);
      expect(sentencesIn(test).length).toBeGreaterThanOrEqual(texts.length > 0 ? 1 : 0);
    });
  });
});

describe('the retention schedule', () => {
  const record = z.strictObject({
    recordType: z.string(),
    keepFor: z.string().min(1),
    countedFrom: z.string().min(1),
    enforcedBy: z.enum(['product', 'platform', 'council']),
    commands: z.array(z.string()),
    settings: z.array(z.string()),
    sources: z.array(z.string()).min(1),
    note: z.string(),
  });
  const { records } = z
    .strictObject({
      title: z.string(),
      status: z.enum(['proposed', 'adopted']),
      confirmedBy: z.string().nullable(),
      confirmedOn: z.iso.date().nullable(),
      records: z.array(record),
    })
    .parse(JSON.parse(textOf('retention-schedule.json')));
  const variables = globSync('src/start/*.ts').map(read).join('\n');

  it('has every record type of the data map, and no other', () => {
    const mapped = rowsBelow('data-map.md', '## Record types').flatMap(([first = '']) => namesIn(first));
    expect(records.map(({ recordType }) => recordType).toSorted()).toEqual(mapped.toSorted());
  });

  it.each(records)('$recordType is enforced by what is there', ({ enforcedBy, commands: by, settings, sources }) => {
    expect(by.flatMap((command) => command.split(' ')).filter((word) => !commands.includes(word))).toEqual([]);
    expect(settings.filter((name) => !new RegExp(`\\b${name}\\b`).test(variables))).toEqual([]);
    expect(sources.filter((path) => !existsSync(path))).toEqual([]);
    expect(by.length > 0).toBe(enforcedBy === 'product');
  });
});

describe('the product', () => {
  const code = globSync('src/**/*.ts')
    .filter((path) => !/^src\/(rehearsal|playground)\//.test(path))
    .map(read)
    .join('\n');

  it('speaks to the hosts that are named among the processors', () => {
    const written = [...code.matchAll(/['"`]https:\/\/([a-z0-9.-]+\.[a-z]{2,})(?=[/'"`])/g)].map(
      ([, host = '']) => host,
    );
    const ofTeams = [...read('src/start/liveMode.ts').matchAll(/'([a-z0-9.-]+\.(?:com|net))'/g)].map(
      ([, host = '']) => host,
    );
    const hosts = [...new Set([...written, ...ofTeams])].filter((host) => !host.endsWith('.example'));
    const named = namesIn(textOf('processors.md'));
    expect(hosts.length).toBeGreaterThan(6);
    expect(hosts.filter((host) => !named.includes(host))).toEqual([]);
  });

  it('has empty packages where a language model would be called', () => {
    const load = createRequire(import.meta.url);
    for (const name of ['openai', 'gpt-tokenizer']) {
      expect(realpathSync(`node_modules/${name}`)).toBe(realpathSync(`src/teams/no-language-model/${name}`));
    }
    expect(load('openai')).toEqual({});
  });

  it('installs exactly what was looked at: exact versions, each with its hash', () => {
    const asked = z
      .looseObject({
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(read('package.json')));
    const versions = Object.entries({ ...asked.dependencies, ...asked.devDependencies });
    expect(versions.filter(([, version]) => !/^(\d+\.\d+\.\d+[\w.-]*|file:src\/.+)$/.test(version))).toEqual([]);
    const locked = z.looseObject({
      packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional() })),
    });
    const { packages } = locked.parse(JSON.parse(read('package-lock.json')));
    const fromElsewhere = Object.entries(packages).filter(
      ([path, { link, inBundle }]) => path.includes('node_modules/') && link !== true && inBundle !== true,
    );
    const isOurs = (path: string): boolean => path.includes('no-language-model/');
    expect(fromElsewhere.length).toBeGreaterThan(500);
    expect(fromElsewhere.filter(([path, { integrity }]) => integrity === undefined && !isOurs(path))).toEqual([]);
  });
});
