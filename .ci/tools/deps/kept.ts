/**
 * What is kept on purpose although nobody maintains it any more, or not for ever: kept.json says why, until when, and what
 * the way off is. Past its date it fails; half a year before, it warns.
 */
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import { nameAt, type Lock } from './lock.ts';

const warnDays = 180;
const sentence = z.string().min(20);

export const keptSchema = z.array(
  z.strictObject({
    what: z.string(),
    packages: z.array(z.string()).default([]),
    /** The first number of the Node this is about. */
    node: z.int().optional(),
    /** The last day on which whoever makes it looked after it; left out where they named none, or where it is `until`. */
    endedUpstream: z.iso.date().optional(),
    until: z.iso.date(),
    why: sentence,
    wayOff: sentence,
  }),
);

export type Kept = z.infer<typeof keptSchema>;

/** `engines` is the range of Node that package.json asks for; `on` the day it is asked about, such as 2026-11-27. */
export const checkKept = (kept: Kept, lock: Lock, engines: string, on: string): readonly Finding[] => [
  ...kept.map((one) => due(one, on)),
  ...missing(kept, lock, engines),
];

const due = ({ what, until, wayOff }: Kept[number], on: string): Finding => {
  const days = differenceInCalendarDays(parseISO(until), parseISO(on));
  if (days < 0) return { part: 'kept', weight: 'fault', says: `${what} was kept until ${until}. ${wayOff}` };
  if (days > warnDays) return { part: 'kept', weight: 'fine', says: `${what} until ${until}` };
  return { part: 'kept', weight: 'warning', says: `${what} only until ${until}, ${days} days from now. ${wayOff}` };
};

/** The table is about what is there, and has all of it that is known to be given up. */
const missing = (kept: Kept, lock: Lock, engines: string): readonly Finding[] => {
  const production = Object.entries(lock).filter(([place, { dev }]) => nameAt(place) !== null && !dev);
  const named = kept.flatMap(({ packages }) => packages);
  const nodes = [...engines.matchAll(/\^(\d+)/g)].map(([, major]) => Number(major));
  const gone = named.filter((name) => !production.some(([place]) => nameAt(place) === name));
  const givenUp = production.filter(
    ([place, { deprecated }]) => deprecated !== undefined && !named.includes(nameAt(place) ?? ''),
  );
  const says = [
    ...gone.map((name) => `${name} is not installed any more: take it out of kept.json`),
    ...givenUp.map(
      ([place, { deprecated }]) => `${place} is given up by its authors (${deprecated ?? ''}): not in kept.json`,
    ),
    ...nodes
      .filter((major) => !kept.some(({ node }) => node === major))
      .map((major) => `package.json allows Node ${major}: kept.json does not say until when`),
  ];
  return says.map((one) => ({ part: 'kept', weight: 'fault', says: one }));
};
