import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import type { Participant } from '../../../src/discussion/state/people.ts';
import type { Refusal } from '../../../src/discussion/commands/refusal.ts';
import type { Child } from '../../../src/discussion/state/childShape.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { standardKeys } from '../../builders/standards.ts';
import type { StandardKey } from '../../../src/practice/language/vocabulary.ts';
import { child, convene, referrer, saying, tuesday } from '../../builders/convene.ts';
import { health, manager, police, professional, school, socialWorker } from '../../builders/people.ts';
import { convenedStory, story } from '../../builders/story.ts';

const refusalOf = (over: Partial<CommandOf<'convene'>>, standard?: StandardKey): Refusal | null =>
  story(standard).when(manager, convene(over)).refusal;

const received = (at: string) => ({
  referral: { receivedAt: instant(at), concernsIdentifiedAt: instant(at), referrer: referrer() },
});
const meetingAt = (at: string) => ({ meeting: { ...convene().meeting, startsAt: instant(at) } });

it('a manager convenes: the discussion carries its standard, its deadline with the rule, and everybody invited', () => {
  const { state } = convenedStory();
  expect(state).toMatchObject({
    stage: 'convened',
    version: 1,
    reference: 'SD-TEST22',
    standard: { key: 'practice-standards-2025' },
    deadline: { dueAt: instant('2026-09-18T23:59:59+01:00'), rule: 'T-1' },
    convenor: { personId: manager.personId },
    chair: { personId: manager.personId },
    information: [],
    emergencyActions: [],
    earlierMeetings: [],
  });
  expect(state?.invitations.map((i) => [i.participant.personId, i.reply.answer, i.substituteFor])).toEqual(
    [socialWorker, police, health, school].map((p) => [p.personId, 'awaited', null]),
  );
});

it('an open case is no bar: nothing asks what else there is about the child (C-2, C-7)', () => {
  const facts = saying(['cpPlan', 'assessment']);
  expect(refusalOf({ facts })).toBeNull();
});

it('a reference is convened once', () => {
  expect(convenedStory().when(manager, convene()).refusal).toEqual({ code: 'alreadyConvened', reference: 'SD-TEST22' });
});

it('anything before convening is about a discussion that does not exist', () => {
  expect(story().when(manager, { kind: 'openDecision' }).refusal).toEqual({
    code: 'unknownDiscussion',
    reference: 'SD-TEST22',
  });
});

describe('the family is never invited, under any standard (S-1)', () => {
  const roles = ['child', 'parent', 'carer', 'familyMember'];
  it.each(standardKeys.flatMap((key) => roles.map((role) => [key, role] as const)))('%s: %s', (key, role) => {
    const relative = professional('relative', role);
    expect(refusalOf({ invitees: [police, relative] }, key)).toEqual({
      code: 'familyInvited',
      rule: 'S-1',
      name: 'relative',
    });
  });

  it('nor made to chair', () => {
    expect(refusalOf({ chair: professional('relative', 'carer', { rank: 'teamManager' }) })).toMatchObject({
      code: 'familyInvited',
    });
  });
});

describe('who may chair', () => {
  const chairOf = (role: string, rank: Participant['rank']) => ({ chair: professional('the-chair', role, { rank }) });
  it.each<[string, StandardKey, Partial<CommandOf<'convene'>>]>([
    ['a team manager (CH-1)', 'practice-standards-2025', chairOf('teamManager', 'teamManager')],
    ['a service manager (CH-1)', 'practice-standards-2025', chairOf('serviceManager', 'serviceManager')],
    [
      'anybody in children’s social care, where no rank is given (CH-10)',
      'working-together-2023',
      chairOf('socialWorker', null),
    ],
    ['the same in Darlington (CH-10)', 'darlington', chairOf('socialWorker', null)],
  ])('%s', (_name, key, over) => {
    expect(refusalOf(over, key)).toBeNull();
  });

  it.each<[string, StandardKey, Partial<CommandOf<'convene'>>, object]>([
    [
      'a social worker without the rank (CH-1)',
      'practice-standards-2025',
      chairOf('socialWorker', null),
      { rule: 'CH-1', ranks: ['teamManager', 'serviceManager'] },
    ],
    [
      'a rank that chairs elsewhere (CH-1)',
      'practice-standards-2025',
      chairOf('childrensTeamLeader', 'childrensTeamLeader'),
      { rule: 'CH-1' },
    ],
    ['a police officer (CH-1)', 'practice-standards-2025', { chair: police }, { rule: 'CH-1' }],
    [
      'a police officer, where no rank is given (CH-10)',
      'working-together-2023',
      { chair: police },
      { rule: 'CH-10', ranks: null },
    ],
    ['a teacher in Darlington (CH-10)', 'darlington', { chair: school }, { rule: 'CH-10', ranks: null }],
  ])('not %s', (_name, key, over, expected) => {
    expect(refusalOf(over, key)).toMatchObject({ code: 'chairNotEligible', ...expected });
  });
});

