/** What a standard asks for where, after a decision, a child is not found (T-14) or access is refused (T-15). */
import type { RuleId } from '../language/vocabulary.ts';
import { rulesOfKind } from '../practice.ts';
import type { Instant } from '../time/instant.ts';
import { dueBy, eventsOf } from './deadlines.ts';
import type { Reading } from './reading.ts';

export type NotReached = 'whereaboutsUnknown' | 'accessRefused';

export interface FurtherDiscussion {
  readonly rule: RuleId;
  /** Null: as soon as possible. */
  readonly dueAt: Instant | null;
}

export const furtherDiscussion = ({ practice, matter }: Reading, what: NotReached): FurtherDiscussion | null => {
  const due = what === 'whereaboutsUnknown' ? dueBy(practice, 'furtherDiscussionDueAt', eventsOf(matter)) : null;
  if (due !== null) return { rule: due.rule, dueAt: due.dueAt };
  const asap = rulesOfKind(practice, 'timescale').find(({ when }) => when?.anyOf?.includes(what) === true);
  return asap === undefined ? null : { rule: asap.id, dueAt: null };
};
