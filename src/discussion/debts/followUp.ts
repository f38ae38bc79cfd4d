/** When somebody is reminded of what falls due after a decision, and what has not been reported as done. */
import { endOfDay, londonDate, plusDays, type Calendar } from '../../practice/time/calendar.ts';
import { plusMillis, type Instant, hour } from '../../practice/time/instant.ts';
import type { Practice } from '../../practice/practice.ts';
import { dutiesAfter, type Duty } from '../matter/fallsDue.ts';
import { isAskedYet, isClosed, isSettled } from '../matter/settled.ts';
import { openActions } from '../state/agreedAction.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import type { DutyKind } from '../state/notice.ts';
import { recordInForce } from '../state/signing.ts';
import type { Summary } from '../state/summary.ts';
import { beforeDeadline, hourOn, type Reminder } from './reminders.ts';

/** The reminders of what falls due, one each. */
export const afterDecision = (d: Decided, practice: Practice): readonly (Reminder<DutyKind> & Duty)[] =>
  dutiesAfter(d, practice).map((duty) => ({
    ...duty,
    owedAt: beforeDeadline(duty.deadline, d.decision.at, practice.calendar),
  }));

/** What is to be done next of what falls due after a decision, actions of the plan among it; null when all of it is done. */
export const nextOwed = (d: Discussion, practice: Practice): Summary['owed'] => {
  if (d.stage !== 'decided' || isClosed(d)) return null;
  const duties = dutiesAfter(d, practice)
    .filter(({ kind }) => !isSettled(d, practice, kind))
    .map(({ kind, deadline }) => ({ duty: kind, dueAt: deadline }));
  const actions = openActions(d).map(({ dueOn }) => ({ duty: 'action' as const, dueAt: endOfDay(dueOn) }));
  const [next] = [...duties, ...actions].toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return next ?? null;
};

/** Since when its signed record waits to be filed, where the procedure asks for that. A restricted one is filed by those who lead it. */
export const toFileSince = (d: Discussion, practice: Practice): Summary['toFileSince'] => {
  if (d.stage !== 'decided' || d.isRestricted || isSettled(d, practice, 'filingDue')) return null;
  const isAsked = dutiesAfter(d, practice).some(({ kind }) => kind === 'filingDue');
  return isAsked ? (recordInForce(d)?.at ?? null) : null;
};

/** What is past its time by then and nobody says is done. */
export const overdueDuties = (d: Decided, practice: Practice, by: Instant): readonly Duty[] =>
  dutiesAfter(d, practice).filter(
    ({ kind, deadline }) => deadline < by && !isSettled(d, practice, kind) && isAskedYet(d, kind),
  );

/** When the convenor hears of all that is overdue (AC-1): once for each time at which something falls due. */
export const digestTimes = (d: Decided, practice: Practice): readonly Instant[] => [
  ...new Set(dutiesAfter(d, practice).map(({ deadline }) => digestAfter(deadline, practice.calendar))),
];

/** When somebody hears that a deadline has passed: as of a digest, or on the next working morning if that is over by then. */
export const heardAfter = (deadline: Instant, at: Instant, calendar: Calendar): Instant => {
  const digest = digestAfter(deadline, calendar);
  return digest > at ? digest : nextMorning(at, calendar);
};

/** Of the next working day. */
export const nextMorning = (at: Instant, calendar: Calendar): Instant =>
  digestAfter(endOfDay(londonDate(at)), calendar);

/** An hour after a deadline counted in hours; after the end of a day, at nine on the next working day. */
export const digestAfter = (deadline: Instant, calendar: Calendar): Instant => {
  const date = londonDate(deadline);
  if (endOfDay(date) !== deadline) return plusMillis(deadline, hour);
  let day = plusDays(date, 1);
  while (!calendar.isWorkingDay(day)) day = plusDays(day, 1);
  return hourOn(day, '09:00');
};
