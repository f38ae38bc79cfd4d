/** Turns asked for side by side, and what they took. */

export interface Batch {
  readonly seconds: number;
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
}

/** One turn, asked for by the nth of those who ask at the same time. */
export type Turn = (asker: number) => Promise<void>;

/** Each asks again as soon as they are answered, until the time is up. */
export const forSoLong = (ms: number, atOnce: number, turn: Turn): Promise<Batch> => {
  const end = performance.now() + ms;
  return together(atOnce, turn, () => performance.now() < end);
};

/** So many turns in all. */
export const soMany = (count: number, atOnce: number, turn: Turn): Promise<Batch> => {
  let begun = 0;
  return together(Math.min(atOnce, count), turn, () => (begun += 1) <= count);
};

const together = async (atOnce: number, turn: Turn, goesOn: () => boolean): Promise<Batch> => {
  const times: number[] = [];
  const began = performance.now();
  const asking = Array.from({ length: atOnce }, async (_, asker) => {
    while (goesOn()) {
      const from = performance.now();
      await turn(asker);
      times.push(performance.now() - from);
    }
  });
  await Promise.all(asking);
  return { seconds: (performance.now() - began) / 1_000, times };
};
