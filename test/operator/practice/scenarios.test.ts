import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { file, strategy, type Outcome, withFolder } from './strategy.ts';

withFolder();

describe('practice scenarios', () => {
  const given = fileURLToPath(new URL('../scenarios/scenarios.json', import.meta.url));
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
