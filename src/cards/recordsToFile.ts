/** The signed records that are not in the child’s file yet. */
import { z } from 'zod';
import type { Summary } from '../discussion/state/summary.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { plain, said, template, type Card } from './bind.ts';

const bind = template(
  'records-to-file',
  z.object({ summary: said, rows: z.array(z.object({ reference: plain, children: said, since: said })) }),
);

/** As many as one card holds well. */
const mostListed = 20;

/** Those that have waited longest first. */
export const recordsToFileCard = (lines: readonly Summary[]): Card => {
  const waiting = lines
    .flatMap(({ reference, initials, toFileSince }) =>
      toFileSince === null ? [] : [{ reference, initials, toFileSince }],
    )
    .toSorted((a, b) => (a.toFileSince < b.toFileSince ? -1 : 1));
  const listed = waiting.slice(0, mostListed);
  return bind({
    summary: countWords(waiting.length, listed.length),
    rows: listed.map(({ reference, initials, toFileSince }) => ({
      reference,
      children: initials.join(', '),
      since: `Signed ${formatLondon(toFileSince)}`,
    })),
  });
};

const countWords = (all: number, listed: number): string => {
  if (all === 0) return 'None waits.';
  return all === listed ? `${all} to file.` : `The ${listed} that have waited longest, of ${all}.`;
};
