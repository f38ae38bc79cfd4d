/**
 * What falls due after a decision, who has to see to it, and what has not been reported as done. The deadlines are the
 * standard's; the date of a follow-up discussion is the one agreed.
 */
import { endOfDay, isLocalDate, londonDate, plusDays, type Calendar } from '../../practice/time/calendar.ts';
import { meetingType } from '../../practice/answers/chair.ts';
import type { Progress } from '../../practice/language/facts.ts';
import { plusMillis, type Instant, hour } from '../../practice/time/instant.ts';
import { laterDeadlines, type LaterDeadline } from '../../practice/answers/laterDeadlines.ts';
import { permittedOutcomes } from '../../practice/answers/outcomes.ts';
import { ruleOf, type Practice } from '../../practice/practice.ts';
import type { DeadlineName } from '../../practice/language/ruleParts.ts';
import type { Decided } from '../state/discussion.ts';
import type { DutyKind } from '../state/notice.ts';
import { beforeDeadline, hourOn, type Reminder } from './reminders.ts';
import { leadSocialWorker } from './responsible.ts';
import { isDone } from '../state/telling.ts';

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

/** Something to be done after a decision, by a time. */
export type Duty = Reminder<DutyKind> & { readonly deadline: Instant };

type Following = Pick<LaterDeadline, 'rule' | 'name' | 'words'> & { readonly dueAt: Instant };

/** O-6, DL-11: the date agreed for the follow-up, which binds before any limit of the standard. */
const agreedFollowUps = (d: Decided, practice: Practice): readonly Following[] => {
  const outcomes = permittedOutcomes(practice, {});
  return d.decision.children
    .flatMap((child) => child.outcomes)
    .flatMap(({ code, fields }): readonly Following[] => {
      const { date = '' } = fields;
      const rule = outcomes.find((outcome) => outcome.code === code)?.rule;
      if (code !== 'followUpDiscussion' || rule === undefined || !isLocalDate(date)) return [];
      return [{ rule, name: 'latestNextAt', words: ruleOf(practice, rule).text, dueAt: endOfDay(date) }];
    });
};

/** What falls due after a decision, the soonest first, each with its rule and words. */
export const followingDeadlines = (d: Decided, practice: Practice): readonly Following[] => {
  const all = laterDeadlines(practice, progressOf(d, practice), meetingType(practice, d.facts));
  // DL-2 takes the place of DL-1 where concern is high and a further step has been decided.
  const enquiries = d.decision.children.filter(({ s47 }) => s47);
  const urgent = enquiries.filter(({ answers }) => answers['urgentEnquiry'] === true).length;
  const isShorter = urgent > 0 && all.some(({ name }) => name === 'urgentS47DueAt');
  const notAsked: readonly DeadlineName[] = [
    ...(isShorter ? [] : ['urgentS47DueAt' as const]),
    ...(isShorter && urgent === enquiries.length ? ['s47DueAt' as const] : []),
  ];
  const set = all
    .filter(({ name }) => !notAsked.includes(name))
    .flatMap(({ dueAt, ...rest }) => (dueAt === null ? [] : [{ ...rest, dueAt }]));
  return [...set, ...agreedFollowUps(d, practice)]
    .filter(({ name, dueAt }) => kindOf[name] !== undefined && dueAt > d.decision.at)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
};

/** One reminder for each kind of later deadline (R-3, R-7, R-8, V-1, DL-*, T-14), of its earliest. */
export const afterDecision = (d: Decided, practice: Practice): readonly Duty[] => {
  const reminders = followingDeadlines(d, practice).flatMap(({ name, rule, dueAt }): readonly Duty[] => {
    const entry = kindOf[name];
    if (entry === undefined) return [];
    const [kind, whom] = entry;
    const to = whom === 'chair' ? d.chair : leadSocialWorker(d);
    return [{ kind, to, rule, owedAt: beforeDeadline(dueAt, d.decision.at, practice.calendar), deadline: dueAt }];
  });
  return [...new Map(reminders.toReversed().map((r) => [r.kind, r])).values()].toReversed();
};

/** What is past its time by then and nobody says is done. */
export const overdueDuties = (d: Decided, practice: Practice, by: Instant): readonly Duty[] =>
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
