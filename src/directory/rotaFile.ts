/**
 * A rota as a file: CSV with the columns duty, person, from and until, such as
 *
 *     Duty paediatrician,anil-kapoor,2026-11-27 08:00,2026-11-28 08:00
 *
 * on the clock in London. In the hour that the clock shows twice, whoever leaves stays to the end of it and whoever comes
 * is there from its beginning: nobody is missing.
 */
import { formatDate, londonTimeToInstant } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { dateTyped, timeTyped } from '../typed/clock.ts';
import { csvTyped, type CsvRow } from '../typed/csv.ts';
import { dutyKey, withShifts, type Duty, type Shift } from './rota.ts';

export const rotaColumns = ['duty', 'person', 'from', 'until'] as const;

/** Every fault in a file is named at once, by its line. */
export type ParsedRota =
  | { readonly result: 'parsed'; readonly duties: readonly Duty[] }
  | { readonly result: 'refused'; readonly faults: readonly string[] };

export type MomentTyped = { readonly at: Instant } | { readonly fault: string };

/** `2026-11-27 20:00`, `27/11/2026 8pm`: a moment on the clock in London; of an hour shown twice, the one asked for. */
export const momentTyped = (text: string, ofTwo: 'first' | 'second'): MomentTyped => {
  const [, day = '', time = ''] = /^(.*\S)[ T]+(\S+(?: ?[ap]\.?m\.?)?)$/i.exec(text) ?? [];
  const read = dateTyped(day);
  const clock = timeTyped(time);
  if (read === null || clock === null) return { fault: 'must be a date and a time, such as 2026-11-27 20:00' };
  if (read.kind === 'either') {
    const [first, second] = read.dates;
    return { fault: `may be ${formatDate(first)} or ${formatDate(second)}: write it as ${first} or as ${second}` };
  }
  const found = londonTimeToInstant(read.date, clock);
  if (found.kind === 'exact') return { at: found.at };
  if (found.kind === 'ambiguous') return { at: ofTwo === 'first' ? found.at : found.again };
  return { fault: `is no time: there is no ${clock} on ${formatDate(read.date)}, when the clocks go forward` };
};

export const parseRota = (text: string, isInDirectory: (id: string) => boolean): ParsedRota => {
  const [head, ...rows] = csvTyped(text);
  const columns = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  if (rotaColumns.some((column) => !columns.includes(column)))
    return { result: 'refused', faults: [`The first line must name the columns ${rotaColumns.join(', ')}.`] };
  if (rows.length === 0) return { result: 'refused', faults: ['There are no shifts in the file.'] };
  const read = rows.map((row) => shiftIn(row, columns, isInDirectory));
  const faults = read.flatMap((row) => ('faults' in row ? row.faults : []));
  if (faults.length > 0) return { result: 'refused', faults };
  return { result: 'parsed', duties: byDuty(read.flatMap((row) => ('faults' in row ? [] : [row]))) };
};

type Read = { readonly title: string; readonly shift: Shift } | { readonly faults: readonly string[] };

const shiftIn = ({ line, cells }: CsvRow, columns: readonly string[], isInDirectory: (id: string) => boolean): Read => {
  const cell = (column: (typeof rotaColumns)[number]): string => cells[columns.indexOf(column)] ?? '';
  const [title, personId] = [cell('duty').replace(/\s+/g, ' '), cell('person')];
  const from = momentTyped(cell('from'), 'first');
  const until = momentTyped(cell('until'), 'second');
  const faults = [
    ...(title === '' || title.length > 60 ? ['the duty must be 1 to 60 letters'] : []),
    ...(isInDirectory(personId)
      ? []
      : [`nobody in the directory has the id ${personId === '' ? '(blank)' : personId}`]),
    ...('fault' in from ? [`from ${from.fault}`] : []),
    ...('fault' in until ? [`until ${until.fault}`] : []),
    ...('at' in from && 'at' in until && until.at <= from.at ? ['it must end after it begins'] : []),
  ].map((fault) => `Line ${line}: ${fault}.`);
  return faults.length > 0 || 'fault' in from || 'fault' in until
    ? { faults }
    : { title, shift: { personId, from: from.at, until: until.at } };
};

const byDuty = (read: readonly { readonly title: string; readonly shift: Shift }[]): readonly Duty[] =>
  [...Map.groupBy(read, ({ title }) => dutyKey(title)).values()].map((rows) => ({
    title: rows[0]?.title ?? '',
    shifts: withShifts(
      [],
      rows.map(({ shift }) => shift),
    ),
  }));
