import { describe, expect, it } from 'vitest';
import {
  attendanceSchema,
  decisionSchema,
  parseGiven,
  progressSchema,
  situationSchema,
} from '../../src/practice/language/given.ts';
import { caseSchema, unknownFact } from '../../src/practice/caseFile.ts';
import { at, under } from './given.ts';

const problem = (result: ReturnType<typeof parseGiven>) => (result.ok ? 'read' : result.problem);

describe('facts that cannot be read', () => {
  it.each<[string, string]>([
    [
      unknownFact(under('SA'), caseSchema.parse({ circumstances: ['seriusRisk'] })) ?? 'read',
      '"circumstances[0]": "seriusRisk" is not a fact the rules know.',
    ],
    [problem(parseGiven(situationSchema, { referal: 1 })), '"referal" is not a field the rules know.'],
    [
      problem(parseGiven(situationSchema, { referralReceivedAt: '2026-05-22T16:55:00' })),
      '"referralReceivedAt": must be a date and time with its offset, such as 2026-05-22T16:55:00+01:00.',
    ],
    [
      problem(parseGiven(situationSchema, { referralReceivedAt: '2026-13-40T16:55:00Z' })),
      '"referralReceivedAt": must be a date and time with its offset, such as 2026-05-22T16:55:00+01:00.',
    ],
    [
      problem(parseGiven(situationSchema, { childDateOfBirth: '2026-02-30' })),
      '"childDateOfBirth": must be a date that exists, such as 2026-05-22.',
    ],
    [
      problem(parseGiven(situationSchema, { forensicEvidenceNeeded: 'yes' })),
      '"forensicEvidenceNeeded": must be true or false.',
    ],
    [problem(parseGiven(attendanceSchema, { attendees: [{ personId: 'p1', role: 'x' }] })), '"attendees[0].mode"'],
    [problem(parseGiven(decisionSchema, { outcomes: [{}] })), '"outcomes[0].code": must be the name of an outcome.'],
    [problem(parseGiven(progressSchema, { checks: [{ a: 1 }] })), '"checks[0]"'],
    [problem(parseGiven(situationSchema, 'nothing')), 'The facts: '],
  ])('%s', (said, expected) => {
    expect(said.startsWith(expected)).toBe(true);
    expect(said.endsWith('.')).toBe(true);
  });
});

describe('facts that can be written in more than one way', () => {
  const value = <T>(result: { ok: true; value: T } | { ok: false; problem: string }): T => {
    if (!result.ok) throw new Error(result.problem);
    return result.value;
  };

  it('the day of the meeting may be given as a time', () => {
    const given = value(parseGiven(situationSchema, { meetingDate: '2026-06-08T23:30:00Z' }));
    expect(given.meetingDate).toBe('2026-06-09');
  });

  it('people proposed may be named by role alone', () => {
    const given = value(parseGiven(situationSchema, { proposed: ['parent', { role: 'health', name: 'A' }] }));
    expect(given.proposed).toEqual(['parent', 'health']);
  });

  it('what a child already is may be a list', () => {
    const listed = value(parseGiven(decisionSchema, { child: ['childProtectionPlan'] }));
    expect(listed.child).toEqual({ cpPlan: true, lookedAfter: false });
    expect(value(parseGiven(decisionSchema, { child: { cpPlan: true } })).child).toEqual(listed.child);
  });

  it('the time something was done may have a name', () => {
    const given = { checks: ['2026-06-09T10:00:00+01:00', { completedAt: '2026-06-09T11:00:00+01:00' }] };
    expect(value(parseGiven(progressSchema, given)).checks).toEqual([
      at('2026-06-09T09:00:00Z'),
      at('2026-06-09T10:00:00Z'),
    ]);
  });
});
