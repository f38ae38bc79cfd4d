/** Who takes which seat of a meeting (Q-*): the matching, where one person may take a seat and another it also fills. */
import { assign } from './matching.ts';
import type { RequiredSeat } from './seats.ts';

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
type Able = ReadonlyMap<string, readonly string[]>;

/** The seats one person takes together, and who could. */
interface Group {
  readonly seats: readonly string[];
  readonly people: readonly string[];
}

const groupsOf = (seats: readonly RequiredSeat[], able: Able, shared: Shared): readonly Group[] => {
  const taken = new Set(Object.values(shared));
  const who = (seat: string): readonly string[] => able.get(seat) ?? [];
  return seats
    .filter(({ seat }) => !taken.has(seat))
    .map(({ seat }) => {
      const also = shared[seat];
      if (also === undefined) return { seats: [seat], people: who(seat) };
      return { seats: [seat, also], people: who(seat).filter((person) => who(also).includes(person)) };
    });
};

/** Which of the seats are filled, as a number that is larger where an earlier one is. */
const rank = (seats: readonly RequiredSeat[], isFilled: (seat: string) => boolean): number =>
  seats.reduce((sum, { seat }) => sum * 2 + (isFilled(seat) ? 1 : 0), 0);

/**
 * The best seating where exactly these seats are shared. Who would take two seats is seated first: the matching fills
 * the groups it tries first, so it fills the most seats when the groups that count most are tried first.
 */
const seatWith = (seats: readonly RequiredSeat[], able: Able, shared: Shared): Seating => {
  const rankOf = (group: Group): number => rank(seats, (seat) => group.seats.includes(seat));
  const groups = groupsOf(seats, able, shared).toSorted(
    (a, b) => b.seats.length - a.seats.length || rankOf(b) - rankOf(a),
  );
  const seated = assign(groups.map(({ people }) => people));
  return new Map(
    groups.flatMap((group, i) => {
      const person = seated[i] ?? null;
      return person === null ? [] : group.seats.map((seat) => [seat, person] as const);
    }),
  );
};

/**
 * Who takes which seat: as many seats as can be filled, then the earlier ones, then with as few people as possible
 * taking two, then the best person for each. A person listed in several capacities still takes one seat, unless the
 * standard lets two be shared.
 */
export function seatPeople(seats: readonly RequiredSeat[], able: Able): Seating {
  const rankOf = (seating: Seating): number => rank(seats, (seat) => seating.has(seat));
  return sharings(seats)
    .map((shared) => seatWith(seats, able, shared))
    .reduce((best, next) => {
      if (next.size !== best.size) return next.size > best.size ? next : best;
      return rankOf(next) > rankOf(best) ? next : best;
    });
}
