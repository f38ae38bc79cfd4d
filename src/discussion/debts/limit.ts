/** The limit by which a discussion is held and decided (T-*, Q-9): when whoever answers for the service hears that it was not. */
import type { Calendar } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { Discussion } from '../state/discussion.ts';
import { digestAfter } from './followUp.ts';
import { toService, type Owed } from './owed.ts';

type Limited = Pick<Discussion, 'deadline' | 'meeting' | 'convenor'>;

/** Past its limit, or to be held after it, they hear at once. */
export const heldLate = (d: Limited, at: Instant): readonly Owed[] => {
  const { dueAt } = d.deadline;
  return dueAt === null || (dueAt >= at && dueAt >= d.meeting.startsAt)
    ? []
    : [toService(d, 'heldLate', { rule: d.deadline.rule, owedAt: null })];
};

/** Of a limit that is still ahead, once it has passed and nothing is decided. */
export const watchedLimit = (d: Limited, at: Instant, calendar: Calendar): readonly Owed[] => {
  const heardAt = limitHeardAt(d, calendar);
  return heardAt === null || heardAt <= at
    ? []
    : [toService(d, 'decisionLate', { rule: d.deadline.rule, owedAt: heardAt })];
};

/** As of what is overdue: an hour after a limit in hours, on the next working morning after one at the end of a day. */
export const limitHeardAt = ({ deadline: { dueAt } }: Limited, calendar: Calendar): Instant | null =>
  dueAt === null ? null : digestAfter(dueAt, calendar);

/** A child added, or an emergency action, may bring the limit forward, past the meeting that is planned. */
export const limitMoved = (
  before: Discussion | null,
  after: Discussion,
  at: Instant,
  calendar: Calendar,
): readonly Owed[] =>
  before?.deadline.dueAt === after.deadline.dueAt ? [] : [...heldLate(after, at), ...watchedLimit(after, at, calendar)];
