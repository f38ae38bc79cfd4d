/** Whether what an instance holds grows. It is judged by objects and text that are left after tidying up: all else comes and goes. */
import { slopeOf, type Measured } from './figures.ts';
import type { Life } from './life.ts';

/** Of a life, the part in which code is still being loaded and what is kept fills up. */
const warmUp = 1 / 3;
/** Megabytes an hour that nobody minds: a process is replaced long before they add up. */
const unminded = 1;
/** A slope that is not known better than this says nothing. Megabytes an hour. */
const mostNoise = 20;

export interface Growth {
  readonly isFlat: boolean;
  readonly said: string;
}

const signed = (n: number): string => `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(1)}`;

const warm = (points: readonly Measured[]): readonly Measured[] => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = first.seconds + (last.seconds - first.seconds) * warmUp;
  return points.filter(({ seconds }) => seconds >= from);
};

/** It grows where even the least that the measurements allow is more than nobody minds. */
export const growthOf = (held: readonly Measured[]): Growth => {
  const slope = slopeOf(warm(held));
  if (slope === null) return { isFlat: false, said: 'measured too seldom to say' };
  const noise = 2 * slope.standardError;
  const said = `${signed(slope.perHour)} ± ${noise.toFixed(1)} MB/hour (two standard errors, ${slope.measurements} measurements)`;
  if (noise > mostNoise) return { isFlat: false, said: `${said}: not known well enough to say` };
  if (slope.perHour - noise <= 0) return { isFlat: true, said: `${said}: zero within its noise` };
  return slope.perHour - noise <= unminded
    ? { isFlat: true, said: `${said}: no more than ${unminded} MB/hour` }
    : { isFlat: false, said: `${said}: IT GROWS` };
};

const fromTo = (points: readonly Measured[]): string => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'never measured';
  const most = Math.max(...points.map(({ megabytes }) => megabytes));
  return `${first.megabytes.toFixed(1)} MB, at the end ${last.megabytes.toFixed(1)} MB, most ${most.toFixed(1)} MB (${points.length} times)`;
};

/** Each life of an instance. What is resident rises to where its waves are, and with each weighing, and says nothing of what is held. */
export const lifeLines = (lives: readonly Life[]): readonly string[] =>
  lives.flatMap(({ name, release, held, resident }) => [
    `  ${name}, release ${release}: resident ${fromTo(resident)}`,
    ...(held.length === 0 ? [] : [`    objects and text ${fromTo(held)}`]),
  ]);

/** The instance that runs today’s release and is never restarted. */
export const judgedLife = (lives: readonly Life[], release: string): Life | undefined =>
  lives.find((life) => life.name === 'one' && life.release === release);
