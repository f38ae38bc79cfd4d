/** when whoever answers for the service hears that the record has not been signed, or not filed, in time. */
import type { Practice } from '../../practice/practice.ts';
import { signingDuty } from '../matter/fallsDue.ts';
import type { Decided } from '../state/discussion.ts';
import { digestAfter, nextMorning } from './followUp.ts';
import type { Owed } from './owed.ts';

/** Decided after that limit, the chair has until the next working morning. Nothing where no standard sets a time. */
export const watchedRecord = (d: Decided, practice: Practice): readonly Owed[] => {
  const duty = signingDuty(d, practice);
  if (duty === null) return [];
  const after = digestAfter(duty.deadline, practice.calendar);
  return [
    {
      kind: 'recordLate',
      recipient: { to: 'serviceManager', otherwise: d.convenor.personId },
      rule: duty.rule,
      deadline: null,
      owedAt: after > d.decision.at ? after : nextMorning(d.decision.at, practice.calendar),
    },
  ];
};
