/** Who hears of a disagreement: the chair, under the rule that has it escalated (D-1, D-2). */
import type { Practice } from '../../practice/practice.ts';
import { assessed } from '../matter/assessed.ts';
import type { Discussion } from '../state/discussion.ts';
import type { Stamp } from '../state/stamp.ts';
import { disagreementOf } from '../state/telling.ts';
import { message, type Owed } from './owed.ts';

export const disagreed = (d: Discussion, practice: Practice, { by }: Stamp): Owed => {
  const escalation = assessed(d, practice).escalation(disagreementOf(d.referral.referrer.personId, by));
  return { ...message('disagreement', d.chair, null), rule: escalation?.rule ?? null };
};
