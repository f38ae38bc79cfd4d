import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { inSession, quorate } from '../../builders/attendance.ts';
import { convene, saying, tuesday } from '../../builders/convene.ts';
import { recordDecision } from '../../builders/decision.ts';
import { manager, professional, socialWorker } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';

const action = (over: Partial<CommandOf<'recordEmergencyAction'>> = {}): CommandOf<'recordEmergencyAction'> => ({
  kind: 'recordEmergencyAction',
  action: 'Taken into police protection',
  takenAt: instant('2026-09-15T09:30:00+01:00'),
  takenBy: 'Exampleshire Police',
  ...over,
});

describe('emergency action is recorded at every stage: it is never blocked (E-1, Q-9)', () => {
  it.each<[string, () => Story]>([
    ['before anybody has met', () => convenedStory()],
    ['in a meeting short of its minimum', () => inSession(convenedStory(), socialWorker)],
    ['in a quorate meeting', () => quorate(convenedStory())],
    ['after the decision', () => quorate(convenedStory()).then(manager, recordDecision())],
    [
      'after it was stood down',
      () => convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'Moved away' }),
    ],
  ])('%s', (_name, given) => {
    const before = given();
    const { state, events } = before.then(socialWorker, action());
    expect(state?.stage).toBe(before.state?.stage);
    expect(events.map((e) => e.type)).toEqual(['emergencyActionRecorded']);
    expect(state?.emergencyActions).toEqual([
      {
        action: 'Taken into police protection',
        takenAt: instant('2026-09-15T09:30:00+01:00'),
        takenBy: 'Exampleshire Police',
        recordedAt: tuesday,
      },
    ]);
  });
});

describe('what Liverpool asks of it is weighed, and never stands in its way (E-2, E-3)', () => {
  const leader = professional('team-leader', 'teamManager', { rank: 'childrensTeamLeader' });
  const given = () => convenedStory('liverpool', leader, { chair: leader, invitees: [socialWorker] });
  const toWeigh = ({ state }: Story) => state?.emergencyActions.at(-1)?.weighed?.toWeigh.map(({ rule }) => rule);

  it.each<[string, CommandOf<'recordEmergencyAction'>['answered'], readonly string[]]>([
    ['nothing answered', undefined, ['E-2', 'E-3', 'E-2', 'E-3']],
    ['planned, with nothing else answered', { planned: true, answers: {} }, Array<string>(4).fill('E-2')],
    ['the abuser leaving, unplanned', { planned: false, answers: { protection: 'perpetratorLeaves' } }, []],
    [
      'police protection of a child at no immediate risk',
      { planned: false, answers: { protection: 'policeProtection', immediateRisk: 'no' } },
      ['E-3', 'E-3'],
    ],
  ])('%s', (_name, answered, rules) => {
    const after = given().then(socialWorker, action(answered === undefined ? {} : { answered }));
    expect(toWeigh(after)).toEqual(expect.arrayContaining([...rules]));
    expect(toWeigh(after)?.length === 0).toBe(rules.length === 0);
  });

  it('the chair is told of it, unless they recorded it or there is nothing to weigh', () => {
    const told = ({ notices }: Story) => notices.filter(({ kind }) => kind === 'emergencyToWeigh');
    expect(told(given().then(socialWorker, action()))).toMatchObject([
      { recipient: { to: 'person', personId: 'team-leader' }, rule: 'E-2' },
    ]);
    expect(told(given().then(leader, action()))).toEqual([]);
    const answered = { planned: false, answers: { protection: 'epo' } };
    expect(told(given().then(socialWorker, action({ answered })))).toEqual([]);
  });

  it('a procedure that asks nothing stores nothing about it', () => {
    expect(convenedStory().then(manager, action()).events).toEqual([
      expect.not.objectContaining({ weighed: expect.anything() as unknown }),
    ]);
  });
});

describe('the deadline it starts', () => {
  it('is 24 hours from the action, which was three working days before (T-4)', () => {
    const { state } = convenedStory().then(manager, action());
    expect(state?.deadline).toMatchObject({ dueAt: instant('2026-09-16T09:30:00+01:00'), rule: 'T-4' });
  });

  it('is one working day in Sandwell (T-10)', () => {
    const chair = professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' });
    const { state } = convenedStory('sandwell', chair, { chair }).then(chair, action());
    expect(state?.deadline).toMatchObject({ dueAt: instant('2026-09-16T23:59:59+01:00'), rule: 'T-10' });
  });

  it('runs from the first of several actions, whichever was recorded first', () => {
    const later = action({ takenAt: instant('2026-09-15T09:50:00+01:00') });
    for (const [first, second] of [
      [action(), later],
      [later, action()],
    ] as const) {
      const { state } = convenedStory().then(manager, first).then(manager, second);
      expect(state?.deadline.dueAt).toBe(instant('2026-09-16T09:30:00+01:00'));
    }
  });

  it('is never moved back by a later action: one taken before convening still counts', () => {
    const facts = {
      ...saying(['emergencyActionTaken']),
      answers: { emergencyActionAt: instant('2026-09-15T08:00:00+01:00') },
    };
    const meeting = { ...convene().meeting, startsAt: instant('2026-09-15T16:00:00+01:00') };
    const given = convenedStory(undefined, manager, { facts, meeting });
    expect(given.state?.deadline.dueAt).toBe(instant('2026-09-16T08:00:00+01:00'));
    expect(given.then(manager, action()).state?.deadline.dueAt).toBe(instant('2026-09-16T08:00:00+01:00'));
  });

  it('leaves an earlier deadline as it is', () => {
    const facts = saying(['seriousRisk']);
    const meeting = { ...convene().meeting, startsAt: instant('2026-09-15T16:00:00+01:00') };
    const { state } = convenedStory(undefined, manager, { facts, meeting }).then(manager, action());
    expect(state?.deadline).toMatchObject({ dueAt: instant('2026-09-15T23:59:59+01:00'), rule: 'T-2' });
  });
});

it('it cannot have been taken in the future', () => {
  expect(convenedStory().when(manager, action({ takenAt: instant('2026-09-15T10:00:01+01:00') })).refusal).toEqual({
    code: 'timeInFuture',
    what: 'emergencyAction',
  });
});
