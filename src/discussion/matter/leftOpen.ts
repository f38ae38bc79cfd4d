import type { AgendaItem } from '../../practice/answers/agenda.ts';
import { assess } from '../../practice/assess.ts';
import type { Practice } from '../../practice/practice.ts';
import type { ChildDecision } from '../state/childDecision.ts';
import type { Discussion } from '../state/discussion.ts';
import { matterOf } from './matterOf.ts';

/** The items of the agenda that would have no entry if this were decided: some are dealt with by deciding. */
export const leftOpen = (
  d: Discussion,
  decisions: readonly ChildDecision[],
  practice: Practice,
): readonly AgendaItem[] => {
  const { agenda, openItems } = assess(practice, matterOf(d, decisions));
  return agenda.filter(({ id }) => openItems.some(({ rule }) => rule === id));
};
