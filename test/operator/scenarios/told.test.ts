/** What a scenario has from being told to the bot: its refusals, what it holds of the meeting, what it owes to whom. */
import { describe, expect, it } from 'vitest';
import { runScenario, type Scenario } from '../../../src/operator/scenarios/scenario.ts';
import { library } from '../../builders/standards.ts';

type Given = Readonly<Record<string, unknown>>;

/** The answers under these keys; what cannot be told fails with the sentence. */
const answers = (standard: string, kind: Scenario['kind'], given: Given, ...keys: readonly string[]): Given => {
  const expected = Object.fromEntries(keys.map((key) => [key, null]));
  const run = runScenario(library, { id: 'X-1', standard, kind, given, expect: expected });
  if (!run.ok) throw new Error(run.problem);
  return run.value.actual;
};

const present = (personId: string, role: string, more: Given = {}) => ({
  personId,
  role,
  mode: 'teams',
  hasDecisionAuthority: true,
  ...more,
});
const teamManager = { isChair: true, rank: 'teamManager' };

describe('a story the bot would not have', () => {
  it.each<[string, Scenario['kind'], Given, string]>([
    [
      'a meeting before the referral',
      'timescale',
      { referralReceivedAt: '2026-06-09T10:00:00+01:00', meetingDate: '2026-06-01' },
      'Scenario X-1: The meeting cannot start in the past. Choose a time from now on.',
    ],
    [
      'a decision before the referral',
      'deadline',
      { meetingEndAt: '2026-06-01T10:00:00+01:00', referralReceivedAt: '2026-06-09T10:00:00+01:00' },
      'Scenario X-1: The referral cannot have been received in the future. Check the date and time.',
    ],
  ])('is answered with why: %s', (_, kind, given, sentence) => {
    expect(() => answers('sandwell', kind, given, 'dueAt')).toThrow(sentence);
  });
});

describe('quorum', () => {
  const quorum = (attendees: readonly Given[], standard = 'practice-standards-2025', more: Given = {}) =>
    answers(standard, 'quorum', { attendees, ...more }, 'missing', 'canSaveDecision', 'warnings');

  it('records one person as one thing, the one that is wanted first', () => {
    const both = [present('p1', 'chair', teamManager), present('p2', 'health'), present('p2', 'policeDdm')];
    expect(quorum([...both, present('p3', 'socialWorker')])).toEqual({
      missing: ['health'],
      canSaveDecision: false,
      warnings: [],
    });
  });

  it('takes nobody of the family into the chair (S-1)', () => {
    const others = [present('p2', 'policeDdm'), present('p3', 'socialWorker'), present('p4', 'health')];
    expect(quorum([present('p1', 'parent', teamManager), ...others])).toMatchObject({ missing: ['chair'] });
  });

  it('knows nobody where nobody came', () => {
    expect(quorum([], 'darlington')).toMatchObject({
      missing: ['chair', 'socialWorker', 'health', 'police'],
      canSaveDecision: false,
    });
  });
});

describe('outcome', () => {
  const joint = { code: 's47Joint', risks: true, policeLead: 'dc1', socialWorkLead: 'sw1' };
  const outcome = (standard: string, given: Given) => answers(standard, 'outcome', given, 'valid', 'errors');

  it('without a plan lists what of it is blank', () => {
    expect(outcome('sandwell', { s47Decision: true, decisionReason: 'Harm', outcomes: [joint] })).toEqual({
      valid: false,
      errors: ['furtherInformationRequired', 'immediateActionRequired', 'legalActionRequired'],
    });
  });

  it('has its yes or no from what was chosen, except where the rules ask for it (P-1)', () => {
    const given = { decisionReason: 'Harm', outcomes: [{ ...joint, plan: true }] };
    expect(outcome('sandwell', given)).toEqual({ valid: true, errors: [] });
    expect(outcome('practice-standards-2025', given)).toEqual({ valid: false, errors: ['s47DecisionRequired'] });
  });

  it('is not wrong for a score where nobody scales', () => {
    const scores = [{ personId: 'p1', score: 11, analysis: '' }];
    const given = { s47Decision: true, decisionReason: 'Harm', outcomes: [{ ...joint, plan: true }], scores };
    expect(outcome('darlington', given)).toEqual({ valid: true, errors: [] });
  });
});

describe('deadline', () => {
  const ended = '2026-05-22T15:30:00+01:00';
  const deadline = (standard: string, given: Given, ...keys: readonly string[]) =>
    answers(standard, 'deadline', given, ...keys);

  it('of a notice is that of the debt: under Sandwell absent agencies have the actions with everybody else (R-7)', () => {
    expect(deadline('sandwell', { meetingEndAt: ended }, 'absentAgencyNoticeDueAt', 'referrerNoticeDueAt')).toEqual({
      absentAgencyNoticeDueAt: '2026-05-26T23:59:59+01:00',
      referrerNoticeDueAt: null,
    });
  });

  it('of word in writing stands for a referrer who took part, who is not told in person besides (N-2, N-3)', () => {
    const given = { cpDecisionConcludedAt: ended, referrerInvolved: true };
    expect(deadline('liverpool', given, 'writtenNoticeDueAt', 'verbalNotice')).toEqual({
      writtenNoticeDueAt: '2026-05-23T23:59:59+01:00',
      verbalNotice: null,
    });
  });

  it('counts from a decision taken after the meeting where the rule does (P-4, N-3)', () => {
    const given = { meetingEndAt: ended, cpDecisionConcludedAt: '2026-05-27T09:00:00+01:00', referrerInvolved: false };
    expect(deadline('liverpool', given, 'writtenNoticeDueAt', 'verbalNotice')).toEqual({
      writtenNoticeDueAt: '2026-05-28T23:59:59+01:00',
      verbalNotice: 'asap',
    });
  });

  it('does not follow from what was only made up to have a whole discussion', () => {
    const keys = ['recordUploadDueAt', 'childSeenDueAt', 'assessmentDueAt', 's47DueAt'];
    expect(deadline('practice-standards-2025', { strategyDiscussionAt: ended }, ...keys)).toEqual({
      recordUploadDueAt: null,
      childSeenDueAt: null,
      assessmentDueAt: null,
      s47DueAt: '2026-06-06T23:59:59+01:00',
    });
  });

  it.each([
    ['without the Head of Service', [{ exceptional: true, headOfServiceAuthorised: false }], false],
    ['with both', [{ exceptional: true, headOfServiceAuthorised: true }], true],
  ])('of all the discussions is passed %s: %j (DL-10)', (_, cases, proposedNextAllowed) => {
    const given = {
      firstDiscussionAt: '2026-01-15T10:00:00Z',
      previousDiscussionAt: '2026-04-01T10:00:00+01:00',
      proposedNextAt: '2026-04-20T10:00:00+01:00',
      cases,
    };
    expect(deadline('sandwell', given, 'proposedNextAllowed')).toEqual({ proposedNextAllowed });
  });
});
