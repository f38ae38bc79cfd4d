/** `npm run -s deps` from outside: a project, a registry, an exit code and lines. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadedBy } from '../../.ci/tools/deps/loaded.ts';
import { project, type Described } from './project.ts';
import { advisory, nowhere, registry } from './registry.ts';

const inOrder: Described = {
  packages: {
    used: { version: '1.0.0', license: 'MIT', dependencies: { shared: '1.0.0' } },
    shared: { version: '1.0.0', license: 'ISC' },
    idle: { version: '1.0.0', license: 'MIT' },
    tool: { version: '1.0.0', license: 'GPL-3.0-only', dependencies: { shared: '1.0.0' }, dev: true },
  },
  loads: ['used', 'stand-in'],
};
const withPackage = (licence: string): Described => ({
  ...inOrder,
  packages: { ...inOrder.packages, strange: { version: '1.2.3', license: licence } },
});

/** What the tool says of a project, asked with a registry that knows this, or is not there at all. */
const deps = async (described: Described, known: Parameters<typeof registry>[0] | 'nowhere', ...args: string[]) => {
  const { root, deps: run, remove } = project(described);
  const asked = known === 'nowhere' ? await nowhere() : await registry(known);
  try {
    const ran = await run(asked.address, ...args);
    const bom = join(root, 'bom.json');
    return { ...ran, bom: existsSync(bom) ? bomSchema.parse(JSON.parse(readFileSync(bom, 'utf8'))) : null };
  } finally {
    await asked.close();
    remove();
  }
};
const reportSchema = z.object({
  packages: z.array(z.object({ name: z.string(), isLoaded: z.boolean().nullable() })),
  findings: z.array(z.object({ part: z.string(), weight: z.string(), says: z.string() })),
});
type Found = z.infer<typeof reportSchema>['findings'][number];
const byWeight = (a: Found, b: Found): number => a.weight.localeCompare(b.weight);
const bomSchema = z.object({
  specVersion: z.string(),
  components: z.array(z.object({ name: z.string(), purl: z.string().optional() })),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
const lineAbout = (lines: readonly string[], part: string) => lines.filter((line) => line.includes(`${part}:`));

describe('a project in order', () => {
  it('passes; each package of production has its version and its licence, and what is loaded is told from what is not', async () => {
    const { status, lines, bom } = await deps(inOrder, {}, '--on', '2026-11-27', '--sbom', 'bom.json');
    expect(lines.slice(0, 5)).toEqual([
      'idle 1.0.0  MIT',
      'shared 1.0.0  ISC',
      'stand-in 1.0.0  ours',
      'used 1.0.0  MIT',
      '',
    ]);
    expect(lines.find((line) => line.startsWith('loaded:'))).toMatch(/^loaded: 2 of 4 packages, /);
    expect(lines.filter((line) => line.startsWith('  ')).map((line) => line.split(' ').at(-1))).toEqual(
      expect.arrayContaining(['idle', 'shared']),
    );
    expect(lines.slice(-4)).toEqual([
      'licences: 4 packages in production, all allowed, 0 of them one by one',
      'kept: Node 24 until 2028-04-30',
      'known vulnerabilities: none in what is installed for production',
      '0 faults, 0 warnings, 0 not checked',
    ]);
    expect(status).toBe(0);

    expect(bom?.specVersion).toBe('1.6');
    expect(bom?.components.map(({ name, purl }) => [name, purl])).toEqual([
      ['idle', 'pkg:npm/idle@1.0.0'],
      // A development package needs it too, and it is in production all the same.
      ['shared', 'pkg:npm/shared@1.0.0'],
      // What stands in for a package is not the registry's package of that name.
      ['stand-in', undefined],
      ['used', 'pkg:npm/used@1.0.0'],
    ]);
    expect(bom?.dependencies).toContainEqual({ ref: 'used@1.0.0', dependsOn: ['shared@1.0.0'] });
  });
});

describe('what makes it fail', () => {
  it('a licence nobody has allowed, by name', async () => {
    const { status, lines } = await deps(withPackage('GPL-3.0-only'), {});
    expect(lines).toContain(
      'FAULT licences: strange@1.2.3 has GPL-3.0-only, which is not on the list of allowed licences',
    );
    expect(status).toBe(1);
  });

  it('a date that is past, with the way off', async () => {
    const { status, lines } = await deps(inOrder, {}, '--on', '2028-05-01');
    expect(lines).toContain('FAULT kept: Node 24 was kept until 2028-04-30. Take the one that comes after it.');
    expect(status).toBe(1);
  });

  it('a critical vulnerability, and the answer to another does not cover it', async () => {
    const reviewed = [
      { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'idle', until: '2099-12-31', reason: 'It is never loaded here.' },
    ];
    const known = { idle: [advisory('high')], used: [advisory('critical')] };
    const { status, lines } = await deps({ ...inOrder, reviewed }, known, '--json');
    const { findings, packages } = reportSchema.parse(JSON.parse(lines.join('\n')));
    expect(findings.filter(({ part }) => part === 'known vulnerabilities').toSorted(byWeight)).toEqual([
      {
        part: 'known vulnerabilities',
        weight: 'fault',
        says: 'critical: used, Anybody can take it over (GHSA-aaaa-bbbb-cccc)',
      },
      {
        part: 'known vulnerabilities',
        weight: 'warning',
        says: 'high: idle, Anybody can take it over (GHSA-aaaa-bbbb-cccc); accepted until 2099-12-31: It is never loaded here.',
      },
    ]);
    expect(packages.map(({ name, isLoaded }) => [name, isLoaded])).toEqual([
      ['idle', false],
      ['shared', false],
      ['stand-in', true],
      ['used', true],
    ]);
    expect(status).toBe(1);
  });

  it('a product that does not start, with why', async () => {
    const { root, remove } = project({ ...inOrder, loads: ['nowhere'] });
    const answer = await loadedBy(root, []).finally(remove);
    expect(answer).toBe("the product could not be asked: Error: Cannot find module 'nowhere'");
  });
});

describe('where no database of vulnerabilities can be reached', () => {
  it.each([
    ['nobody listens', 'nowhere' as const],
    ['the registry has none', 405],
  ])('%s: it says that nothing was checked, and counts it', async (_why, known) => {
    const { status, lines } = await deps(inOrder, known, '--on', '2026-11-27');
    expect(lineAbout(lines, 'known vulnerabilities')).toEqual([
      'known vulnerabilities: not checked (no database could be reached)',
    ]);
    expect(lines.at(-1)).toBe('0 faults, 0 warnings, 1 not checked');
    expect(status).toBe(0);
  });
});
