/** What falls due after a discussion, and when (R-3, R-8, N-*, V-1, DL-*, T-14). */
import { beyondPublishedHolidays, dueAt } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Anchor, DeadlineName, DueData } from '../language/ruleParts.ts';
import type { MeetingType, RuleId } from '../language/vocabulary.ts';

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
export type Events = { readonly [A in Anchor]?: Instant | null | undefined };

const found = (
  practice: Practice,
  name: DeadlineName,
  type: MeetingType,
): { rule: RuleId; data: DueData } | undefined =>
  rulesOfKind(practice, 'deadline')
    .flatMap((rule) => rule.due.map((data) => ({ rule: rule.id, data })))
    .find(({ data }) => data.name === name && (data.meetingType ?? type) === type);

/** The deadline of that name, or null where the standard sets none or the event it runs from is not known. */
export const dueBy = (
  practice: Practice,
  name: DeadlineName,
  events: Events,
  type: MeetingType = 'ordinary',
): Due | null => {
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
  dueBy(practice, 'referrerNoticeDueAt', { meetingEndAt });

/** When the record must have reached those present and those with actions. */
export const recordDue = (practice: Practice, meetingEndAt: Instant, type: MeetingType = 'ordinary'): Due | null =>
  dueBy(practice, 'recordCirculationDueAt', { meetingEndAt }, type);

/** When the child must have been seen (V-1). */
export const childSeenDue = (practice: Practice, s47DecidedAt: Instant): Due | null =>
  dueBy(practice, 'childSeenDueAt', { s47DecidedAt });

/** When the section 47 enquiry must be complete (DL-1, DL-5); `urgent` where DL-2's shorter limit applies. */
export const s47Due = (practice: Practice, decidedAt: Instant, urgent = false): Due | null => {
  const events = { strategyDiscussionAt: decidedAt, s47DecidedAt: decidedAt };
  return (urgent ? dueBy(practice, 'urgentS47DueAt', events) : null) ?? dueBy(practice, 's47DueAt', events);
};

/** When an initial child protection conference must have been held, from the discussion that decided (DL-3). */
export const icpcDue = (practice: Practice, decidingDiscussionAt: Instant, lastDiscussionAt?: Instant): Due | null =>
  dueBy(practice, 'icpcDueAt', { decidingDiscussionAt, lastDiscussionAt: lastDiscussionAt ?? null });

/** When the assessment must be complete (DL-6, DL-7). */
export const assessmentDue = (practice: Practice, referralReceivedAt: Instant): Due | null =>
  dueBy(practice, 'assessmentDueAt', { referralReceivedAt });
