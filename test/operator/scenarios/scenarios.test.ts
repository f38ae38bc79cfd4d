import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  runScenario as runIn,
  scenariosSchema,
  unanswered,
  type Scenario,
} from '../../../src/operator/scenarios/scenario.ts';
import { library } from '../../builders/standards.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

const runScenario = (scenario: Scenario) => runIn(library, scenario);

describe.each(['scenarios.json', 'moreScenarios.json', 'ownScenarios.json'])('%s', (file) => {
  const scenarios = scenariosSchema.parse(read(file));

  it.each(scenarios.map((scenario) => [`${scenario.id} ${String(scenario.title)}`, scenario] as const))(
    '%s',
    (_, scenario) => {
      const result = runScenario(scenario);
      expect(result).toMatchObject({ ok: true, value: { id: scenario.id, pass: true } });
    },
  );
});

describe('running a scenario', () => {
  const given = { meetingEndAt: '2026-05-22T15:30:00+01:00' };
  const one = (expected: Record<string, unknown>, facts: Record<string, unknown> = given) => ({
    id: 'X-1',
    standard: 'practice-standards-2025' as const,
    kind: 'deadline' as const,
    given: facts,
    expect: expected,
  });

  it('fails when an answer differs, and says what the product answers', () => {
    const result = runScenario(one({ recordUploadDueAt: '2026-05-27T23:59:59+01:00' }));
    const actual = { recordUploadDueAt: '2026-05-26T23:59:59+01:00' };
    expect(result).toEqual({ ok: true, value: { id: 'X-1', pass: false, actual } });
  });

  it('answers null to a key it has no answer for', () => {
    expect(runScenario(one({ concludeBy: null }))).toEqual({
      ok: true,
      value: { id: 'X-1', pass: true, actual: { concludeBy: null } },
    });
  });

  it('takes lists of names as sets, but not lists of answers', () => {
    const facts = { whereaboutsUnknownAt: '2026-06-09T10:00:00+01:00' };
    const names = runScenario(one({ requires: ['headOfServiceAgreement', 'police'] }, facts));
    expect(names.ok && names.value.pass).toBe(true);
    const checks = { ...given, checks: ['2026-05-26T10:00:00+01:00', '2026-05-28T10:00:00+01:00'] };
    const answers = runScenario(one({ onTime: [false, true] }, checks));
    expect(answers).toEqual({ ok: true, value: { id: 'X-1', pass: false, actual: { onTime: [true, false] } } });
  });

  it('names the scenario and the field that cannot be read', () => {
    const wrong = one({ recordUploadDueAt: null }, { meetingEndsAt: '2026-05-22T15:30:00+01:00' });
    expect(runScenario(wrong)).toEqual({
      ok: false,
      problem: 'Scenario X-1: "meetingEndsAt" is not a field the rules know.',
    });
    expect(unanswered(wrong)).toEqual({ id: 'X-1', pass: false, actual: { recordUploadDueAt: null } });
  });

  it('gives its own code where the scenario vocabulary has none for a refusal', () => {
    const outcome = {
      id: 'X-2',
      standard: 'practice-standards-2025' as const,
      kind: 'outcome' as const,
      given: { s47Decision: false, decisionReason: 'None', outcomes: [{ code: 'earlyHelp' }] },
      expect: { valid: false, errors: ['referralOwnerRequired:earlyHelp'] },
    };
    expect(runScenario(outcome)).toEqual({
      ok: true,
      value: { id: 'X-2', pass: true, actual: { valid: false, errors: ['referralOwnerRequired:earlyHelp'] } },
    });
  });
});
