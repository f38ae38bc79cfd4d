/** What one person is to do, over all discussions: from their lines in the lists, so no discussion is opened for it. */
import { z } from 'zod';
import type { Summary } from '../discussion/state/summary.ts';
import { formatDate, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { plain, said, template, type Card } from './bind.ts';

const bind = template(
  'your-actions',
  z.object({
    summary: said,
    rows: z.array(z.object({ reference: plain, number: plain, children: said, due: said, colour: plain })),
  }),
);

/** As many as one card holds well. */
const mostListed = 20;

/** Among discussions that were looked through: all of them, unless there are very many. */
export const yourActionsCard = (
  looked: { readonly lines: readonly Summary[]; readonly isAll: boolean },
  { ownerId, now }: { readonly ownerId: string; readonly now: Instant },
): Card => {
  const yours = looked.lines
    .flatMap(({ reference, initials, actions }) =>
      actions.filter((action) => action.ownerId === ownerId).map((action) => ({ ...action, reference, initials })),
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const listed = yours.slice(0, mostListed);
  return bind({
    summary: [countWords(yours.length, listed.length), ...(looked.isAll ? [] : [others])].join(' '),
    rows: listed.map(({ reference, number, initials, dueOn }) => {
      const isOverdue = dueOn < londonDate(now);
      return {
        reference,
        number: String(number),
        children: initials.join(', '),
        due: `${isOverdue ? 'Overdue since' : 'To do by'} ${formatDate(dueOn)}`,
        colour: isOverdue ? 'attention' : 'default',
      };
    }),
  });
};

const others = 'There may be more in discussions that are less pressing: type /strategy actions and a reference.';

const countWords = (all: number, listed: number): string => {
  if (all === 0) return 'You have none to do.';
  return all === listed ? `${all} to do.` : `The ${listed} due soonest of ${all}.`;
};
