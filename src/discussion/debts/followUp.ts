/**
 * What falls due after a decision, who has to see to it, and what has not been reported as done. The deadlines are the
 * standard's; the date of a follow-up discussion is the one agreed.
 */
import { endOfDay, isLocalDate, londonDate, plusDays, type Calendar } from '../../practice/time/calendar.ts';
import { plusMillis, type Instant, hour } from '../../practice/time/instant.ts';
import type { LaterDeadline } from '../../practice/answers/laterDeadlines.ts';
import type { Practice } from '../../practice/practice.ts';
import type { DeadlineName } from '../../practice/language/parts.ts';
import { assessed } from '../matter/assessed.ts';
import { isToBeSeen } from '../matter/enquiry.ts';
import { openActions } from '../state/agreedAction.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import type { DutyKind } from '../state/notice.ts';
import type { Summary } from '../state/summary.ts';
import { beforeDeadline, hourOn, type Reminder } from './reminders.ts';
import { leadSocialWorker } from '../state/responsible.ts';
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

/** Something to be done after a decision, by a time. */
export type Duty = Reminder<DutyKind> & { readonly deadline: Instant };

type Following = Pick<LaterDeadline, 'rule' | 'name' | 'words' | 'alternative'> & { readonly dueAt: Instant };

/** O-6, DL-11: the date agreed for the follow-up, which binds before any limit of the standard. */
const agreedFollowUps = (d: Decided, practice: Practice): readonly Following[] =>
  d.decision.children.flatMap(({ childId, outcomes }) =>
    outcomes.flatMap(({ code, fields }): readonly Following[] => {
      const { date = '' } = fields;
      const rule = assessed(d, practice)
        .child(childId)
        .outcomes.find((outcome) => outcome.code === code)?.rule;
      if (code !== 'followUpDiscussion' || rule === undefined || !isLocalDate(date)) return [];
      const words = assessed(d, practice).ruleWords(rule) ?? '';
      return [{ rule, name: 'latestNextAt', words, dueAt: endOfDay(date), alternative: null }];
    }),
  );

/** V-1, DL-2, DL-6: what does not fall due here, though the standard sets a time for it. */
const notDue = (d: Decided, practice: Practice, all: readonly LaterDeadline[]): readonly DeadlineName[] => {
  const { children } = d.decision;
  const enquiries = children.filter(({ s47 }) => s47);
  const urgent = enquiries.filter(({ answers }) => answers['urgentEnquiry'] === true).length;
  const isShorter = urgent > 0 && all.some(({ name }) => name === 'urgentS47DueAt');
  const isAssessed = enquiries.length > 0 || children.some(({ outcomes }) => outcomes.some(isAssessment));
  return [
    ...(isShorter ? [] : ['urgentS47DueAt' as const]),
    ...(isShorter && urgent === enquiries.length ? ['s47DueAt' as const] : []),
    ...(isToBeSeen(d, practice) ? [] : ['childSeenDueAt' as const]),
    ...(isAssessed ? [] : ['assessmentDueAt' as const]),
  ];
};

const isAssessment = ({ code }: { readonly code: string }): boolean => code === 's17Assessment';

/** What falls due after a decision, the soonest first, each with its rule, its words and the other reading of its date. */
export const followingDeadlines = (d: Decided, practice: Practice): readonly Following[] => {
  const all = assessed(d, practice).later;
  const set = all
    .filter(({ name }) => !notDue(d, practice, all).includes(name))
    .flatMap(({ rule, name, words, dueAt, alternative }) =>
      dueAt === null ? [] : [{ rule, name, words, dueAt, alternative }],
    );
  return [...set, ...agreedFollowUps(d, practice)]
    .filter(({ name }) => kindOf[name] !== undefined)
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

/** Somebody says that it is done; that the children were seen is recorded of each (V-1). */
export const isSettled = (d: Discussion, practice: Practice, kind: DutyKind): boolean =>
  isDone(d.telling, kind) || (kind === 'childSeenDue' && !isToBeSeen(d, practice));

/** What is to be done next of what falls due after a decision, actions of the plan among it; null when all of it is done. */
export const nextOwed = (d: Discussion, practice: Practice): Summary['owed'] => {
  if (d.stage !== 'decided') return null;
  const duties = afterDecision(d, practice)
    .filter(({ kind }) => !isSettled(d, practice, kind))
    .map(({ kind, deadline }) => ({ duty: kind, dueAt: deadline }));
  const actions = openActions(d).map(({ dueOn }) => ({ duty: 'action' as const, dueAt: endOfDay(dueOn) }));
  const [next] = [...duties, ...actions].toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return next ?? null;
};

/** What is past its time by then and nobody says is done. */
export const overdueDuties = (d: Decided, practice: Practice, by: Instant): readonly Duty[] =>
  afterDecision(d, practice).filter(({ kind, deadline }) => deadline < by && !isSettled(d, practice, kind));

/** When the convenor hears of all that is overdue (AC-1): once for each time at which something falls due. */
export const digestTimes = (d: Decided, practice: Practice): readonly Instant[] => [
  ...new Set(afterDecision(d, practice).map(({ deadline }) => digestAfter(deadline, practice.calendar))),
];

/** An hour after a deadline counted in hours; after the end of a day, at nine on the next working day. */
export const digestAfter = (deadline: Instant, calendar: Calendar): Instant => {
  const date = londonDate(deadline);
  if (endOfDay(date) !== deadline) return plusMillis(deadline, hour);
  let day = plusDays(date, 1);
  while (!calendar.isWorkingDay(day)) day = plusDays(day, 1);
  return hourOn(day, '09:00');
};
