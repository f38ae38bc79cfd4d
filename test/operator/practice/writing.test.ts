import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { file, folder, longest, strategy, strategyWith, withFolder } from './strategy.ts';

withFolder();

describe('a standard written by a council', () => {
  const started = async (): Promise<string> => {
    const { code, out } = await strategy('practice', 'new', 'my-council', '--from', 'darlington');
    expect(code).toBe(0);
    return out;
  };

  it('begins as a copy with its own key, title and version, explained, and sound as it stands', async () => {
    const text = await started();
    expect(text).toMatch(/^standard: my-council\ntitle: My council\nversion: '1'\n/m);
    expect(text).toContain('#   version    change it whenever a rule changes.');
    expect(text).toContain('  # Who must be there (Q)\n  - id: Q-1\n');
    const path = file('begun.yaml', text);
    const { code, out } = await strategy('practice', 'check', path);
    expect([code, out]).toEqual([0, `${path} is sound: My council, version 1, 33 rules.\n`]);
  });

  it('is written to a file that is not there yet, and to no other', async () => {
    const path = join(folder, 'written.yaml');
    const made = await strategy('practice', 'new', 'my-council', '--from', 'sandwell', '--out', path);
    expect([made.code, readFileSync(path, 'utf8').includes('standard: my-council')]).toEqual([0, true]);
    const again = await strategy('practice', 'new', 'my-council', '--from', 'sandwell', '--out', path);
    expect([again.code, again.err]).toEqual([2, `--out: ${path} cannot be written, or is there already.\n`]);
  });

  it.each([
    [
      'Sandwell!',
      'darlington',
      'KEY: "Sandwell!" must be lower-case letters, digits and hyphens, such as my-council.\n',
    ],
    ['sandwell', 'darlington', 'KEY: there is a standard sandwell already.\n'],
    [
      'my-council',
      'narnia',
      '--from: "narnia" must be one of working-together-2023, darlington, liverpool, practice-standards-2025, sandwell.\n',
    ],
  ])('is not begun as %s from %s', async (key, from, problem) => {
    const { code, err } = await strategy('practice', 'new', key, '--from', from);
    expect([code, err]).toEqual([2, problem]);
  });

  it('has its faults told by file, line, column and rule', async () => {
    const text = (await started())
      .replace('strength: must', 'strength: maybe')
      .replace('[immediateRisk,', '[imediateRisk,');
    const path = file('faulty.yaml', text);
    const lineOf = (part: string) => text.split('\n').findIndex((each) => each.includes(part)) + 1;
    const [line, other] = [lineOf('strength: maybe'), lineOf('[imediateRisk')];
    const { code, out } = await strategy('practice', 'check', path);
    expect(code).toBe(1);
    expect(out).toBe(
      `${path} is not sound.\n\nFaults\n` +
        `${path}:${line}:5 (C-1) “strength” must be one of must, should, consider, info: found “maybe”.\n` +
        `${path}:${other}:21 (A-DA-5) “imediateRisk” is no fact. Choose one of the facts every standard knows, or add it under “facts”.\n`,
    );
  });

  it('has what is idle told as well: rules that never apply, facts nobody can enter, seats nobody can fill', async () => {
    const text = (await started())
      .replace(
        'rules:\n',
        'facts:\n  floodedHome: { group: circumstances, of: discussion, words: The home is flooded }\nrules:\n',
      )
      .replace(
        'when: { anyOf: [specialistNeeded] }',
        'when: { anyOf: [specialistNeeded], noneOf: [specialistNeeded] }',
      );
    const path = file('idle.yaml', text);
    const { code, out } = await strategyWith(
      [{ roles: ['socialWorker', 'police'], rank: null }],
      'practice',
      'check',
      path,
    );
    expect(code).toBe(1);
    expect(out).toMatch(/Rules that can never apply\n\S+:\d+:5 \(I-5\) This never holds: /);
    expect(out).toMatch(/Facts nobody can enter\n\S+:\d+:3 No rule turns on “floodedHome”, so no form asks for it\.\n/);
    expect(out).toContain('Seats nobody in the directory can fill\n(Q-1) Health professional: ');
  });
});

describe('practice diff', () => {
  it('says rule by rule what one standard has otherwise than another', async () => {
    const { code, out } = await strategy('practice', 'diff', 'liverpool@2020.9', 'liverpool');
    expect(code).toBe(0);
    expect(out).toContain('From Liverpool, version 2020.9\nto Liverpool, version 2026.1\n');
    expect(out).toContain('replaces: drops DL-6');
    expect(out).toContain('  T-13\n');
    expect(out).toContain(
      '    advised sooner: now where it applies any of emergencyActionNeeded,\n      immediateRisk, limit the same day\n',
    );
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('compares a file, its rules added, gone and changed', async () => {
    const begun = await strategy('practice', 'new', 'my-council', '--from', 'darlington');
    const path = file(
      'changed.yaml',
      begun.out.replace('workingDays: 45', 'workingDays: 40').replace('- id: I-5', '- id: I-55'),
    );
    const { out } = await strategy('practice', 'diff', 'darlington', path);
    expect(out).toContain('Added\n  I-55    Consider specialists, such as a medical consultant.\n');
    expect(out).toContain('Gone\n  I-5     Consider specialists, such as a medical consultant.\n');
    expect(out).toContain('  DL-6\n    what falls due, assessmentDueAt, limit, working days: 45 before, now 40\n');
    expect((await strategy('practice', 'diff', 'darlington', 'darlington')).out).toContain('They say the same.');
  });

  it('knows no standard that is none', async () => {
    const { code, err } = await strategy('practice', 'diff', 'darlington', 'narnia');
    expect([code, err.startsWith('There is no standard narnia. Name a file, or one of ')]).toEqual([2, true]);
  });
});

describe('practice schema', () => {
  it('is a JSON Schema that offers the facts by name', async () => {
    const { out } = await strategy('practice', 'schema');
    const schema = z.looseObject({ $schema: z.string(), required: z.array(z.string()) }).parse(JSON.parse(out));
    expect(schema.required).toEqual(['standard', 'title', 'version', 'source', 'rules']);
    expect(out).toContain('"immediateRisk"');
    expect(out).toContain('"jointInvestigation"');
  });
});
