/** A record that was opened again and is signed again: whoever had the version before it has this one too. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { assessed } from '../matter/assessed.ts';
import type { Decided } from '../state/discussion.ts';
import { recordInForce, reopenedBefore } from '../state/signing.ts';
import { inTime, type Owed } from './owed.ts';
import { told } from './oweDecision.ts';

/** Of a decision that was corrected everybody heard at once: this is of all else in the record. */
export const owedSignedAgain = (d: Decided, practice: Practice, at: Instant): readonly Owed[] => {
  const inForce = recordInForce(d);
  if (inForce === null || reopenedBefore(d, inForce) === null) return [];
  const rule = assessed(d, practice).signOff.rule;
  return told(d, practice)
    .filter(({ kind }) => kind === 'record')
    .map((owed) => inTime(at)({ ...owed, rule: owed.rule ?? rule }));
};
