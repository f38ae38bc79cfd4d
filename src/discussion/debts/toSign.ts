/** The chair is asked to sign the record: once it is decided, and again where it was put right. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { assessed } from '../matter/assessed.ts';
import { signingDuty } from '../matter/fallsDue.ts';
import type { Decided } from '../state/discussion.ts';
import { isToSign } from '../state/signing.ts';
import { inTime, message, type Owed } from './owed.ts';

/** Nothing where no rule has it signed. */
export const toSign = (d: Decided, practice: Practice): readonly Owed[] =>
  assessed(d, practice).signOff.rule === null ? [] : [askToSign(d, 'recordToSign', practice)];

/** The decision was put right: what was signed is not what stands any more. */
export const toSignAgain = (before: Decided, after: Decided, practice: Practice, at: Instant): readonly Owed[] =>
  isToSign(before) || !isToSign(after) ? [] : toSign(after, practice).map(inTime(at));

export const askToSign = (d: Decided, kind: 'recordToSign' | 'recordSentBack', practice: Practice): Owed => ({
  ...message(kind, d.chair, signingDuty(d, practice)?.deadline ?? null),
  rule: assessed(d, practice).signOff.rule,
});
