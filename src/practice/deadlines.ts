/** What falls due after a discussion, and when (R-3, R-8, N-*, V-1, DL-*, T-14). */
import { beyondPublishedHolidays, dueAt } from './calendar.ts';
import type { MeetingType, Progress } from './facts.ts';
import type { Instant } from './instant.ts';
import { rulesOfKind, type Practice } from './practice.ts';
import type { Anchor, DeadlineName, DueData } from './rule.ts';
import type { RuleId } from './vocabulary.ts';

/** One deadline, inclusive, with the rule that sets it. */
export interface Due {
  readonly rule: RuleId;
  readonly dueAt: Instant;
  /** The other reading of an ambiguous source. */
  readonly alternative: Instant | null;
  /** Counted past the published bank holidays (`bankHolidaysNotPublished`). */
  readonly beyondHolidays: boolean;
}

/** When something counts from: the event, or null if it has not happened or is not known. */
type Events = Readonly<Partial<Record<Anchor, Instant | null>>>;

const found = (
  practice: Practice,
  name: DeadlineName,
  type: MeetingType,
): { rule: RuleId; data: DueData } | undefined =>
  rulesOfKind(practice, 'deadline')
    .flatMap((rule) => rule.due.map((data) => ({ rule: rule.id, data })))
    .find(({ data }) => data.name === name && (data.meetingType ?? type) === type);

const work = (practice: Practice, name: DeadlineName, events: Events, type: MeetingType = 'ordinary'): Due | null => {
  const entry = found(practice, name, type);
  if (entry === undefined) return null;
  const { from, limit, otherwise } = entry.data;
  const stated = events[from];
  if (!stated) return null;
  const main = dueAt(practice.calendar, stated, limit);
  const beyondHolidays = beyondPublishedHolidays(limit, main);
  const otherFrom = events[otherwise?.from ?? from];
  if (otherwise === undefined || !otherFrom)
    return { rule: entry.rule, dueAt: main, alternative: null, beyondHolidays };
  const other = dueAt(practice.calendar, otherFrom, otherwise.limit ?? limit);
  const switched = practice.readings[otherwise.reading] === otherwise.choice;
  const [due, alternative] = switched ? [other, main] : [main, other];
  return { rule: entry.rule, dueAt: due, alternative, beyondHolidays };
};

/** When the outcome must have reached the referrer and absent agencies, or null where no figure is given (N-1). */
export const outcomeNoticeDue = (practice: Practice, meetingEndAt: Instant): Due | null =>
  work(practice, 'referrerNoticeDueAt', { meetingEndAt });

/** When the record must have reached those present and those with actions. */
export const recordDue = (practice: Practice, meetingEndAt: Instant, type: MeetingType = 'ordinary'): Due | null =>
  work(practice, 'recordCirculationDueAt', { meetingEndAt }, type);

/** When the child must have been seen (V-1). */
export const childSeenDue = (practice: Practice, s47DecidedAt: Instant): Due | null =>
  work(practice, 'childSeenDueAt', { s47DecidedAt });

/** When the section 47 enquiry must be complete (DL-1, DL-5); `urgent` where DL-2's shorter limit applies. */
export const s47Due = (practice: Practice, decidedAt: Instant, urgent = false): Due | null => {
  const events = { strategyDiscussionAt: decidedAt, s47DecidedAt: decidedAt };
  return (urgent ? work(practice, 'urgentS47DueAt', events) : null) ?? work(practice, 's47DueAt', events);
};

/** When an initial child protection conference must have been held, from the discussion that decided (DL-3). */
export const icpcDue = (practice: Practice, decidingDiscussionAt: Instant, lastDiscussionAt?: Instant): Due | null =>
  work(practice, 'icpcDueAt', { decidingDiscussionAt, lastDiscussionAt: lastDiscussionAt ?? null });

/** When the assessment must be complete (DL-6, DL-7). */
export const assessmentDue = (practice: Practice, referralReceivedAt: Instant): Due | null =>
  work(practice, 'assessmentDueAt', { referralReceivedAt });

/** The deadlines and answers that follow from what has happened; a key is present only if the standard gives it. */
export interface AfterMeeting {
  readonly recordUploadDueAt?: Instant;
  readonly recordCirculationDueAt?: Instant;
  readonly decisionsDueAt?: Instant;
  readonly minutesDueAt?: Instant;
  readonly referrerNoticeDueAt?: Instant;
  readonly absentAgencyNoticeDueAt?: Instant;
  readonly verbalNotice?: 'asap';
  readonly writtenNoticeDueAt?: Instant;
  readonly alternativeWrittenNoticeDueAt?: Instant;
  readonly referrerMayChaseAfter?: Instant;
  readonly chaseSteps?: readonly string[];
  readonly childSeenDueAt?: Instant;
  /** From here on, a child not yet seen is flagged on the agenda. */
  readonly flagUnseenFrom?: Instant;
  readonly s47DueAt?: Instant;
  readonly defaultS47DueAt?: Instant;
  readonly alternativeS47DueAt?: Instant;
  /** The rule that governs `s47DueAt`. */
  readonly governing?: RuleId;
  readonly icpcDueAt?: Instant;
  readonly alternativeIcpcDueAt?: Instant;
  readonly assessmentDueAt?: Instant;
  readonly alternativeAssessmentDueAt?: Instant;
  readonly latestNextAt?: Instant;
  readonly proposedNextAllowed?: boolean;
  readonly concludeBy?: Instant;
  readonly overdue?: boolean | readonly boolean[];
  readonly furtherDiscussionDueAt?: Instant;
  /** What a further discussion needs (T-14). */
  readonly requires?: readonly string[];
  readonly onTime?: readonly boolean[];
  /** A source behind one of these can be read another way. */
  readonly ambiguous?: boolean;
}

/** Deadline times of the scenario kind `deadline`. */
export function afterMeeting(practice: Practice, given: Progress): AfterMeeting {
  const { meetingEndAt } = given;
  const record = work(practice, 'recordCirculationDueAt', { meetingEndAt: meetingEndAt ?? null });
  return record === null ? {} : { recordCirculationDueAt: record.dueAt };
}
