import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { Discussion } from '../state/discussion.ts';

/** T-14, T-15: after a decision. Before one it is a circumstance of the discussion itself, and shared there. */
export const reportNotReached = (
  state: Discussion,
  { what, since }: CommandOf<'reportNotReached'>,
  { at }: Context,
): Ruling => {
  if (state.stage !== 'decided') return refused({ code: 'notDecidedYet' });
  if (since > at) return refused({ code: 'timeInFuture', what: 'notReached' });
  return accepted({ type: 'childNotReached', what, since });
};
