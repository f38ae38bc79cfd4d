/**
 * Reminders: when somebody is told, before a deadline, that it is coming. Each is a notice owed at a later time, so that
 * nothing but the outbox has to remember it; whether it is still wanted is asked again when that time comes (wanted.ts).
 * Bounded: one reminder for each thing a standard sets a time for.
 */
import {
  endOfDay,
  londonDate,
  londonTime,
  londonTimeToInstant,
  plusDays,
  type Calendar,
  type LocalDate,
} from '../../practice/time/calendar.ts';
import { millis, plusMillis, type Instant, hour } from '../../practice/time/instant.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { Discussion } from '../state/discussion.ts';
import type { ReminderKind } from '../state/notice.ts';
import type { Participant } from '../state/people.ts';

export interface Reminder<K extends ReminderKind = ReminderKind> {
  readonly kind: K;
  readonly to: Participant;
  readonly rule: RuleId;
  readonly owedAt: Instant;
  /** What it reminds of, where that has a time. */
  readonly deadline: Instant | null;
}

/** So long before the event, or half-way to it if that is sooner; null when less than `least` is left. Milliseconds. */
const ahead = (event: Instant, by: number, now: Instant, least: number): Instant | null => {
  const left = millis(event) - millis(now);
  if (left < least) return null;
  return plusMillis(event, -Math.min(by, Math.floor(left / 2)));
};

/** Nobody is chased at night: what falls between eight and eight waits for the morning, if that leaves an hour. */
const byDay = (at: Instant, event: Instant): Instant => {
  const time = londonTime(at);
  if (time >= '08:00' && time < '20:00') return at;
  const morning = hourOn(plusDays(londonDate(at), time < '08:00' ? 0 : 1), '08:00');
  return millis(event) - millis(morning) >= hour ? morning : at;
};

/** One chaser a person, a day ahead; when the meeting is sooner, half-way to it; none when it is within the hour. */
export const replyChasers = (d: Discussion, invited: readonly Participant[], now: Instant): readonly Reminder[] => {
  const halfWay = ahead(d.meeting.startsAt, 24 * hour, now, hour);
  if (halfWay === null) return [];
  const owedAt = byDay(halfWay, d.meeting.startsAt);
  return invited.map((to) => ({
    kind: 'replyChaser',
    to,
    rule: d.deadline.rule,
    owedAt,
    deadline: d.meeting.startsAt,
  }));
};

/** A meeting has come to its decision by then, or somebody is asked why not. */
export const decisionExpectedBy = ({ meeting }: Discussion): Instant => plusMillis(meeting.startsAt, 2 * hour);

/** two hours ahead, while a substitute can still be found; and two hours after the start, if nothing was decided. */
export const meetingWatch = (d: Discussion, now: Instant): readonly Reminder[] => {
  const { startsAt } = d.meeting;
  const warning = ahead(startsAt, 2 * hour, now, hour / 2);
  const overdueAt = decisionExpectedBy(d);
  // Where no figure is given, or it has passed by then, nothing is late that could still be in time.
  const decideBy = d.deadline.dueAt !== null && d.deadline.dueAt > overdueAt ? d.deadline.dueAt : null;
  return [
    ...(warning === null
      ? []
      : [{ kind: 'quorumWarning', to: d.convenor, rule: 'Q-9', owedAt: warning, deadline: startsAt } as const]),
    { kind: 'decisionOverdue', to: d.chair, rule: d.deadline.rule, owedAt: overdueAt, deadline: decideBy },
  ];
};

/**
 * A deadline counted in hours is reminded of six hours ahead, day or night. One at the end of a day: at 9am that day, or,
 * if it is more than a week off, three working days earlier.
 */
export const beforeDeadline = (dueAt: Instant, now: Instant, calendar: Calendar): Instant => {
  const date = londonDate(dueAt);
  const sixHours = plusMillis(dueAt, -6 * hour);
  const far = millis(dueAt) - millis(now) > 7 * 24 * hour;
  const at = endOfDay(date) === dueAt ? hourOn(workingDay(date, far ? 3 : 0, calendar), '09:00') : sixHours;
  return at > now ? at : now;
};

/** The date itself or the working day before it, and then so many working days earlier. */
const workingDay = (date: LocalDate, earlier: number, calendar: Calendar): LocalDate => {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = plusDays(day, -1);
  for (let left = earlier; left > 0;) {
    day = plusDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
};

/** The clocks never change by day. */
export const hourOn = (date: LocalDate, time: '08:00' | '09:00'): Instant => {
  const found = londonTimeToInstant(date, time);
  return 'at' in found ? found.at : endOfDay(date);
};
