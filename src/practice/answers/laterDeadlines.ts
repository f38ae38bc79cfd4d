/** Every deadline a standard sets after a discussion, in the order of the standard, with its date once that is known. */
import { eventsOf } from './afterMeeting.ts';
import type { Period } from '../time/calendar.ts';
import { dueBy } from './deadlines.ts';
import type { Progress } from '../language/facts.ts';
import type { Instant } from '../time/instant.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Anchor, DeadlineName } from '../language/ruleParts.ts';
import type { MeetingType, RuleId } from '../language/vocabulary.ts';

export interface LaterDeadline {
  readonly rule: RuleId;
  readonly name: DeadlineName;
  readonly words: string;
  readonly from: Anchor;
  readonly limit: Period;
  /** Null until the event it counts from has happened. */
  readonly dueAt: Instant | null;
  readonly alternative: Instant | null;
  /** Who receives it, what it needs, and where it goes if it is missed. */
  readonly to: readonly string[];
  readonly requires: readonly string[];
  readonly steps: readonly string[];
}

/** The deadlines of this type of meeting. */
export function laterDeadlines(practice: Practice, given: Progress, type: MeetingType): readonly LaterDeadline[] {
  const events = eventsOf(given);
  return rulesOfKind(practice, 'deadline').flatMap(({ id, text, due, to, requires, steps }) =>
    due
      .filter(({ meetingType }) => (meetingType ?? type) === type)
      .map(({ name, from, limit }) => {
        const worked = dueBy(practice, name, events, type);
        return {
          rule: id,
          name,
          words: text,
          from,
          limit,
          dueAt: worked?.dueAt ?? null,
          alternative: worked?.alternative ?? null,
          to: to ?? [],
          requires: requires ?? [],
          steps: steps ?? [],
        };
      }),
  );
}
