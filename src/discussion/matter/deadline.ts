import type { Instant } from '../../practice/time/instant.ts';
import type { Practice } from '../../practice/practice.ts';
import { timescale } from '../../practice/answers/timescales.ts';
import type { Deadline, DiscussionFacts } from '../state/event.ts';

/** Emergency action taken before convening comes as one of the facts the form asks for (E-1, T-4). */
export const actionBeforeConvening = (facts: DiscussionFacts): Instant | null => {
  const at = facts.answers.emergencyActionAt;
  return typeof at === 'string' ? (at as Instant) : null;
};

/** By when the discussion must be held, from the referral and what is known so far (T-*). */
export const deadlineFor = (
  practice: Practice,
  known: {
    readonly referral: { readonly receivedAt: Instant; readonly concernsIdentifiedAt: Instant };
    readonly facts: DiscussionFacts;
    readonly emergencyActionAt: Instant | null;
  },
): Deadline => {
  const { referral, facts, emergencyActionAt } = known;
  const taken = emergencyActionAt === null ? [] : (['emergencyActionTaken'] as const);
  const found = timescale(practice, {
    referralReceivedAt: referral.receivedAt,
    concernsIdentifiedAt: referral.concernsIdentifiedAt,
    circumstances: [...new Set([...facts.circumstances, ...taken])],
    concerns: facts.concerns,
    complexReasons: facts.complexReasons,
    forensicEvidenceNeeded: facts.answers.forensicEvidenceNeeded === true,
    ...(emergencyActionAt === null ? {} : { emergencyActionAt }),
  });
  return { dueAt: found.dueAt, rule: found.governing, warnings: [...found.warnings], adviseBy: found.adviseBy };
};
