/** What falls due after a discussion, and when (R-3, R-8, N-*, V-1, DL-*, T-14). */
import { beyondPublishedHolidays, dueAt } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import type { Matter } from '../matter.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Anchor, DeadlineName, DueData } from '../language/parts.ts';
import type { Test } from './requirements.ts';
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

/** DL-3 counts from the discussion that decided, which is the earliest that did. */
export const eventsOf = ({ referral, emergencyActionAt, held }: Matter): Events => {
  const inOrder = held.discussions.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return {
    referralReceivedAt: referral.receivedAt,
    concernsIdentifiedAt: referral.concernsIdentifiedAt,
    emergencyActionAt,
    whereaboutsUnknownAt: held.whereaboutsUnknownAt,
    meetingEndAt: held.meetingEndAt,
    s47DecidedAt: held.s47DecidedAt,
    cpDecisionConcludedAt: held.concludedAt,
    strategyDiscussionAt: held.strategyDiscussionAt,
    decidingDiscussionAt: inOrder.find(({ decidedS47 }) => decidedS47)?.at ?? held.s47DecidedAt,
    lastDiscussionAt: inOrder.at(-1)?.at ?? null,
    previousDiscussionAt: held.previousDiscussionAt,
    firstDiscussionAt: held.firstDiscussionAt,
  };
};

const found = (
  practice: Practice,
  name: DeadlineName,
  type: MeetingType,
  test: Test,
): { rule: RuleId; data: DueData } | undefined =>
  rulesOfKind(practice, 'deadline')
    .filter((rule) => test(rule.when))
    .flatMap((rule) => rule.due.map((data) => ({ rule: rule.id, data })))
    .find(({ data }) => data.name === name && (data.meetingType ?? type) === type);

/** The deadline of that name, or null where the standard sets none or the event it runs from is not known. */
export const dueBy = (
  practice: Practice,
  name: DeadlineName,
  events: Events,
  type: MeetingType = 'ordinary',
  test: Test = () => true,
): Due | null => {
  const entry = found(practice, name, type, test);
  return entry === undefined ? null : workedOut(practice, entry.rule, entry.data, events);
};

/** What one rule makes of what has happened; null while the event it runs from is not known. */
export const workedOut = (practice: Practice, rule: RuleId, data: DueData, events: Events): Due | null => {
  const { from, limit, otherwise } = data;
  const stated = events[from];
  if (!stated) return null;
  const main = dueAt(practice.calendar, stated, limit);
  const beyondHolidays = beyondPublishedHolidays(limit, main);
  const otherFrom = events[otherwise?.from ?? from];
  if (otherwise === undefined || !otherFrom) return { rule, dueAt: main, alternative: null, beyondHolidays };
  const other = dueAt(practice.calendar, otherFrom, otherwise.limit ?? limit);
  const switched = practice.readings[otherwise.reading] === otherwise.choice;
  const [due, alternative] = switched ? [other, main] : [main, other];
  return { rule, dueAt: due, alternative, beyondHolidays };
};
