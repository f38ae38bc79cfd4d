import { describe, expect, it } from 'vitest';
import { londonIso } from '../../src/practice/time/calendar.ts';
import type { Progress, Situation } from '../../src/practice/language/given.ts';
import {
  readings,
  readingsFrom,
  readingsWith,
  type ReadingName,
  type Readings,
} from '../../src/practice/language/readings.ts';
import {
  afterMeeting,
  at,
  chairEligible,
  checkDecision,
  invitees,
  person,
  quorum,
  requirementFields,
  seatsFor,
  timescale,
  under,
} from './given.ts';

type Short = Parameters<typeof under>[0];

const due = (standard: Short, chosen: Partial<Readings>, given: Situation) => {
  const found = timescale(under(standard, { readings: chosen }), given);
  return found.dueAt === null ? found.governing : `${found.governing} ${londonIso(found.dueAt)}`;
};
const after = (standard: Short, chosen: Partial<Readings>, given: Progress) =>
  afterMeeting(under(standard, { readings: chosen }), given);

const referralReceivedAt = at('2026-04-02T13:00:00+01:00');
const acted: Situation = {
  referralReceivedAt: at('2026-06-05T09:00:00+01:00'),
  emergencyActionAt: at('2026-06-05T20:00:00+01:00'),
  circumstances: ['emergencyActionTaken'],
};
const complex: Situation = { referralReceivedAt, circumstances: ['complex'] };
const started = at('2026-03-20T14:00:00Z');

/** For each reading: the answer as the catalogue takes it, and the answer under each other choice. */
const switched: Record<
  ReadingName,
  readonly [Partial<Readings>, (chosen: Partial<Readings>) => unknown, unknown, unknown][]
> = {
  emergencyActionLimit: [
    [
      { emergencyActionLimit: 'workingDay1' },
      (chosen) => due('PS', chosen, acted),
      'T-4 2026-06-06T20:00:00+01:00',
      'T-4 2026-06-08T23:59:59+01:00',
    ],
  ],
  complexLimit: [
    [
      { complexLimit: 'keepsCeiling' },
      (chosen) => due('PS', chosen, complex),
      'T-5 2026-04-13T23:59:59+01:00',
      'T-1 2026-04-09T23:59:59+01:00',
    ],
  ],
  emergencyNeededLimit: [
    [
      { emergencyNeededLimit: 'noFigure' },
      (chosen) => due('SA', chosen, { referralReceivedAt, circumstances: ['emergencyActionNeeded'] }),
      'T-9 2026-04-02T23:59:59+01:00',
      'T-6 2026-04-09T23:59:59+01:00',
    ],
  ],
  sandwellComplexLimit: [
    [
      { sandwellComplexLimit: 'section9' },
      (chosen) => due('SA', chosen, complex),
      'T-11 2026-04-05T23:59:59+01:00',
      'T-11 2026-04-07T23:59:59+01:00',
    ],
    [
      { sandwellComplexLimit: 'section4WorkingDays' },
      (chosen) => due('SA', chosen, complex),
      'T-11 2026-04-05T23:59:59+01:00',
      'T-6 2026-04-09T23:59:59+01:00',
    ],
    [
      { sandwellComplexLimit: 'section4' },
      (chosen) => due('SA', chosen, { ...complex, referralReceivedAt: at('2026-06-09T10:00:00+01:00') }),
      'T-11 2026-06-10T23:59:59+01:00',
      'T-6 2026-06-12T23:59:59+01:00',
    ],
  ],
  chairRanks: [
    [
      { chairRanks: 'teamManagerOnly' },
      (chosen) =>
        chairEligible(under('PS', { readings: chosen }), { role: 'chair', rank: 'serviceManager' }, {}).eligible,
      true,
      false,
    ],
  ],
  baselineChair: [
    [
      { baselineChair: 'chairsOnly' },
      (chosen) =>
        quorum(under('DA', { readings: chosen }), {
          attendees: [person('p1', 'socialWorker', { isChair: true }), person('p2', 'health'), person('p3', 'police')],
        }).missing,
      [],
      ['socialWorker'],
    ],
  ],
  policeSeat: [
    [
      { policeSeat: 'ddmOnly' },
      (chosen) => {
        const chair = person('p1', 'chair', { isChair: true, rank: 'teamManager' });
        const attendees = [chair, person('p2', 'police'), person('p3', 'socialWorker'), person('p4', 'health')];
        const found = quorum(under('PS', { readings: chosen }), { attendees });
        return [found.missing, found.warnings];
      },
      [[], ['policeNotDdm']],
      [['police'], []],
    ],
  ],
  educationSeat: [
    [
      { educationSeat: 'notForTheVeryYoung' },
      (chosen) =>
        seatsFor(under('SA', { readings: chosen }), { circumstances: ['unborn'] }).some(
          ({ seat }) => seat === 'education',
        ),
      true,
      false,
    ],
  ],
  ladoSteps: [
    [
      { ladoSteps: 'formOnly' },
      (chosen) =>
        requirementFields(under('SA', { readings: chosen }), 'complexBooking', new Set(['positionOfTrust'])).length,
      4,
      1,
    ],
  ],
  ladoInvited: [
    [
      { ladoInvited: 'consulted' },
      (chosen) =>
        invitees(under('SA', { readings: chosen }), { complexReasons: ['positionOfTrust'] }).required.includes('lado'),
      true,
      false,
    ],
  ],
  meetingRequired: [
    [
      { meetingRequired: 'none' },
      (chosen) =>
        quorum(under('SA', { readings: chosen }), {
          format: 'phone',
          circumstances: ['complex'],
          attendees: [],
        }).formatFindings.faults.length,
      1,
      0,
    ],
  ],
  outcomeExclusions: [
    [
      { outcomeExclusions: 'notEnforced' },
      (chosen) =>
        checkDecision(under('PS', { readings: chosen }), {
          s47Decision: true,
          decisionReason: 'x',
          outcomes: [
            { code: 's47Joint', plan: true, risks: 'x', policeLead: 'dc', socialWorkLead: 'sw' },
            { code: 'policeOnly', ground: 'stranger', abeConsidered: true },
          ],
        }).errors,
      ['outcomesExclude:policeOnly:s47Joint'],
      [],
    ],
  ],
  childSeenFrom: [
    [
      { childSeenFrom: 'referral' },
      (chosen) =>
        after('PS', chosen, { s47DecidedAt: started, referralReceivedAt: at('2026-03-20T09:00:00Z') }).childSeenDueAt,
      at('2026-03-21T14:00:00Z'),
      at('2026-03-21T09:00:00Z'),
    ],
  ],
  s47Days: [
    [
      { s47Days: 'workingDays' },
      (chosen) => {
        const found = after('PS', chosen, { strategyDiscussionAt: started });
        return [found.s47DueAt, found.alternativeS47DueAt];
      },
      [at('2026-04-04T23:59:59+01:00'), at('2026-04-14T23:59:59+01:00')],
      [at('2026-04-14T23:59:59+01:00'), at('2026-04-04T23:59:59+01:00')],
    ],
  ],
  s47Results: [
    [
      { s47Results: 'three' },
      (chosen) => {
        const fields = requirementFields(under('PS', { readings: chosen }), 'gate', new Set());
        return fields.find(({ name }) => name === 's47Result')?.choices?.length;
      },
      2,
      3,
    ],
  ],
  sandwellConferenceFrom: [
    [
      { sandwellConferenceFrom: 'last' },
      (chosen) =>
        after('SA', chosen, {
          discussions: [
            { at: at('2026-06-01T10:00:00+01:00'), decidedS47: true },
            { at: at('2026-06-08T10:00:00+01:00'), decidedS47: false },
          ],
        }).icpcDueAt,
      at('2026-06-22T23:59:59+01:00'),
      at('2026-06-29T23:59:59+01:00'),
    ],
  ],
  assessmentDays: [
    [
      { assessmentDays: 'workingDays' },
      (chosen) => after('LI', chosen, { referralReceivedAt: at('2026-06-01T10:00:00+01:00') }).assessmentDueAt,
      at('2026-07-16T23:59:59+01:00'),
      at('2026-08-03T23:59:59+01:00'),
    ],
  ],
  writtenNoticeDay: [
    [
      { writtenNoticeDay: 'workingDay' },
      (chosen) => after('LI', chosen, { cpDecisionConcludedAt: at('2026-06-05T10:00:00+01:00') }).writtenNoticeDueAt,
      at('2026-06-06T23:59:59+01:00'),
      at('2026-06-08T23:59:59+01:00'),
    ],
  ],
  extensionCovers: [
    [
      { extensionCovers: 'both' },
      (chosen) =>
        after('SA', chosen, {
          previousDiscussionAt: at('2026-06-01T10:00:00+01:00'),
          proposedNextAt: at('2026-07-15T10:00:00+01:00'),
          cases: [{ exceptional: true, headOfServiceAuthorised: true }],
        }).proposedNextAllowed,
      false,
      true,
    ],
  ],
};

