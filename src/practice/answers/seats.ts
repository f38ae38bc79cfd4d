/** Which seats a meeting must fill, who can take each, and who takes it (Q-*). */
import { chairEligible, meetingType, type MeetingMatter } from './chair.ts';
import { assign } from './matching.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import { isFamily } from '../language/roles.ts';
import { appliesUnder } from '../language/readings.ts';
import type { SeatData } from '../language/ruleParts.ts';
import { holds, listedFacts } from './situation.ts';
import type { Attendee, RuleId } from '../language/vocabulary.ts';

export interface RequiredSeat {
  readonly seat: string;
  /** Plain words: `Police Dedicated Decision Maker`. */
  readonly words: string;
  readonly rule: RuleId;
  /** Roles that can take it, the best first; empty for the chair, whom the chair rules judge. */
  readonly roles: readonly string[];
  /** The role to invite for it; null where the standard names none. */
  readonly inviteAs: string | null;
  readonly overridable: boolean;
  readonly alsoFills: string | null;
  readonly warnUnlessBest: 'policeNotDdm' | null;
}

const required = (data: SeatData, rule: RuleId): RequiredSeat => ({
  seat: data.seat,
  words: data.words,
  rule,
  roles: data.roles,
  inviteAs: data.inviteAs,
  overridable: data.overridable ?? false,
  alsoFills: data.alsoFills ?? null,
  warnUnlessBest: data.warnUnlessBest ?? null,
});

/** The seats of a meeting in the standard's order, the chair first. */
export function seatsFor(practice: Practice, matter: MeetingMatter): readonly RequiredSeat[] {
  const type = meetingType(practice, matter);
  const facts = listedFacts(matter);
  return rulesOfKind(practice, 'seats')
    .filter((rule) => holds(rule.when, facts))
    .flatMap((rule) => rule.seats.map((data) => ({ data, rule: rule.id })))
    .filter(({ data }) => (data.meetingType ?? type) === type && holds(data.when, facts))
    .filter(({ data }) => appliesUnder(practice.readings, data.under))
    .reduce<RequiredSeat[]>((seats, { data, rule }) => place(seats, required(data, rule), data.before), []);
}

const place = (seats: readonly RequiredSeat[], seat: RequiredSeat, before: string | undefined): RequiredSeat[] => {
  const at = seats.findIndex((other) => other.seat === before);
  return at === -1 ? [...seats, seat] : seats.toSpliced(at, 0, seat);
};

/** Whether an attendee is of the right kind for a seat, whatever their mode or authority. */
export const fits = (practice: Practice, matter: MeetingMatter, seat: RequiredSeat, attendee: Attendee): boolean => {
  if (isFamily(attendee.role)) return false;
  if (seat.seat !== 'chair') return seat.roles.includes(attendee.role);
  return chairs(attendee) && chairEligible(practice, attendee, matter).eligible;
};

export const chairs = (attendee: Attendee): boolean => attendee.isChair === true || attendee.role === 'chair';

/** Q-10, S-4: authority to decide, and taking part rather than writing in. */
export const counts = (attendee: Attendee): boolean => attendee.hasDecisionAuthority && attendee.mode !== 'written';

type Shared = Readonly<Record<string, string>>;

/** Every way of letting one person take a seat and the seat it may also fill: none first, then one, then more. */
const sharings = (seats: readonly RequiredSeat[]): readonly Shared[] => {
  const present = new Set(seats.map(({ seat }) => seat));
  const pairs = seats.flatMap(({ seat, alsoFills }) =>
    alsoFills !== null && present.has(alsoFills) ? [[seat, alsoFills] as const] : [],
  );
  return pairs
    .reduce<Shared[]>((ways, [seat, also]) => [...ways, ...ways.map((way) => ({ ...way, [seat]: also }))], [{}])
    .sort((a, b) => Object.keys(a).length - Object.keys(b).length);
};

export type Seating = ReadonlyMap<string, string>;

const seatWith = (
  seats: readonly RequiredSeat[],
  candidates: ReadonlyMap<string, readonly string[]>,
  shared: Shared,
): Seating => {
  const taken = new Set(Object.values(shared));
  const groups = seats.filter(({ seat }) => !taken.has(seat));
  const people = groups.map(({ seat }) => {
    const own = candidates.get(seat) ?? [];
    const also = shared[seat];
    if (also === undefined) return own;
    return own.filter((person) => candidates.get(also)?.includes(person));
  });
  const seated = assign(people);
  return new Map(
    groups.flatMap(({ seat }, i) => {
      const person = seated[i];
      if (person === null || person === undefined) return [];
      const also = shared[seat];
      return also === undefined
        ? [[seat, person]]
        : [
            [seat, person],
            [also, person],
          ];
    }),
  );
};

const filledMask = (seats: readonly RequiredSeat[], seating: Seating): string =>
  seats.map(({ seat }) => (seating.has(seat) ? '1' : '0')).join('');

/**
 * Who takes which seat: as many seats as can be filled, then the earlier ones, then with as few people as possible
 * taking two. A person listed in several capacities still takes one seat, unless the standard lets two be shared.
 */
export function seatPeople(
  seats: readonly RequiredSeat[],
  candidates: ReadonlyMap<string, readonly string[]>,
): Seating {
  const ways = sharings(seats).map((shared) => seatWith(seats, candidates, shared));
  const better = (best: Seating, next: Seating): Seating => {
    if (next.size !== best.size) return next.size > best.size ? next : best;
    return filledMask(seats, next) > filledMask(seats, best) ? next : best;
  };
  return ways.reduce(better);
}
