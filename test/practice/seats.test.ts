import { describe, expect, it } from 'vitest';
import { person, quorum, seatsFor, under } from './given.ts';

describe('the seats of a meeting', () => {
  it.each([
    ['PS', ['chair', 'police', 'socialWorker', 'health']],
    ['SA', ['chair', 'socialWorkManager', 'socialWorker', 'police', 'education', 'health']],
    ['LI', ['chair', 'police', 'health']],
    ['DA', ['chair', 'socialWorker', 'health', 'police']],
    ['WT', ['chair', 'socialWorker', 'health', 'police']],
  ] as const)('under %s', (standard, seats) => {
    expect(seatsFor(under(standard), {}).map(({ seat }) => seat)).toEqual(seats);
  });

  it('have the manager as well as the chair when a meeting in Sandwell is complex', () => {
    const seats = seatsFor(under('SA'), { complexReasons: ['organisedAbuse'] }).map(({ seat, inviteAs }) => [
      seat,
      inviteAs,
    ]);
    expect(seats.slice(0, 2)).toEqual([
      ['chair', 'safeguardingUnitChair'],
      ['socialWorkManager', 'socialWorkManager'],
    ]);
  });
});

describe('the Social Work Manager of Sandwell (Q-4)', () => {
  const others = [
    person('p2', 'allocatedSocialWorker'),
    person('p3', 'police'),
    person('p4', 'school'),
    person('p5', 'gp'),
  ];
  const missing = (...more: ReturnType<typeof person>[]) =>
    quorum(under('SA'), { attendees: [...more, ...others] }).missing;
  const unitManager = { rank: 'socialWorkUnitManager' } as const;

  it('has both seats in the chair, in whatever role they come', () => {
    expect(missing(person('p1', 'socialWorkManager', { ...unitManager, isChair: true }))).toEqual([]);
    expect(missing(person('p1', 'chair', { ...unitManager, isChair: true }))).toEqual([]);
  });

  it('is there in a seat of their own where somebody else chairs', () => {
    const chair = person('p1', 'safeguardingUnitChair', { rank: 'safeguardingUnitChair', isChair: true });
    expect(missing(chair)).toEqual(['socialWorkManager']);
    expect(missing(chair, person('p6', 'teamManager', unitManager))).toEqual([]);
    expect(missing(chair, person('p6', 'police', unitManager))).toEqual(['socialWorkManager']);
  });
});

describe('why a seat is short', () => {
  const chair = person('p1', 'chair', { isChair: true, rank: 'teamManager' });
  const why = (...others: ReturnType<typeof person>[]) =>
    quorum(under('PS'), { attendees: [chair, ...others] })
      .seats.filter(({ filledBy }) => filledBy === null)
      .map(({ seat, shortBecause }) => `${seat}: ${String(shortBecause)}`);
  const rest = [person('p3', 'socialWorker'), person('p4', 'health')];

  it.each([
    ['nobody of that kind', [], 'police: nobody'],
    ['only written information', [person('p2', 'policeDdm', { mode: 'written' })], 'police: writtenOnly'],
    ['no authority to decide', [person('p2', 'police', { hasDecisionAuthority: false })], 'police: noAuthority'],
  ] as const)('%s', (_, others, words) => {
    expect(why(...others, ...rest)).toEqual([words]);
  });

  it('the only person for it already fills another seat', () => {
    expect(why(person('p2', 'policeDdm'), person('p1', 'socialWorker'), person('p4', 'health'))).toEqual([
      'socialWorker: alreadyCounted',
    ]);
  });

  it('whoever chairs is not of the right rank', () => {
    const attendees = [
      person('p1', 'chair', { isChair: true, rank: 'deputyTeamLeader' }),
      person('p2', 'police'),
      ...rest,
    ];
    const [seat] = quorum(under('PS'), { attendees }).seats;
    expect(seat).toMatchObject({ seat: 'chair', filledBy: null, shortBecause: 'notEligible' });
  });
});

describe('a meeting short of its minimum', () => {
  it('may still share information, act on immediate safety and meet again (Q-9)', () => {
    const found = quorum(under('PS'), { attendees: [] });
    expect(found.inquorateAllows).toEqual(['infoSharing', 'immediateSafetyActions', 'followUpDiscussion']);
    expect([found.mayShareInformation, found.postponeBeyondDueAllowed]).toEqual([true, false]);
  });

  it('names no family member as filling a seat, whatever they are called', () => {
    const attendees = [person('p1', 'parent', { isChair: true, rank: 'teamManager' })];
    expect(quorum(under('PS'), { attendees }).missing).toContain('chair');
  });
});
