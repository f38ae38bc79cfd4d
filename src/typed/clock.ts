/** Dates and times as people and their clients write them. What cannot be read is null; what can be read twice is asked about. */

export type DateTyped =
  | { readonly kind: 'date'; readonly date: string }
  /** `3/4/2026`: both readings, the British one first. */
  | { readonly kind: 'either'; readonly dates: readonly [string, string] };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** `2026-11-25`, or null where the calendar has no such day. */
const dayOf = (year: number, month: number, day: number): string | null => {
  const iso = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const made = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(iso) ? iso : null;
};

const certain = (date: string | null): DateTyped | null => (date === null ? null : { kind: 'date', date });

/** `2026-11-25`, `2026-11-25T00:00:00Z`, `25/11/2026`, `25.11.2026`, `25 Nov 2026`, `Wed 25 November 2026`. */
export const dateTyped = (text: string): DateTyped | null => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/.exec(text);
  if (iso !== null) return certain(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const inWords = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9}),?[ -](\d{4})$/i.exec(text);
  if (inWords !== null) return certain(dayOf(Number(inWords[3]), monthOf(inWords[2] ?? ''), Number(inWords[1])));
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  return numbers === null ? null : inNumbers(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
};

const inNumbers = (first: number, second: number, year: number): DateTyped | null => {
  const british = dayOf(year, second, first);
  const american = dayOf(year, first, second);
  if (british === null || american === null || british === american) return certain(british ?? american);
  return { kind: 'either', dates: [british, american] };
};

/** `14:30` of `14:30:00`, `14.30`, `1430`, `2:30 PM`, `2.30pm`, `2pm`; null where it is no time of day. */
export const timeTyped = (text: string): string | null => {
  const read = /^(\d{1,2})(?:[:.]?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?$/i.exec(text);
  if (read === null) return null;
  const [, hours = '', minutes, half] = read;
  if (half === undefined && minutes === undefined) return null;
  const hour = hourOf(Number(hours), half?.toLowerCase());
  const minute = Number(minutes ?? '0');
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

const hourOf = (hour: number, half: string | undefined): number | null => {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
};
