/** The memory of each process of the product over its life. */
import { slopeOf, type Measured } from './figures.ts';

export interface Life {
  readonly name: string;
  readonly points: Measured[];
}

const signed = (n: number): string => `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(1)}`;

const slopeIn = (points: readonly Measured[]): string => {
  const slope = slopeOf(points);
  if (slope === null) return 'too short to say';
  return `${signed(slope.perHour)} MB/hour, standard error ${slope.standardError.toFixed(1)} (${slope.measurements} measurements)`;
};

/** A process takes what it needs at first, so its later half says more of whether it would ever stop. */
export const memoryReport = (lives: readonly Life[]): readonly string[] => [
  'memory, by least squares; what is tidied up in waves strays for minutes together, so the true error is larger',
  ...lives.flatMap(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [`memory of ${name}: never measured`];
    const half = (first.seconds + last.seconds) / 2;
    return [
      `memory of ${name}: ${first.megabytes.toFixed(0)} MB, at the end ${last.megabytes.toFixed(0)} MB; ${slopeIn(points)}`,
      `  its later half alone: ${slopeIn(points.filter(({ seconds }) => seconds >= half))}`,
    ];
  }),
];
