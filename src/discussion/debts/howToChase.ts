import type { Practice } from '../../practice/practice.ts';
import { assessed } from '../matter/assessed.ts';
import { isInvited, type Discussion } from '../state/discussion.ts';
import type { Owed } from './owed.ts';

/** N-4: under a standard that lets the referrer chase, a professional who is not invited is told how. */
export const howToChase = (d: Discussion, practice: Practice): readonly Owed[] => {
  const { referrer } = d.referral;
  const rule = assessed(d, practice).later.find(({ name }) => name === 'referrerMayChaseAfter')?.rule;
  const wanted = referrer.standing === 'professional' && !isInvited(d, referrer.personId);
  if (rule === undefined || !wanted) return [];
  return [{ kind: 'howToChase', recipient: { to: 'referrer' }, rule, deadline: null, owedAt: null }];
};
