/** A discussion that is held after its limit, or will be. */
import type { Instant } from '../../practice/time/instant.ts';
import type { Discussion } from '../state/discussion.ts';
import type { Owed } from './owed.ts';

/** past its limit, or to be held after it: whoever answers for the service hears of it. */
export const heldLate = ({ deadline: { dueAt, rule }, meeting, convenor }: Discussion, at: Instant): readonly Owed[] =>
  dueAt === null || (dueAt >= at && dueAt >= meeting.startsAt)
    ? []
    : [
        {
          kind: 'heldLate',
          recipient: { to: 'serviceManager', otherwise: convenor.personId },
          rule,
          deadline: null,
          owedAt: null,
        },
      ];

/** Another child may bring the limit forward, past the meeting that is planned. */
export const limitPassed = (before: Discussion | null, after: Discussion, at: Instant): readonly Owed[] =>
  before?.deadline.dueAt === after.deadline.dueAt ? [] : heldLate(after, at);
