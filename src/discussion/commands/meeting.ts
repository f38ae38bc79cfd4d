import { millis, type Instant, minute } from '../../practice/time/instant.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import type { Deadline, Meeting } from '../state/event.ts';
import type { Refusal } from './refusal.ts';

/** A meeting that starts at once is entered a few minutes after it began. */
const graceMs = 15 * minute;

/** a meeting is never put beyond its deadline; one already overdue may still be held, as soon as possible. */
export const meetingFault = (meeting: Meeting, deadline: Deadline, at: Instant): Refusal | null => {
  if (millis(meeting.startsAt) < millis(at) - graceMs) return { code: 'timeInPast', what: 'meeting' };
  const { dueAt, rule } = deadline;
  if (dueAt !== null && at <= dueAt && meeting.startsAt > dueAt) return { code: 'meetingTooLate', rule, dueAt };
  return null;
};

/**
 * Sets a new time. Before anybody has met, not beyond the deadline; after a meeting that was short of its minimum,
 * as soon as it can be: what was shared and done stands, only the decision waits.
 */
export const reconvene = (state: OpenDiscussion, command: CommandOf<'reconvene'>, { at }: Context): Ruling => {
  const { meeting, reason } = command;
  const held = state.stage === 'inSession' || state.earlierMeetings.length > 0;
  const fault = meetingFault(meeting, held ? { ...state.deadline, dueAt: null } : state.deadline, at);
  return fault === null ? accepted({ type: 'discussionReconvened', meeting, reason }) : refused(fault);
};

export const standDown = (command: CommandOf<'standDown'>): Ruling =>
  accepted({ type: 'discussionStoodDown', reason: command.reason });
