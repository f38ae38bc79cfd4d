import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputProblem } from '../../src/operator/io.ts';
import { practiceCommands } from '../../src/operator/practice.ts';
import type { Listed } from '../../src/practice/unfillable.ts';
import { builtInStandards } from '../../src/start/standards.ts';
import { library } from '../builders/standards.ts';

const folder = mkdtempSync(join(tmpdir(), 'practice-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run strategy -- ...` as an operator does; `directory` holds those who can be invited. */
const strategyWith = async (directory: readonly Listed[], ...args: readonly string[]): Promise<Outcome> => {
  const said = { code: 0, out: '', err: '' };
  const program = new Command('strategy').exitOverride().configureOutput({
    writeOut: (text) => (said.out += text),
    writeErr: (text) => (said.err += text),
  });
  practiceCommands(program, {
    io: {
      read: (path) => readFileSync(path, 'utf8'),
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
      exit: (code) => (said.code = code),
    },
    library,
    texts: builtInStandards(),
    options: {},
    write: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
    directory: () => Promise.resolve(directory),
  });
  try {
    await program.parseAsync(['node', 'strategy', ...args]);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return { ...said, code: thrown.exitCode === 0 ? 0 : 2 };
    if (thrown instanceof InputProblem) return { ...said, code: 2, err: `${said.err}${thrown.message}\n` };
    throw thrown;
  }
  return said;
};
const strategy = (...args: readonly string[]): Promise<Outcome> => strategyWith([], ...args);

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const facts = file('facts.json', {
  referralReceivedAt: '2026-05-22T16:55:00+01:00',
  circumstances: ['immediateRisk'],
  concerns: ['physicalInjury'],
  complexReasons: ['positionOfTrust'],
  referrer: 'school',
});

const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('practice explain', () => {
  it('prints what Sandwell requires, each answer with its rule and source, on 80 columns', async () => {
    const { code, out } = await strategy('practice', 'explain', '--standard', 'sandwell', '--facts', facts);
    expect(code).toBe(0);
    expect(out).toContain('Friday 22 May 2026, 11:59pm. For immediate risk');
    expect(out).toContain('T-7: Section 9');
    expect(out).toContain('Safeguarding Unit chair, Senior Manager, Head of Service (complex meeting).');
    expect(out).toContain('CH-4: Sections 4 and 4.1');
    expect(out).not.toContain('What follows from what was said');
    expect(out).toContain('L-1: Section 10');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('says what follows from what was said, and counts from the referral while the time of the action is not known', async () => {
    const injured = file('injured.json', {
      referralReceivedAt: '2026-05-22T16:55:00+01:00',
      circumstances: ['emergencyActionTaken'],
      concerns: ['criminalPhysicalInjury'],
    });
    const { out } = await strategy('practice', 'explain', '--standard', 'practice-standards-2025', '--facts', injured);
    expect(out).toContain('What follows from what was said\n  Physical injury: from Criminal physical injury');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('A manager may set it aside with a reason.');
    expect(out).toContain('The time of the emergency action is not known');
    expect(out).toContain('Read the other way (workingDay1): Tuesday 26 May 2026, 11:59pm.');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('gives the same as data, in London time', async () => {
    const { out } = await strategy('practice', 'explain', '--standard', 'sandwell', '--facts', facts, '--json');
    const found = z
      .looseObject({
        timescale: z.looseObject({ dueAt: z.string(), governing: z.string() }),
        sources: z.record(z.string(), z.looseObject({ heading: z.string() })),
      })
      .parse(JSON.parse(out));
    expect(found.timescale).toMatchObject({ dueAt: '2026-05-22T23:59:59+01:00', governing: 'T-7' });
    expect(found.sources['T-7']?.heading).toBe('Section 9');
  });

  it('lays the local standards side by side', async () => {
    const { code, out } = await strategy('practice', 'explain', '--compare', '--facts', facts);
    expect(code).toBe(0);
    for (const title of ['Practice Standards 2025', 'Darlington', 'Sandwell', 'Liverpool']) {
      expect(out.split(title)).toHaveLength(6);
    }
    expect(out).toContain('Friday 22 May 2026, 11:59pm (T-2)');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('compares as data by the key of the standard', async () => {
    const { out } = await strategy('practice', 'explain', '--compare', '--facts', facts, '--json');
    expect(Object.keys(JSON.parse(out) as object)).toEqual([
      'darlington',
      'liverpool',
      'practice-standards-2025',
      'sandwell',
    ]);
  });
});

describe('practice check', () => {
  it('prints what blocks and what warns', async () => {
    const given = file('check.json', {
      standard: 'practice-standards-2025',
      attendees: [
        {
          personId: 'p1',
          role: 'chair',
          mode: 'teams',
          hasDecisionAuthority: true,
          isChair: true,
          rank: 'teamManager',
        },
        { personId: 'p2', role: 'police', mode: 'phone', hasDecisionAuthority: true },
      ],
      s47Decision: false,
      decisionReason: 'Threshold not met',
      outcomes: [{ code: 'noFurtherAction' }],
    });
    const { code, out } = await strategy('practice', 'check', '--facts', given);
    expect(code).toBe(0);
    expect(out).toMatch(/^Blocks\n {2}Social worker: nobody takes part\.\n {6}Q-2, seatMissing:socialWorker\n/);
    expect(out).toContain('O-7, nfaReasonRequired');
    expect(out).toContain('Warns\n  The officer is not a Dedicated Decision Maker');
    const data = await strategy('practice', 'check', '--facts', given, '--json');
    expect(Object.keys(JSON.parse(data.out) as object)).toEqual(['blocks', 'warns']);
  });

  it('says so when nothing blocks', async () => {
    const { out } = await strategy('practice', 'check', '--standard', 'darlington', '--facts', file('none.json', {}));
    expect(out).toBe('Nothing blocks this.\n');
  });
});

describe('practice rules', () => {
  it('prints a standard as a document, baseline rules with their own source', async () => {
    const { code, out } = await strategy('practice', 'rules', '--standard', 'liverpool');
    expect(code).toBe(0);
    expect(out).toContain('Q-8     Before birth midwifery takes part, and counts as health too.');
    expect(out).toContain('Working Together to Safeguard Children 2023');
    expect(out).toContain('DL-7: Are the "45 days" of a Liverpool assessment calendar or working days?');
    expect(out).toContain('In force: calendar days, the earlier (READINGS=DL-7:calendarDays).');
    expect(out).toContain('Otherwise: working days (READINGS=DL-7:workingDays).');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('prints the leaflet for families too, and all of them as data', async () => {
    const leaflet = await strategy('practice', 'rules', '--standard', 'family-guide');
    expect(leaflet.out).toContain('Will my child be taken away? (FG-7)');
    const { out } = await strategy('practice', 'rules', '--standard', 'sandwell', '--json');
    const { rules } = z.looseObject({ rules: z.array(z.looseObject({ id: z.string() })) }).parse(JSON.parse(out));
    expect(rules.length).toBeGreaterThan(100);
  });
});

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

describe('practice scenarios', () => {
  const given = fileURLToPath(new URL('./scenarios/scenarios.json', import.meta.url));
  const results = z.array(
    z.strictObject({ id: z.string(), pass: z.boolean(), actual: z.record(z.string(), z.unknown()) }),
  );
  const scenarios = z
    .array(z.looseObject({ id: z.string(), expect: z.record(z.string(), z.unknown()) }))
    .parse(JSON.parse(readFileSync(given, 'utf8')));
  let found: Outcome;
  beforeAll(async () => {
    found = await strategy('practice', 'scenarios', given, '--json');
  });

  it('runs every scenario and answers with the keys of what was expected', () => {
    expect(found.code).toBe(0);
    expect(results.parse(JSON.parse(found.out))).toEqual(
      scenarios.map(({ id, expect: actual }) => ({ id, pass: true, actual })),
    );
  });

  it('exits with 1 when one fails', async () => {
    const [first] = scenarios;
    const wrong = file('wrong.json', [{ ...first, expect: { governing: 'T-2' } }]);
    const { code, out } = await strategy('practice', 'scenarios', wrong);
    expect([code, out]).toEqual([1, 'TS-01 FAILS: {"governing":"T-1"}\n0 of 1 pass\n']);
  });

  it('answers the others when one cannot be read, and exits with 2', async () => {
    const [first, second] = scenarios;
    const wrong = file('unread.json', [{ ...first, given: { circumstance: [] } }, second]);
    const { code, out, err } = await strategy('practice', 'scenarios', wrong, '--json');
    expect([code, err]).toEqual([2, 'Scenario TS-01: "circumstance" is not a field the rules know.\n']);
    expect(results.parse(JSON.parse(out)).map(({ pass }) => pass)).toEqual([false, true]);
  });
});

describe('bad input is one sentence naming the field, and exit code 2', () => {
  it.each<[string, string[], string]>([
    [
      'a misspelt circumstance',
      ['explain', '--standard', 'sandwell', '--facts', file('a.json', { circumstances: ['seriusRisk'] })],
      '"circumstances[0]": "seriusRisk" is not a fact the rules know.',
    ],
    [
      'an unknown field',
      ['check', '--standard', 'sandwell', '--facts', file('b.json', { referal: 1 })],
      '"referal" is not a field the rules know.',
    ],
    [
      'a time without its offset',
      ['explain', '--standard', 'sandwell', '--facts', file('c.json', { referralReceivedAt: '2026-05-22T16:55' })],
      '"referralReceivedAt": must be a date and time with its offset, such as 2026-05-22T16:55:00+01:00.',
    ],
    [
      'a standard that is none',
      ['rules', '--standard', 'narnia'],
      '--standard: "narnia" must be one of working-together-2023, darlington, liverpool, practice-standards-2025, sandwell, family-guide.',
    ],
    [
      'no standard at all',
      ['explain', '--facts', facts],
      '--standard is missing: name one of working-together-2023, darlington, liverpool, practice-standards-2025, sandwell.',
    ],
    [
      'a standard in the facts that is none',
      ['check', '--facts', file('g.json', { standard: 'narnia' })],
      '--standard: "narnia" must be one of working-together-2023, darlington, liverpool, practice-standards-2025, sandwell.',
    ],
    ['neither a file nor facts', ['check'], 'Name either a standard’s file to check, or facts with --facts.'],
    ['no facts', ['explain', '--standard', 'sandwell'], "error: required option '--facts <file>' not specified"],
    [
      'a file that is not there',
      ['explain', '--standard', 'sandwell', '--facts', '/nowhere/f.json'],
      '--facts: the file /nowhere/f.json cannot be read.',
    ],
    [
      'a file that is not JSON',
      ['scenarios', file('d.json', '{')],
      `FILE: the file ${join(folder, 'd.json')} is not JSON.`,
    ],
    ['scenarios that are no list', ['scenarios', file('e.json', {})], 'The facts: must be a list of scenarios.'],
    [
      'a kind of scenario that is none',
      ['scenarios', file('f.json', [{ id: 'X', standard: 'sandwell', kind: 'weather', given: {}, expect: {} }])],
      '"[0].kind": must be one of timescale, quorum, invitees, outcome, deadline.',
    ],
  ])('%s', async (_, args, sentence) => {
    const { code, out, err } = await strategy('practice', ...args);
    expect([code, out, err.trim()]).toEqual([2, '', sentence]);
  });

  it('help is no error', async () => {
    const { code, out } = await strategy('practice', 'explain', '--help');
    expect(code).toBe(0);
    expect(out).toContain('--facts <file>');
  });
});
