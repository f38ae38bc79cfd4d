import type { Assessment } from '../../practice/assess.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { Deadline } from '../state/deadlineShape.ts';

/** By when the discussion must be held, as it is recorded with the discussion (T-*). */
export const deadlineOf = ({ timescale, due, reading, lifted }: Assessment): Deadline => {
  const limits = notMet(timescale.each, reading.matter.held.precededAt);
  const [first] = [...limits, ...chain.flatMap((name) => (lifted.includes(name) ? [] : (due(name) ?? [])))]
    .filter(({ dueAt }) => dueAt !== null)
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  return {
    dueAt: first?.dueAt ?? null,
    rule: first?.rule ?? timescale.governing,
    warnings: [...timescale.warnings],
    adviseBy: timescale.adviseBy,
  };
};

/** What the discussions before it leave time for (T-14, DL-8, DL-9); nothing is due so where it follows none. */
const chain = ['furtherDiscussionDueAt', 'latestNextAt', 'concludeBy'] as const;

/** A limit that runs from something known at the discussion before was met by that one, or is late for good. */
const notMet = (limits: Assessment['timescale']['each'], previousAt: Instant | null): Assessment['timescale']['each'] =>
  limits.filter(({ from }) => previousAt === null || from === null || from > previousAt);
