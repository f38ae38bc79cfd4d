/**
 * The matter of a discussion as far as a scenario tells of it. A whole discussion has a referral, a date of birth and a
 * meeting that the scenario may have said nothing of: what follows from those is no answer to what it asks.
 */
import { assess, type Assessment } from '../../practice/assess.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import type { Held, Matter } from '../../practice/matter.ts';
import type { Practice } from '../../practice/practice.ts';

export const assessedAsGiven = (practice: Practice, matter: Matter, given: CaseFile): Assessment =>
  assess(practice, asGiven(matter, given));

const asGiven = (matter: Matter, given: CaseFile): Matter => {
  const { referral, meeting, children, held } = matter;
  return {
    ...matter,
    referral: {
      receivedAt: given.referralReceivedAt ? referral.receivedAt : null,
      concernsIdentifiedAt: given.concernsIdentifiedAt ? referral.concernsIdentifiedAt : null,
      referrer: given.referrer ? referral.referrer : null,
    },
    children: children.map((child) =>
      child.birth?.kind === 'born' && !given.childDateOfBirth ? { ...child, birth: null } : child,
    ),
    meeting: { ...meeting, startsAt: given.meetingAt || given.meetingDate ? meeting.startsAt : null },
    held: heldAsGiven(held, given),
  };
};

const heldAsGiven = (held: Held, given: CaseFile): Held => ({
  ...held,
  meetingEndAt: given.meetingEndAt ? held.meetingEndAt : null,
  concludedAt: given.cpDecisionConcludedAt ? held.concludedAt : null,
  s47DecidedAt: given.s47DecidedAt ? held.s47DecidedAt : null,
  strategyDiscussionAt: given.strategyDiscussionAt ? held.strategyDiscussionAt : null,
  discussions: (given.discussions ?? []).length === 0 ? [] : held.discussions,
  firstDiscussionAt: given.firstDiscussionAt ? held.firstDiscussionAt : null,
  previousDiscussionAt: given.previousDiscussionAt ? held.previousDiscussionAt : null,
});
