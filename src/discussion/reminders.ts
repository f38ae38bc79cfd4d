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
} from '../practice/calendar.ts';
import { meetingType } from '../practice/chair.ts';
import type { Progress } from '../practice/facts.ts';
import { millis, plusMillis, type Instant } from '../practice/instant.ts';
import { laterDeadlines, type LaterDeadline } from '../practice/laterDeadlines.ts';
import type { Practice } from '../practice/practice.ts';
import type { DeadlineName } from '../practice/ruleParts.ts';
import type { Decided, Discussion } from './discussion.ts';
import type { DutyKind, ReminderKind } from './notice.ts';
import type { Participant } from './people.ts';
import { leadSocialWorker } from './responsible.ts';
import { isDone } from './telling.ts';

export interface Reminder<K extends ReminderKind = ReminderKind> {
  readonly kind: K;
  readonly to: Participant;
  readonly rule: string;
  readonly owedAt: Instant;
  /** What it reminds of. */
  readonly deadline: Instant;
}

const hour = 3_600_000;

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

/** two hours ahead, while a substitute can still be found; and two hours after the start, if nothing was decided. */
export const meetingWatch = (d: Discussion, now: Instant): readonly Reminder[] => {
  const { startsAt } = d.meeting;
  const warning = ahead(startsAt, 2 * hour, now, hour / 2);
  const overdueAt = plusMillis(startsAt, 2 * hour);
  const decideBy = d.deadline.dueAt !== null && d.deadline.dueAt > overdueAt ? d.deadline.dueAt : overdueAt;
  return [
    ...(warning === null
      ? []
      : [{ kind: 'quorumWarning', to: d.convenor, rule: 'Q-9', owedAt: warning, deadline: startsAt } as const]),
    { kind: 'decisionOverdue', to: d.chair, rule: d.deadline.rule, owedAt: overdueAt, deadline: decideBy },
  ];
};

type Whom = 'chair' | 'socialWorker';

/** What each deadline of a standard is reminded of as, and who has to see to it. Notices to others are not reminders. */
const kindOf: Partial<Record<DeadlineName, readonly [DutyKind, Whom]>> = {
  recordUploadDueAt: ['recordDue', 'chair'],
  recordCirculationDueAt: ['recordDue', 'chair'],
  decisionsDueAt: ['recordDue', 'chair'],
  minutesDueAt: ['minutesDue', 'chair'],
  childSeenDueAt: ['childSeenDue', 'socialWorker'],
  s47DueAt: ['enquiryDue', 'socialWorker'],
  urgentS47DueAt: ['enquiryDue', 'socialWorker'],
  icpcDueAt: ['conferenceDue', 'socialWorker'],
  assessmentDueAt: ['assessmentDue', 'socialWorker'],
  latestNextAt: ['nextDiscussionDue', 'chair'],
  concludeBy: ['conclusionDue', 'chair'],
  furtherDiscussionDueAt: ['furtherDiscussionDue', 'chair'],
};

/** What has happened, as the deadlines of the standard count from it. */
const progressOf = (d: Decided, practice: Practice): Progress => {
  const { at, children } = d.decision;
  const chosen = (code: string): boolean => children.some((c) => c.outcomes.some((o) => o.code === code));
  const s47 = children.some((c) => c.s47);
  const again = chosen('followUpDiscussion');
  const first = d.earlierMeetings[0]?.meeting.startsAt ?? d.meeting.startsAt;
  return {
    meetingEndAt: at,
    meetingType: meetingType(practice, d.facts),
    referralReceivedAt: s47 || chosen('s17Assessment') ? d.referral.receivedAt : null,
    s47DecidedAt: s47 ? at : null,
    strategyDiscussionAt: s47 ? at : null,
    discussions: s47 ? [{ at, decidedS47: true }] : [],
    previousDiscussionAt: again ? at : null,
    firstDiscussionAt: again ? first : null,
    whereaboutsUnknownAt: s47 && d.facts.circumstances.includes('whereaboutsUnknown') ? at : null,
  };
};

/** The deadlines that follow from a decision, the soonest first, each with its rule and words. */
export const followingDeadlines = (d: Decided, practice: Practice): readonly LaterDeadline[] => {
  const all = laterDeadlines(practice, progressOf(d, practice), meetingType(practice, d.facts));
  // DL-2 takes the place of DL-1 where concern is high and a further step has been decided.
  const urgent = d.decision.children.some(({ s47, answers }) => s47 && answers['urgentEnquiry'] === true);
  const other: DeadlineName = urgent ? 's47DueAt' : 'urgentS47DueAt';
  return all
    .filter(({ name }) => name !== other || (urgent && !all.some((x) => x.name === 'urgentS47DueAt')))
    .filter(({ name, dueAt }) => kindOf[name] !== undefined && dueAt !== null && dueAt > d.decision.at)
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
};

/** One reminder for each kind of later deadline (R-3, R-7, R-8, V-1, DL-*, T-14), of its earliest. */
export const afterDecision = (d: Decided, practice: Practice): readonly Reminder<DutyKind>[] => {
  const reminders = followingDeadlines(d, practice).flatMap(({ name, rule, dueAt }): readonly Reminder<DutyKind>[] => {
    const entry = kindOf[name];
    if (entry === undefined || dueAt === null) return [];
    const [kind, whom] = entry;
    const to = whom === 'chair' ? d.chair : leadSocialWorker(d);
    return [{ kind, to, rule, owedAt: beforeDeadline(dueAt, d.decision.at, practice.calendar), deadline: dueAt }];
  });
  return [...new Map(reminders.toReversed().map((r) => [r.kind, r])).values()].toReversed();
};

/** What is past its time by then and nobody says is done. */
export const overdueDuties = (d: Decided, practice: Practice, by: Instant): readonly Reminder<DutyKind>[] =>
  afterDecision(d, practice).filter(({ kind, deadline }) => deadline < by && !isDone(d.telling, kind));

/** When the convenor hears of all that is overdue (AC-1): once for each time at which something falls due. */
export const digestTimes = (d: Decided, practice: Practice): readonly Instant[] => [
  ...new Set(afterDecision(d, practice).map(({ deadline }) => digestAfter(deadline, practice.calendar))),
];

/** An hour after a deadline counted in hours; after the end of a day, at nine on the next working day. */
const digestAfter = (deadline: Instant, calendar: Calendar): Instant => {
  const date = londonDate(deadline);
  if (endOfDay(date) !== deadline) return plusMillis(deadline, hour);
  let day = plusDays(date, 1);
  while (!calendar.isWorkingDay(day)) day = plusDays(day, 1);
  return hourOn(day, '09:00');
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
const hourOn = (date: LocalDate, time: '08:00' | '09:00'): Instant => {
  const found = londonTimeToInstant(date, time);
  return 'at' in found ? found.at : endOfDay(date);
};
