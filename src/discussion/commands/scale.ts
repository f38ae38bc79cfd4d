import { assessed } from '../matter/assessed.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import { isPresent } from '../state/discussion.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** SC-2, SC-3: a number on the scale with the analysis that outweighs it; it decides nothing (SC-5). */
export const scaleSafety = (
  state: OpenDiscussion,
  command: CommandOf<'scaleSafety'>,
  { practice }: Context,
): Ruling => {
  const { personId, childId, score, analysis, wouldRaise } = command;
  const { scale, scored } = assessed(state, practice);
  if (scale === null) return refused({ code: 'notAskedHere' });
  if (!isPresent(state, personId)) return refused({ code: 'notPresent', name: null });
  if (!state.children.some((child) => child.childId === childId)) return refused({ code: 'noSuchChild' });
  const faults = scored({ personId, score, analysis });
  if (score === null || faults.length > 0) return refused({ code: 'scoreRefused', faults });
  return accepted({ type: 'safetyScaled', personId, childId, score, analysis, wouldRaise });
};