describe('the children', () => {
  const born = (on: string) => ({ children: [child({ birth: { kind: 'born', on } })] });
  const expected = (on: string) => ({ children: [child({ birth: { kind: 'unborn', expectedOn: on } })] });
  it.each<[string, Partial<CommandOf<'convene'>>]>([
    ['born today', born('2026-09-15')],
    ['17 on the day of the meeting, 18 the day after', born('2008-09-17')],
    ['expected next month', expected('2026-10-20')],
    ['overdue', expected('2026-09-01')],
    [
      'twelve of them',
      { children: Array.from('ABCDEFGHIJKL', (childId) => child({ childId, name: `Sample ${childId}` })) },
    ],
  ])('may be %s', (_name, over) => {
    expect(refusalOf(over)).toBeNull();
  });

  it.each<[string, Partial<CommandOf<'convene'>>, Refusal]>([
    ['nobody', { children: [] }, { code: 'noChild' }],
    ['born tomorrow', born('2026-09-16'), { code: 'birthInFuture', childId: 'A' }],
    ['18 on the day of the meeting', born('2008-09-16'), { code: 'notAChild', childId: 'A' }],
    ['an adult', born('1980-01-01'), { code: 'notAChild', childId: 'A' }],
    ['expected in two years', expected('2028-09-15'), { code: 'impossibleDueDate', childId: 'A' }],
    ['expected two years ago', expected('2024-09-15'), { code: 'impossibleDueDate', childId: 'A' }],
    [
      'one child and an adult',
      { children: [child(), child({ childId: 'B', birth: { kind: 'born', on: '1999-12-31' } })] },
      { code: 'notAChild', childId: 'B' },
    ],
  ])('may not be %s', (_name, over, refusal) => {
    expect(refusalOf(over)).toEqual(refusal);
  });
});

describe('one child is entered once', () => {
  const unborn = (childId: string, initials: string, expectedOn: string) =>
    child({ childId, name: '', initials, birth: { kind: 'unborn', expectedOn } });
  const jo = child();

  it.each<[string, readonly [Child, Child]]>([
    ['the same name and date of birth', [jo, { ...jo, childId: 'B' }]],
    ['the name in other letters', [jo, { ...jo, childId: 'B', name: 'JO SAMPLE' }]],
    [
      'one case reference forgotten',
      [
        { ...jo, caseReference: 'LCS 4711' },
        { ...jo, childId: 'B' },
      ],
    ],
    ['unborn, with the same initials and date', [unborn('A', 'U.S.', '2026-12-01'), unborn('B', 'U.S.', '2026-12-01')]],
  ])('not twice: %s', (_name, children) => {
    expect(refusalOf({ children })).toEqual({ code: 'childTwice', childIds: ['A', 'B'] });
  });

  it.each<[string, readonly [Child, Child]]>([
    ['twins', [jo, { ...jo, childId: 'B', name: 'Kim Sample' }]],
    ['a sibling named after another', [jo, { ...jo, childId: 'B', birth: { kind: 'born', on: '2021-06-01' } }]],
    ['unborn twins', [unborn('A', 'U.S.1', '2026-12-01'), unborn('B', 'U.S.2', '2026-12-01')]],
  ])('two children are two: %s', (_name, children) => {
    expect(refusalOf({ children })).toBeNull();
  });
});