describe.each(Object.keys(readings) as ReadingName[])('the reading %s', (name) => {
  it.each(switched[name])('changes the answer when it is switched to %j', (chosen, ask, usual, other) => {
    expect(ask({})).toEqual(usual);
    expect(ask(chosen)).toEqual(other);
  });

  it('is tested for each of its choices', () => {
    const tested = switched[name].map(([chosen]) => chosen[name]);
    expect([readings[name].usual, ...tested].sort()).toEqual(Object.keys(readings[name].choices).sort());
  });
});

it('every reading is the one of the catalogue until an authority chooses', () => {
  expect(readingsWith({ s47Days: 'workingDays' })).toEqual({ ...readingsWith({}), s47Days: 'workingDays' });
  expect(readingsWith({}).s47Days).toBe('calendarDays');
});

describe('the setting READINGS', () => {
  it('names the rule and the choice, one after another', () => {
    expect(readingsFrom('DL-1:workingDays, T-4 : workingDay1,')).toEqual({
      ok: true,
      readings: { s47Days: 'workingDays', emergencyActionLimit: 'workingDay1' },
    });
    expect(readingsFrom(' ')).toEqual({ ok: true, readings: {} });
  });

  it.each([
    ['DL-1', '“DL-1” is no reading: write the rule, a colon and the choice, such as DL-1:workingDays.'],
    ['DL-1:a:b', '“DL-1:a:b” is no reading: write the rule, a colon and the choice, such as DL-1:workingDays.'],
    ['DL-1:workingDays,DL-1:calendarDays', 'DL-1 is given twice.'],
    ['DL-1:fortnights', 'DL-1: fortnights is no reading of it. Choose calendarDays or workingDays.'],
    ['Q-7:outsideMinimum', 'Q-7 has no second reading. These have: '],
  ])('%s is refused', (setting, problem) => {
    const found = readingsFrom(setting);
    expect(found.ok ? [] : found.problems.map((words) => words.slice(0, problem.length))).toEqual([problem]);
  });
});
