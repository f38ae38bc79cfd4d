import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../src/practice/answers/matching.ts';
import { quorum } from '../../src/practice/answers/quorum.ts';
import { seatPeople, seatsFor, type RequiredSeat } from '../../src/practice/answers/seats.ts';
import { person, under } from './given.ts';

/** Every way of giving each seat one of its candidates or nobody, one seat a person. */
const everyWay = (candidates: readonly (readonly string[])[], taken: readonly string[] = []): (string | null)[][] => {
  const [first, ...rest] = candidates;
  if (first === undefined) return [[]];
  const free = first.filter((name) => !taken.includes(name));
  return [null, ...free].flatMap((name) =>
    everyWay(rest, name === null ? taken : [...taken, name]).map((way) => [name, ...way]),
  );
};
const mask = (way: readonly (string | null)[]): string => way.map((name) => (name === null ? '0' : '1')).join('');
const filled = (way: readonly (string | null)[]): number => way.filter((name) => name !== null).length;

const names: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const candidateLists = fc.array(fc.uniqueArray(names), { maxLength: 5 });

describe('giving seats to people', () => {
  it('fills as many seats as any assignment can, and the earlier ones when there are too few people', () => {
    fc.assert(
      fc.property(candidateLists, (candidates) => {
        const way = assign(candidates);
        const ways = everyWay(candidates);
        const most = Math.max(...ways.map(filled));
        const best = ways.filter((other) => filled(other) === most).map(mask);
        expect(mask(way)).toBe(best.sort().at(-1));
        way.forEach((name, seat) => expect(name === null || candidates[seat]?.includes(name)).toBe(true));
        const people = way.filter((name) => name !== null);
        expect(new Set(people).size).toBe(people.length);
      }),
    );
  });

  it('moves somebody along when a later seat has nobody else', () => {
    expect(assign([['a', 'b'], ['a']])).toEqual(['b', 'a']);
  });

  const seat = (name: string, more: Partial<RequiredSeat> = {}): RequiredSeat => ({
    seat: name,
    words: name,
    rule: 'Q-0',
    roles: [],
    inviteAs: null,
    overridable: false,
    alsoFills: null,
    warnUnlessBest: null,
    ...more,
  });

  /** Seats as brute force sees them: a person may take a seat and the one it also fills, if able to take both. */
  const everySeating = (
    seats: readonly RequiredSeat[],
    able: ReadonlyMap<string, readonly string[]>,
  ): (string | null)[][] => {
    const lists = seats.map(({ seat: name }) => [null, ...(able.get(name) ?? [])]);
    const all = lists.reduce<(string | null)[][]>(
      (ways, list) => ways.flatMap((w) => list.map((p) => [...w, p])),
      [[]],
    );
    const allowed = (i: number, j: number): boolean =>
      seats[i]?.alsoFills === seats[j]?.seat || seats[j]?.alsoFills === seats[i]?.seat;
    return all.filter((way) =>
      way.every((p, i) => p === null || way.every((q, j) => i === j || p !== q || allowed(i, j))),
    );
  };

  it('lets one person take two seats only where the standard says so', () => {
    const seats = [seat('chair'), seat('police'), seat('health'), seat('paediatrician', { alsoFills: 'health' })];
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), { minLength: 4, maxLength: 4 }), (lists) => {
        const able = new Map(seats.map(({ seat: name }, i) => [name, lists[i] ?? []]));
        const most = Math.max(...everySeating(seats, able).map(filled));
        expect(seatPeople(seats, able).size).toBe(most);
      }),
    );
  });
});

describe('the seats of a meeting', () => {
  it.each([
    ['PS', ['chair', 'police', 'socialWorker', 'health']],
    ['SA', ['chair', 'socialWorker', 'police', 'education', 'health']],
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