it('somebody born on 29 February is 18 on 1 March (the day before, they are still a child)', () => {
  const at = instant('2026-02-26T10:00:00Z');
  const over = (day: string) =>
    convene({
      children: [child({ birth: { kind: 'born', on: '2008-02-29' } })],
      ...received('2026-02-26T09:00:00Z'),
      ...meetingAt(`${day}T09:00:00Z`),
    });
  expect(story().when(manager, over('2026-02-28'), at).refusal).toBeNull();
  expect(story().when(manager, over('2026-03-01'), at).refusal).toEqual({ code: 'notAChild', childId: 'A' });
});

describe('the referral', () => {
  it('cannot have been received in the future', () => {
    expect(refusalOf(received('2026-09-15T10:00:01+01:00'))).toEqual({ code: 'timeInFuture', what: 'referral' });
  });

  it('nor concerns identified in the future', () => {
    const referral = { ...convene().referral, concernsIdentifiedAt: instant('2026-09-16T10:00:00+01:00') };
    expect(refusalOf({ referral })).toEqual({ code: 'timeInFuture', what: 'concerns' });
  });
});

describe('the meeting is never put beyond its deadline (Q-9)', () => {
  it('in the last second it is accepted', () => {
    expect(refusalOf(meetingAt('2026-09-18T23:59:59+01:00'))).toBeNull();
  });

  it('a second later it is refused, with the rule and the time', () => {
    expect(refusalOf(meetingAt('2026-09-19T00:00:00+01:00'))).toEqual({
      code: 'meetingTooLate',
      rule: 'T-1',
      dueAt: instant('2026-09-18T23:59:59+01:00'),
    });
  });

  it.each<[string, Partial<CommandOf<'convene'>['facts']>, string]>([
    ['serious risk is the same day (T-2)', saying(['seriousRisk']), 'T-2'],
    [
      'emergency action gives 24 hours (T-4)',
      {
        ...saying(['emergencyActionTaken']),
        answers: { emergencyActionAt: instant('2026-09-15T08:00:00+01:00') },
      },
      'T-4',
    ],
  ])('%s', (_name, facts, rule) => {
    const over = { facts: { ...convene().facts, ...facts } };
    expect(refusalOf({ ...over, ...meetingAt('2026-09-17T09:00:00+01:00') })).toMatchObject({
      code: 'meetingTooLate',
      rule,
    });
    expect(refusalOf({ ...over, ...meetingAt('2026-09-15T15:00:00+01:00') })).toBeNull();
  });

  it('emergency action at a time nobody knows gives 24 hours from the referral (T-4)', () => {
    const over = { facts: saying(['emergencyActionTaken']) };
    expect(refusalOf({ ...over, ...meetingAt('2026-09-16T09:00:01+01:00') })).toEqual({
      code: 'meetingTooLate',
      rule: 'T-4',
      dueAt: instant('2026-09-16T09:00:00+01:00'),
    });
    expect(refusalOf({ ...over, ...meetingAt('2026-09-16T09:00:00+01:00') })).toBeNull();
  });

  it('once overdue it is still held, whenever it can be', () => {
    const overdue = { ...received('2026-09-01T09:00:00+01:00'), ...meetingAt('2026-09-15T16:00:00+01:00') };
    const { state } = story().then(manager, convene(overdue));
    expect(state?.deadline.dueAt).toBe(instant('2026-09-04T23:59:59+01:00'));
  });

  it('where the standard gives no figure the chair sets the time (T-13)', () => {
    const lead = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });
    const { state } = story('liverpool').then(
      manager,
      convene({ chair: lead, ...meetingAt('2026-09-30T10:00:00+01:00') }),
    );
    expect(state?.deadline).toMatchObject({ dueAt: null, rule: 'T-13', warnings: ['targetTimeRequired'] });
  });

  it('a meeting that has just begun may still be entered; one of this morning may not', () => {
    expect(refusalOf(meetingAt('2026-09-15T09:50:00+01:00'))).toBeNull();
    expect(refusalOf(meetingAt('2026-09-15T09:40:00+01:00'))).toEqual({ code: 'timeInPast', what: 'meeting' });
  });
});

it('every refusal leaves nothing behind', () => {
  const refused = story().when(manager, convene({ children: [] }), tuesday);
  expect(refused.state).toBeNull();
  expect(refused.events).toEqual([]);
  expect(refused.notices).toEqual([]);
});
