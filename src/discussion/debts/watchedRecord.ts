/** when whoever answers for the service hears that the record has not been signed, or not filed, in time. */
import type { Practice } from '../../practice/practice.ts';
import { signingDuty } from '../matter/fallsDue.ts';
import type { Decided } from '../state/discussion.ts';
import { heardAfter } from './followUp.ts';
import { toService, type Owed } from './owed.ts';

/** Decided after that limit, the chair has until the next working morning. Nothing where no standard sets a time. */
export const watchedRecord = (d: Decided, practice: Practice): readonly Owed[] => {
  const duty = signingDuty(d, practice);
  if (duty === null) return [];
  const owedAt = heardAfter(duty.deadline, d.decision.at, practice.calendar);
  return [toService(d, 'recordLate', { rule: duty.rule, owedAt })];
};
