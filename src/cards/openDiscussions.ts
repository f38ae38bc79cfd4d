import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Summary } from '../discussion/state/summary.ts';
import { plain, said, template, type Card } from './bind.ts';

const bind = template(
  'open-discussions',
  z.object({
    summary: said,
    rows: z.array(z.object({ reference: plain, children: said, when: said, due: said, colour: plain })),
  }),
);

/** As many as one card holds well. */
export const mostListed = 20;

/** Open discussions, the most pressing first. */
export const openDiscussionsCard = (open: readonly Summary[], now: Instant): Card =>
  bind({
    summary:
      open.length === 0
        ? 'None.'
        : open.length < mostListed
          ? `${open.length} open.`
          : `The ${mostListed} most pressing.`,
    rows: open.map((s) => ({
      reference: s.reference,
      children: s.initials.join(', '),
      when: `Meets ${formatLondon(s.meetingAt)}`,
      due:
        s.dueAt === null
          ? 'As soon as possible'
          : `${s.dueAt < now ? 'Overdue since' : 'Due by'} ${formatLondon(s.dueAt)}`,
      colour: s.dueAt !== null && s.dueAt < now ? 'attention' : 'default',
    })),
  });
