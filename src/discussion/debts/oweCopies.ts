/** whoever has what was recorded has the record as well, as soon as one is in force; and each version after it. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { Decided } from '../state/discussion.ts';
import { recordInForce } from '../state/signing.ts';
import { inTime, type Owed } from './owed.ts';
import { records } from './oweDecision.ts';

export const signedCopies = (d: Decided, practice: Practice, at: Instant): readonly Owed[] =>
  recordInForce(d) === null
    ? []
    : records(d, practice).map((owed) => inTime(at)({ ...owed, kind: 'signedRecord' }));
