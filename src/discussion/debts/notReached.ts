/** T-14, T-15: whoever answers for the discussion hears at once that another has to be held, and by when. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { assessed } from '../matter/assessed.ts';
import type { Decided } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import { digestAfter } from './followUp.ts';
import { message, reminder, type Owed } from './owed.ts';

export const owedForNotReached = (
  d: Decided,
  { what }: EventOf<'childNotReached'>,
  practice: Practice,
  at: Instant,
): readonly Owed[] => {
  const asked = assessed(d, practice).notReached(what);
  if (asked === null) return [];
  const { rule, dueAt } = asked;
  const now = reminder({ kind: 'furtherDiscussionDue', to: d.chair, rule, owedAt: at, deadline: dueAt });
  if (dueAt === null) return [now];
  const overdue = {
    ...message('overdueDigest', d.convenor, null),
    rule,
    owedAt: digestAfter(dueAt, practice.calendar),
  };
  return [now, overdue];
};
