/** What the standard of a discussion says of it, as it stands. Worked out once for each state of a discussion. */
import { assess, type Assessment } from '../../practice/assess.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Discussion } from '../state/discussion.ts';
import { matterOf } from './matterOf.ts';

/** States never change, so what was worked out for one holds for as long as anybody has it in hand. */
const known = new WeakMap<Discussion, { readonly practice: Practice; readonly assessment: Assessment }>();

export const assessed = (d: Discussion, practice: Practice): Assessment => {
  const before = known.get(d);
  if (before?.practice === practice) return before.assessment;
  const assessment = assess(practice, matterOf(d));
  known.set(d, { practice, assessment });
  return assessment;
};
