import { londonIso } from '../practice/time/calendar.ts';
import { isInstant } from '../practice/time/instant.ts';

/** The same value with every instant written in London time. */
export const inLondon = (value: unknown): unknown => {
  if (typeof value === 'string') return isInstant(value) ? londonIso(value) : value;
  if (Array.isArray(value)) return value.map(inLondon);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inLondon(each)]));
};
