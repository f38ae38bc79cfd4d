import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'practice-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = promisify(execFile);

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run strategy -- ...` as an operator does, in a process of its own. */
const strategy = async (...args: readonly string[]): Promise<Outcome> => {
  try {
    const { stdout, stderr } = await run(process.execPath, ['src/start/strategy.ts', ...args], {
      cwd: root,
      maxBuffer: 1e8,
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
};

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
    expect(out).toContain('Safeguarding Unit chair, Senior Manager (complex meeting)');
    expect(out).toContain('CH-4: Sections 4 and 4.1');
    expect(out).toContain('L-1: Section 10');
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
    expect(out).toContain('Friday 22 May 2026, 11:59pm (T-5)');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('compares as data by the key of the standard', async () => {
    const { out } = await strategy('practice', 'explain', '--compare', '--facts', facts, '--json');
    expect(Object.keys(JSON.parse(out) as object)).toEqual([
      'practice-standards-2025',
      'darlington',
      'sandwell',
      'liverpool',
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
    expect(out).toContain('DL-7, setting assessmentDays');
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

describe('practice scenarios', () => {
  const given = fileURLToPath(new URL('../practice/scenarios.json', import.meta.url));
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
      '--standard: "narnia" must be one of working-together-2023, practice-standards-2025, darlington, sandwell, liverpool, family-guide.',
    ],
    [
      'no standard at all',
      ['explain', '--facts', facts],
      '--standard is missing: name one of working-together-2023, practice-standards-2025, darlington, sandwell, liverpool.',
    ],
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
