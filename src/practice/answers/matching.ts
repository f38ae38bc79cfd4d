/**
 * Seats to people, one person a seat: a maximum bipartite matching by augmenting paths (Kuhn). Seats are tried in
 * order and a filled seat stays filled, so when there are too few people the earlier seats win.
 */

/** For each seat, the people who could take it, the best first. Returns who takes it, or null. */
export function assign(candidates: readonly (readonly string[])[]): readonly (string | null)[] {
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
}
