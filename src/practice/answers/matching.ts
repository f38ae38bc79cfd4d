/**
 * Seats to people, one person a seat: a maximum bipartite matching by augmenting paths (Kuhn). As many seats as can be
 * filled; where there are too few people the earlier seats; and each seat in turn by the best person who leaves every
 * other of these seats a person.
 */

/** For each seat, the people who could take it, the best first. */
export type Candidates = readonly (readonly string[])[];
/** For each seat, who takes it. */
export type Seated = readonly (string | null)[];

/** Seats are tried in order, and a filled seat stays filled when somebody moves along for a later one. */
const match = (candidates: Candidates): Seated => {
  const seatOf = new Map<string, number>();
  const seatSomebody = (seat: number, asked: Set<string>): boolean => {
    for (const person of candidates[seat] ?? []) {
      if (asked.has(person)) continue;
      asked.add(person);
      const taken = seatOf.get(person);
      if (taken === undefined || seatSomebody(taken, asked)) {
        seatOf.set(person, seat);
        return true;
      }
    }
    return false;
  };
  candidates.forEach((_, seat) => seatSomebody(seat, new Set()));
  const personIn = new Map([...seatOf].map(([person, seat]) => [seat, person]));
  return candidates.map((_, seat) => personIn.get(seat) ?? null);
};

const seatsFilled = (seated: Seated): number => seated.filter((person) => person !== null).length;

export function assign(candidates: Candidates): Seated {
  const seated = match(candidates);
  const most = seatsFilled(seated);
  const fillable: Candidates = candidates.map((people, seat) => (seated[seat] === null ? [] : people));
  const settled = fillable.reduce<Candidates>((lists, people, seat) => {
    const best = people.find((person) => seatsFilled(match(lists.with(seat, [person]))) === most);
    return best === undefined ? lists : lists.with(seat, [best]);
  }, fillable);
  return settled.map(([person]) => person ?? null);
}
