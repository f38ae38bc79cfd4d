/** whoever has what was recorded has the record as well, as soon as one is in force; and each version after it. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { Decided } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { Stamp } from '../state/stamp.ts';
import { recordInForce } from '../state/signing.ts';
import { inTime, type Owed } from './owed.ts';
import { records } from './oweDecision.ts';

export const signedCopies = (d: Decided, practice: Practice, at: Instant): readonly Owed[] =>
  recordInForce(d) === null ? [] : records(d, practice).map((owed) => inTime(at)({ ...owed, kind: 'signedRecord' }));

/** To whoever may read it on a page, how; and a code, each time they ask for one. */
export const owedForReading = (
  d: Decided,
  event: EventOf<'recordPageOpened' | 'recordCodeAsked'>,
  { by }: Stamp,
): readonly Owed[] => {
  const [kind, personId] =
    event.type === 'recordPageOpened' ? (['signedRecord', event.personId] as const) : (['recordCode', by] as const);
  if (recordInForce(d) === null) return [];
  return [{ kind, recipient: { to: 'person', personId }, rule: null, deadline: null, owedAt: null }];
};
