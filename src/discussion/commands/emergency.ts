import type { CommandOf } from './command.ts';
import { assessed } from '../matter/assessed.ts';
import { deadlineOf } from '../matter/deadline.ts';
import { weighed } from '../matter/emergencyAsked.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { Discussion } from '../state/discussion.ts';

/**
 * E-1: recorded at any time, quorate or not, and whatever is answered or left blank (E-2, E-3); it starts its own
 * deadlines (T-4, T-10) and blocks nothing.
 */
export const recordEmergencyAction = (
  state: Discussion,
  command: CommandOf<'recordEmergencyAction'>,
  { at, practice }: Context,
): Ruling => {
  const { action, takenAt, takenBy } = command;
  if (takenAt > at) return refused({ code: 'timeInFuture', what: 'emergencyAction' });
  const answered = command.answered ?? { planned: null, answers: {} };
  const asked = weighed(state, practice, answered);
  const acted = { action, takenAt, takenBy, recordedAt: at };
  const after = { ...state, emergencyActions: [...state.emergencyActions, acted] };
  const deadline = deadlineOf(assessed(after, practice));
  return accepted({
    type: 'emergencyActionRecorded',
    action,
    takenAt,
    takenBy,
    ...(asked === null ? {} : { weighed: asked }),
    deadline,
  });
};
