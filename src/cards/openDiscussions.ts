import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Summary } from '../discussion/state/summary.ts';
import { duties } from '../words/dutyWords.ts';
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

/** Of those, kept for decided discussions, however many are open; and no more than that where so many are. */
const keptForOwing = 8;

/** Open discussions, and those decided after which something is still to be done: what is overdue first, then the soonest. */
export const openDiscussionsCard = (open: readonly Summary[], owing: readonly Summary[], now: Instant): Card => {
  const shownOpen = open.slice(0, mostListed - Math.min(owing.length, keptForOwing));
  const listed = [...shownOpen, ...owing.slice(0, mostListed - shownOpen.length)];
  return bind({
    summary: countWords(open.length, owing.length, listed.length),
    rows: listed.toSorted((a, b) => (pressing(a, now) < pressing(b, now) ? -1 : 1)).map((s) => rowOf(s, now)),
  });
};

const countWords = (open: number, owing: number, listed: number): string => {
  if (open + owing === 0) return 'None.';
  if (open + owing > listed || listed === mostListed) return `The ${listed} most pressing.`;
  return owing === 0 ? `${open} open.` : `${open} open. ${owing} decided, with something still to do.`;
};

const dueOf = ({ owed, dueAt }: Summary): Instant | null => owed?.dueAt ?? dueAt;

const isOverdue = (s: Summary, now: Instant): boolean => {
  const due = dueOf(s);
  return due !== null && due < now;
};

/** Sorts what is overdue before everything else, then by the deadline or the meeting, whichever is sooner. */
const pressing = (s: Summary, now: Instant): string => {
  const due = dueOf(s);
  const next = due !== null && (s.owed !== null || due < s.meetingAt) ? due : s.meetingAt;
  return `${isOverdue(s, now) ? 0 : 1} ${next}`;
};

const owedWords = ({ duty }: NonNullable<Summary['owed']>): string =>
  duty === 'action' ? 'an action of the plan' : duties[duty].name;

const rowOf = (s: Summary, now: Instant) => {
  const due = dueOf(s);
  return {
    reference: s.reference,
    children: s.initials.join(', '),
    when: s.owed === null ? `Meets ${formatLondon(s.meetingAt)}` : `Decided. Next: ${owedWords(s.owed)}`,
    due:
      due === null ? 'As soon as possible' : `${isOverdue(s, now) ? 'Overdue since' : 'Due by'} ${formatLondon(due)}`,
    colour: isOverdue(s, now) ? 'attention' : 'default',
  };
};
