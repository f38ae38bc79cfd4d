/** The rota in the store: a row a duty and a row a swap, beside the people of the directory. Filled by importing a file. */
import type { Instant } from '../practice/time/instant.ts';
import type { DirectoryRow, DirectoryRows } from '../store/rows.ts';
import {
  dutyKey,
  dutySchema,
  gapsIn,
  isOnDutyWithin,
  swapSchema,
  withShifts,
  type Duty,
  type Rota,
  type Swap,
} from './rota.ts';
import { parseRota } from './rotaFile.ts';

type Refused = { readonly result: 'refused'; readonly faults: readonly string[] };

export type ImportedRota =
  | {
      readonly result: 'imported';
      readonly shifts: number;
      /** Between the first and the last shift of the file, when nobody is on duty. */
      readonly gaps: readonly { readonly duty: string; readonly from: Instant; readonly until: Instant }[];
    }
  | Refused;

export type Swapped = { readonly result: 'swapped' } | Refused;

export const readRota = async (rows: DirectoryRows): Promise<Rota> => {
  const [duties, swaps] = await Promise.all([rows.all('duty'), rows.all('swap')]);
  return {
    duties: duties.map(({ body }) => dutySchema.parse(JSON.parse(body))),
    swaps: swaps.map(({ body }) => swapSchema.parse(JSON.parse(body))).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  };
};

/** All of a file or, where anything is wrong in it, nothing. */
export const importRota = async (rows: DirectoryRows, csv: string): Promise<ImportedRota> => {
  const known = new Set((await rows.all('person')).map(({ id }) => id));
  const parsed = parseRota(csv, (id) => known.has(id));
  if (parsed.result === 'refused') return parsed;
  const { duties: before } = await readRota(rows);
  await rows.put(parsed.duties.map((duty) => dutyRow(after(before, duty))));
  return {
    result: 'imported',
    shifts: parsed.duties.reduce((sum, { shifts }) => sum + shifts.length, 0),
    gaps: parsed.duties.flatMap((duty) => gapsIn(duty).map((gap) => ({ duty: duty.title, ...gap }))),
  };
};

const after = (before: readonly Duty[], { title, shifts }: Duty): Duty => {
  const there = before.find((duty) => dutyKey(duty.title) === dutyKey(title));
  return { title, shifts: withShifts(there?.shifts ?? [], shifts) };
};

const dutyRow = (duty: Duty): DirectoryRow => ({
  kind: 'duty',
  id: dutyKey(duty.title),
  teamsKey: null,
  body: JSON.stringify(duty),
});

/** Refused where it would change nothing: whoever is to be off is not on duty then. `id` tells one swap from another. */
export const swapOnRota = async (rows: DirectoryRows, swap: Swap, id: string): Promise<Swapped> => {
  const people = new Set((await rows.all('person')).map((row) => row.id));
  const rota = await readRota(rows);
  const faults = [
    ...(people.has(swap.on) ? [] : [`Nobody in the directory has the id ${swap.on}.`]),
    ...(swap.until > swap.from ? [] : ['It must end after it begins.']),
    ...(swap.on !== swap.off ? [] : ['They are the same person.']),
    ...(isOnDutyWithin(rota, swap.duty, swap.off, swap)
      ? []
      : [`${swap.off} is not on duty as ${swap.duty} then: there is nothing to swap.`]),
  ];
  if (faults.length > 0) return { result: 'refused', faults };
  await rows.put([{ kind: 'swap', id, teamsKey: null, body: JSON.stringify(swap) }]);
  return { result: 'swapped' };
};
