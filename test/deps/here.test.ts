/** The packages of this repository itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { installedFor } from '../../.ci/tools/deps/installed.ts';
import { checkKept, keptSchema } from '../../.ci/tools/deps/kept.ts';
import { checkLicences, licencesSchema } from '../../.ci/tools/deps/licences.ts';
import { readLock } from '../../.ci/tools/deps/lock.ts';
import { reviewedSchema } from '../../.ci/tools/deps/vulnerabilities.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const reviewed = (name: string): unknown => read(`.ci/tools/deps/${name}.json`);
const lock = readLock('.');
const { packages, findings } = installedFor('.', lock);

describe('what this product is made of', () => {
  it('is installed as package-lock.json has it', () => {
    expect(findings).toEqual([]);
    expect(packages.map(({ name }) => name)).toContain('zod');
    expect(packages.map(({ name }) => name)).not.toContain('vitest');
  });

  it('has licences that are allowed, or that somebody has looked at', () => {
    const found = checkLicences(packages, licencesSchema.parse(reviewed('licences')));
    expect(found.map(({ weight }) => weight)).toEqual(['fine']);
  });

  it('is on the list where nobody maintains it', () => {
    const { engines } = read('package.json') as { engines: { node: string } };
    const found = checkKept(keptSchema.parse(reviewed('kept')), lock, engines.node, '2026-11-27');
    expect(found.filter(({ weight }) => weight === 'fault')).toEqual([]);
    expect(() => reviewedSchema.parse(reviewed('advisories'))).not.toThrow();
  });

  it('has no dialogs: whoever begins one is told (docs/decisions/031)', () => {
    const { Dialog } = createRequire(import.meta.url)('botbuilder-dialogs') as { Dialog: new () => unknown };
    expect(() => new Dialog()).toThrow('There are no dialogs here: docs/decisions/031');
    const ours = packages.filter(({ isOurs }) => isOurs).map(({ name }) => name);
    expect(ours).toEqual(['botbuilder-dialogs', 'gpt-tokenizer', 'openai']);
  });
});
