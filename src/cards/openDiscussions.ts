/** The discussions somebody may open, in groups: what is overdue, what is for today, what they lead, and the rest. */
import { z } from 'zod';
import { formatLondon, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Summary } from '../discussion/state/summary.ts';
import { duties } from '../words/dutyWords.ts';
import { plain, said, template, type Card } from './bind.ts';

const row = z.object({ reference: plain, children: said, when: said, due: said, colour: plain });
const bind = template(
  'open-discussions',
  z.object({ summary: said, groups: z.array(z.object({ title: plain, rows: z.array(row) })) }),
);

/** As many as one card holds well. */
export const mostListed = 20;

/** Of those, kept for decided discussions, however many are open; and no more than that where so many are. */
const keptForOwing = 8;

interface Listing {
  readonly open: readonly Summary[];
  readonly owing: readonly Summary[];
}
interface Asking {
  readonly asker: string;
  readonly now: Instant;
}

/** Open ones, and those decided with something still to be done: in each group what is most pressing first. */
export const openDiscussionsCard = ({ open, owing }: Listing, asking: Asking): Card => {
  const shownOpen = open.slice(0, mostListed - Math.min(owing.length, keptForOwing));
  const listed = [...shownOpen, ...owing.slice(0, mostListed - shownOpen.length)].toSorted((a, b) =>
    pressing(a, asking.now) < pressing(b, asking.now) ? -1 : 1,
  );
  return bind({
    summary: countWords(open.length, owing.length, listed.length),
    groups: groups
      .map((title) => ({ title, rows: listed.filter((s) => groupOf(s, asking) === title) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => ({ title, rows: rows.map((s) => rowOf(s, asking.now)) })),
  });
};

const groups = ['Overdue', 'Today', 'Yours', 'You take part in'] as const;

/** Each stands in one group: the first of them that it belongs to. */
const groupOf = (s: Summary, { asker, now }: Asking): (typeof groups)[number] => {
  if (isOverdue(s, now)) return 'Overdue';
  const today = londonDate(now);
  const times = [s.owed?.dueAt ?? s.meetingAt, dueOf(s)];
  if (times.some((at) => at !== null && londonDate(at) === today)) return 'Today';
  return s.convenorId === asker || s.chairId === asker ? 'Yours' : 'You take part in';
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

/** By the deadline or the meeting, whichever is sooner. */
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
