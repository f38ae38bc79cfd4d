import { formatLondon } from '../practice/time/calendar.ts';
import type { Deadline } from '../discussion/state/deadlineShape.ts';
import type { Assessment } from '../practice/assess.ts';

/** Where a source allows two readings, the date the other would give: people see that one was taken. */
export const otherReadings = (
  { each }: Assessment['timescale'],
  { rule: governing, dueAt }: Deadline,
): readonly string[] => {
  const others = each
    .filter(({ rule }) => rule === governing)
    .flatMap(({ otherwise }) => otherwise.map((other) => other.dueAt))
    .filter((other) => other !== dueAt);
  return [...new Set(others)].map((other) => `${governing} can be read otherwise: then by ${formatLondon(other)}.`);
};
