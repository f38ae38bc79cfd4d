/** The figures of a soak: how long turns took, and whether memory grows. Pure. */

/** The smallest value that at least `share` of them do not exceed; 0 of none. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;

export interface Slope {
  readonly perHour: number;
  /** Of the slope. */
  readonly standardError: number;
  readonly measurements: number;
}

export interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The least-squares line through them; null where three points are not to be had. */
export const slopeOf = (points: readonly Measured[]): Slope | null => {
  const n = points.length;
  if (n < 3) return null;
  const mean = (of: (point: Measured) => number): number => points.reduce((sum, p) => sum + of(p), 0) / n;
  const [x, y] = [mean((p) => p.seconds), mean((p) => p.megabytes)];
  const spread = points.reduce((sum, p) => sum + (p.seconds - x) ** 2, 0);
  const slope = points.reduce((sum, p) => sum + (p.seconds - x) * (p.megabytes - y), 0) / spread;
  const strays = points.map((p) => p.megabytes - y - slope * (p.seconds - x));
  const standardError = Math.sqrt((squared(strays) / (n - 2) / spread) * fewerThan(strays));
  return { perHour: slope * 3_600, standardError: standardError * 3_600, measurements: n };
};

const squared = (values: readonly number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);

/**
 * What strays in waves strays with its neighbour: so many of these measurements say no more than one that strays for
 * itself.
 */
const fewerThan = (strays: readonly number[]): number => {
  const neighbours = strays.slice(1).reduce((sum, stray, i) => sum + stray * (strays[i] ?? 0), 0);
  const all = squared(strays);
  const likeness = all === 0 ? 0 : Math.min(0.95, Math.max(0, neighbours / all));
  return (1 + likeness) / (1 - likeness);
};
