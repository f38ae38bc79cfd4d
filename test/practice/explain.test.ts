import { practiceFor, standardKeys } from '../builders/standards.ts';
import { describe, expect, it } from 'vitest';
import { caseSchema, type CaseFile } from '../../src/practice/caseFile.ts';
import { parseGiven } from '../../src/practice/language/given.ts';
import { at, check, explain, person, under } from './given.ts';

const facts: CaseFile = {
  referralReceivedAt: at('2026-05-22T16:55:00+01:00'),
  circumstances: ['immediateRisk'],
  concerns: ['physicalInjury'],
  complexReasons: ['positionOfTrust'],
  referrer: 'school',
};

describe('an explanation', () => {
  const found = explain(under('SA'), facts);

  it('names the governing deadline, the chair, the seats, whom to invite and what is later due', () => {
    expect(found.timescale.governing).toBe('T-7');
    expect(found.chair).toMatchObject({
      rule: 'CH-4',
      ranks: ['safeguardingUnitChair', 'seniorManager', 'headOfService'],
    });
    expect(found.seats).toHaveLength(6);
    expect(found.invitees.required).toContain('lado');
    expect(found.laterDeadlines.find(({ rule }) => rule === 'DL-6')?.dueAt).toBe(at('2026-07-27T23:59:59+01:00'));
  });

  it('tells deadlines with a date from those that wait for their event', () => {
    const dated = found.laterDeadlines.filter(({ dueAt }) => dueAt !== null).map(({ rule }) => rule);
    expect(dated).toEqual(['DL-6']);
    expect(found.laterDeadlines.map(({ name }) => name)).toContain('minutesDueAt');
  });

  it('cites a source for every rule it names', () => {
    for (const rule of [found.chair.rule, ...found.timescale.applies, ...found.seats.map((seat) => seat.rule)]) {
      expect(found.sources[rule]?.heading).toMatch(/^Section/);
    }
  });

  it('shows what an enquiry would bring until it is decided that there is none', () => {
    const enquiry = (given: CaseFile) =>
      explain(under('PS'), given).moments.find((moment) => moment.at === 'enquiry')?.duties.length;
    expect([enquiry(facts), enquiry({ ...facts, s47Decision: false })]).toEqual([3, 0]);
  });

  it.each(standardKeys)('of no facts at all can be given under %s', (key) => {
    expect(explain(practiceFor(key), {}).standard.key).toBe(key);
  });
});

describe('a case in one file', () => {
  it('may hold the facts of every kind together', () => {
    const given = {
      standard: 'sandwell',
      referralReceivedAt: '2026-05-22T16:55:00+01:00',
      attendees: [],
      format: 'phone',
      s47Decision: false,
      outcomes: [],
      meetingEndAt: '2026-05-26T11:00:00+01:00',
    };
    expect(parseGiven(caseSchema, given).ok).toBe(true);
    expect(parseGiven(caseSchema, { ...given, standard: 7 })).toMatchObject({ ok: false });
  });
});

describe('a check', () => {
  const blocks = (given: CaseFile, standard: Parameters<typeof under>[0] = 'PS') =>
    check(under(standard), given).faults.map(({ code }) => code);
  const chair = person('p1', 'chair', { isChair: true, rank: 'teamManager' });
  const four = [chair, person('p2', 'policeDdm'), person('p3', 'socialWorker'), person('p4', 'health')];

  it('finds nothing against a quorate discussion with a complete decision', () => {
    const decided: CaseFile = {
      attendees: four,
      s47Decision: false,
      decisionReason: 'Threshold not met',
      outcomes: [{ code: 'earlyHelp', referralOwner: 'sw1' }],
    };
    expect(check(under('PS'), decided)).toEqual({ faults: [], warnings: [] });
  });

  it('says which seat is short and why, and how to go on', () => {
    const attendees = [...four.slice(0, 3), person('p4', 'paediatrician', { hasDecisionAuthority: false })];
    const { faults } = check(under('PS'), { attendees, concerns: ['physicalInjury'] });
    expect(faults).toEqual([
      {
        code: 'seatMissing:health',
        rule: 'Q-2',
        words: 'Health professional: they cannot decide for their agency.',
      },
      {
        code: 'seatMissing:paediatrician',
        rule: 'Q-3',
        words: 'Paediatrician: they cannot decide for their agency. The chair may override it with a reason.',
      },
    ]);
  });

  it('says which ranks may chair, and that an officer is not the decision maker', () => {
    const attendees = [person('p1', 'chair', { isChair: true, rank: 'deputyTeamLeader' }), person('p2', 'police')];
    const { warnings } = check(under('PS'), { attendees });
    expect(warnings.map(({ rule, words }) => `${rule} ${words}`)).toEqual([
      'CH-1 May chair: Team Manager, Service Manager.',
      'Q-2 The officer is not a Dedicated Decision Maker: ask for one.',
    ]);
  });

  it('warns of a chair of a rank that is allowed but not preferred (CH-6)', () => {
    const attendees = [person('p1', 'socialWorkManager', { isChair: true, rank: 'socialWorkUnitManager' })];
    const found = check(under('SA'), { attendees, concerns: ['fii'] });
    expect(found.warnings.map(({ code }) => code)).toEqual(['chairRankNotPreferred']);
  });

  it('blocks a family member who is proposed, and a telephone call where a meeting is needed', () => {
    expect(blocks({ proposed: ['carer'] })).toEqual(['familyNotInvited']);
    const given: CaseFile = { attendees: [], format: 'phone', circumstances: ['complex'] };
    expect(blocks(given, 'SA')).toContain('meetingRequired');
  });

  it('blocks a next discussion after 28 days, and a process past 3 months', () => {
    const next: CaseFile = {
      previousDiscussionAt: at('2026-06-01T10:00:00+01:00'),
      proposedNextAt: at('2026-06-30T10:00:00+01:00'),
    };
    expect(blocks(next, 'SA')).toEqual(['nextTooLate']);
    const late: CaseFile = {
      firstDiscussionAt: at('2026-01-15T10:00:00Z'),
      now: at('2026-04-20T09:00:00+01:00'),
      cases: [{ exceptional: true, headOfServiceAuthorised: false }],
    };
    expect(blocks(late, 'SA')).toEqual(['overdue']);
  });
});
