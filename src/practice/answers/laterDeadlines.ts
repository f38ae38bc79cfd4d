/** Every deadline a standard sets after a discussion, in the order of the standard, with its date once that is known. */
import type { Period } from '../time/calendar.ts';
import { eventsOf, workedOut } from './deadlines.ts';
import type { Reading } from './reading.ts';
import type { Test } from './requirements.ts';
import type { Instant } from '../time/instant.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Anchor, DeadlineName } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';

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
export const laterDeadlines = ({ practice, matter, meetingType: type, holds }: Reading): readonly LaterDeadline[] => {
  const events = eventsOf(matter);
  return rulesOfKind(practice, 'deadline').flatMap(({ id, text, when, due, to, requires, steps }) =>
    (holds(when) ? due : [])
      .filter(({ meetingType }) => (meetingType ?? type) === type)
      .map((data) => {
        const { name, from, limit } = data;
        const worked = workedOut(practice, id, data, events);
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
};

/** What is due for as long as a child has not been seen. */
const untilSeen: readonly DeadlineName[] = ['childSeenDueAt', 'flagUnseenFrom'];

/** Whether a rule sets a time by which this child is seen. */
export const setsTimeToBeSeen = (practice: Practice, test: Test): boolean =>
  rulesOfKind(practice, 'deadline').some(
    ({ when, due }) => test(when) && due.some(({ name }) => untilSeen.includes(name)),
  );

/** Those of them that concern one child, seen already or not. */
export const concerning = (
  practice: Practice,
  all: readonly LaterDeadline[],
  { test, isSeen }: { readonly test: Test; readonly isSeen: boolean },
): readonly LaterDeadline[] => {
  const others = rulesOfKind(practice, 'deadline').filter(({ when }) => !test(when));
  return all.filter(({ rule, name }) => !others.some(({ id }) => id === rule) && !(isSeen && untilSeen.includes(name)));
};
