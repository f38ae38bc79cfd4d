import { assess, type Assessment } from '../../practice/assess.ts';
import type { Answers } from '../../practice/answers/answers.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Discussion } from '../state/discussion.ts';
import type { Meeting } from '../state/event.ts';
import { matterOf } from './matterOf.ts';

/** What the standard says of a discussion if it met in another way, with these answers besides. */
export const ifHeldAs = (
  d: Discussion,
  format: Meeting['format'],
  answers: Answers,
  practice: Practice,
): Assessment => {
  const matter = matterOf(d);
  return assess(practice, {
    ...matter,
    meeting: { ...matter.meeting, format },
    answers: { ...matter.answers, ...answers },
  });
};
