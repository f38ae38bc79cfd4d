import type { CommandOf } from './command.ts';
import { actionBeforeConvening, deadlineFor } from '../matter/deadline.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { Discussion } from '../state/discussion.ts';

/** E-1: recorded at any time, quorate or not; it starts its own deadlines (T-4, T-10) and blocks nothing. */
export const recordEmergencyAction = (
  state: Discussion,
  command: CommandOf<'recordEmergencyAction'>,
  { at, practice }: Context,
): Ruling => {
  const { action, takenAt, takenBy } = command;
  if (takenAt > at) return refused({ code: 'timeInFuture', what: 'emergencyAction' });
  const before = actionBeforeConvening(state.facts);
  const all = [...state.emergencyActions.map((e) => e.takenAt), ...(before === null ? [] : [before]), takenAt];
  const first = all.sort()[0] ?? takenAt;
  const deadline = deadlineFor(practice, { referral: state.referral, facts: state.facts, emergencyActionAt: first });
  return accepted({ type: 'emergencyActionRecorded', action, takenAt, takenBy, deadline });
};
