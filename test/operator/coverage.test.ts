import { globSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { byArea, byDeadline, byKind, byRule } from '../../src/operator/coverageTable.ts';
import type { Standing } from '../../src/operator/standing.ts';
import { practiceCommands } from '../../src/operator/practice.ts';
import { conveningAreas } from '../../src/practice/answers/cautions.ts';
import { decidingAreas } from '../../src/practice/answers/decidingAreas.ts';
import { enquiryAreas } from '../../src/practice/answers/enquiry.ts';
import { builtInStandards } from '../../src/start/standards.ts';
import { library, practiceFor, standardKeys } from '../builders/standards.ts';

const coverage = async (...args: readonly string[]): Promise<string> => {
  let out = '';
  const program = new Command('strategy').exitOverride();
  practiceCommands(program, {
    io: {
      read: (path) => readFileSync(path, 'utf8'),
      out: (text) => (out += text),
      err: (text) => (out += text),
      exit: () => undefined,
    },
    library,
    texts: builtInStandards(),
    options: {},
    write: () => undefined,
    directory: () => Promise.resolve([]),
  });
  await program.parseAsync(['node', 'strategy', 'practice', 'coverage', ...args]);
  return out;
};

const total = standardKeys.reduce((sum, key) => sum + practiceFor(key).rules.length, 0);
const lastLine = /^acts (\d+), informs (\d+), does not act (\d+) of (\d+)$/;

describe('practice coverage', () => {
  it('has one line for every rule of every standard, and counts them at the end', async () => {
    const lines = (await coverage()).trimEnd().split('\n');
    const expected = standardKeys.flatMap((key) => practiceFor(key).rules.map(({ id }) => [key, id]));
    expect(lines.slice(0, -1).map((line) => line.split(/\s+/).slice(0, 2))).toEqual(expected);
    const counts =
      lastLine
        .exec(lines.at(-1) ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    const [acts = 0, informs = 0, idle = 0, of] = counts;
    expect([acts + informs + idle, of]).toEqual([total, total]);
    const saying = (is: string): number => lines.filter((line) => line.slice(34).startsWith(is)).length;
    expect([saying('acts '), saying('informs '), saying('does not act ')]).toEqual([acts, informs, idle]);
  });

  it('of one standard has the rules of that one', async () => {
    const lines = (await coverage('--standard', 'darlington')).trimEnd().split('\n');
    expect(lines).toHaveLength(practiceFor('darlington').rules.length + 1);
    expect(lines.at(-1)).toMatch(lastLine);
  });

  it('as data has the same', async () => {
    const data = z
      .object({
        rules: z.array(z.object({ standard: z.string(), rule: z.string(), is: z.string() })),
        of: z.number(),
      })
      .parse(JSON.parse(await coverage('--json')));
    expect([data.rules.length, data.of]).toEqual([total, total]);
  });
});

const tables: Readonly<Record<string, Standing>> = { ...byArea, ...byDeadline, ...byKind, ...byRule };
const acting = Object.values(tables).flatMap((standing) => (standing.is === 'acts' ? [standing.shownBy] : []));

describe('the table', () => {
  it('names tests that are there, and that go over HTTP', () => {
    const missing = acting.filter(({ file, test }) => !readFileSync(file, 'utf8').includes(test));
    expect(missing).toEqual([]);
    expect(acting.filter(({ file }) => !/^test\/(journey|stories)\/[\w-]+\.test\.ts$/.test(file))).toEqual([]);
  });

  it('names rules that are there', () => {
    const ids: readonly string[] = standardKeys.flatMap((key) => practiceFor(key).rules.map(({ id }) => id));
    expect(Object.keys(byRule).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('counts nothing as acting that the program does not look at', () => {
    const texts = (glob: string): string =>
      globSync(glob)
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n');
    const answers = texts('src/practice/answers/*.ts');
    const kinds = Object.entries(byKind).filter(([, { is }]) => is === 'acts');
    // How one attends is asked and counted whatever the rule says.
    const unread = kinds.filter(
      ([kind]) => !answers.includes(`'${kind}'`) && !['attendance', 'excluded'].includes(kind),
    );
    expect(unread.map(([kind]) => kind)).toEqual([]);

    const forms = texts('src/{cards,discussion,words}/**/*.ts');
    const asked: readonly string[] = [
      ...decidingAreas,
      ...conveningAreas,
      ...enquiryAreas,
      'plan',
      'reply',
      'decline',
      'invitation',
      'writtenInformation',
    ];
    const areas = Object.entries(byArea).filter(([, { is }]) => is === 'acts');
    expect(areas.filter(([area]) => !asked.includes(area) && !forms.includes(`'${area}'`))).toEqual([]);

    const debts = texts('src/discussion/**/*.ts');
    const deadlines = Object.entries(byDeadline).filter(([, { is }]) => is === 'acts');
    expect(deadlines.filter(([name]) => !debts.includes(name))).toEqual([]);
  });
});
