/**
 * Everything that can be said about a case in one file, the facts format of the `practice` commands and of scenarios,
 * read as a matter. One child is meant unless the file names several: what it says is said of that child.
 */
import { z } from 'zod';
import { decisionSchema, attendanceSchema, progressSchema, situationSchema } from './language/given.ts';
import type { FactName } from './language/commonFacts.ts';
import {
  emptyMatter,
  nothingEnquired,
  nothingHeld,
  nothingProposed,
  type ChildMatter,
  type Held,
  type Matter,
  type Proposed,
} from './matter.ts';
import type { Practice } from './practice.ts';
import { endOfDay, plusYears, type LocalDate } from './time/calendar.ts';

/** The facts of every kind of scenario together, all optional; a name means the same in each. */
export const caseSchema = z.strictObject({
  standard: z.string('must be the key of a standard').optional(),
  ...progressSchema.shape,
  ...decisionSchema.shape,
  ...situationSchema.shape,
  ...attendanceSchema.shape,
  attendees: attendanceSchema.shape.attendees.optional(),
});
export type CaseFile = z.output<typeof caseSchema>;

/** The file as a matter: what is in it, and nothing assumed. */
export const matterOf = (given: CaseFile): Matter => ({
  ...emptyMatter,
  referral: {
    receivedAt: given.referralReceivedAt ?? null,
    concernsIdentifiedAt: given.concernsIdentifiedAt ?? null,
    referrer: given.referrer ?? null,
  },
  said: new Set(listed(given)),
  answers: yesNos(given),
  children: [childOf(given)],
  emergencyActionAt: given.emergencyActionAt ?? null,
  meeting: { startsAt: startOf(given), format: given.format ?? 'meeting', type: given.meetingType ?? null },
  proposed: given.proposed ?? [],
  attendees: given.attendees ?? [],
  held: heldOf(given),
});

const listed = (given: CaseFile): readonly FactName[] => [
  ...(given.circumstances ?? []),
  ...(given.concerns ?? []),
  ...(given.complexReasons ?? []),
  ...(given.immediateRisk === true ? (['immediateRisk'] as const) : []),
  // CH-4: a meeting is of that type because the case is.
  ...(given.meetingType === 'complex' ? (['complex'] as const) : []),
];

/** One sentence for the first name in the file that the standard does not know; null where it knows all. */
export const unknownFact = ({ facts }: Practice, given: CaseFile): string | null => {
  for (const list of ['circumstances', 'concerns', 'complexReasons'] as const) {
    const at = (given[list] ?? []).findIndex((name) => !Object.hasOwn(facts, name));
    if (at >= 0) return `"${list}[${at}]": "${given[list]?.[at]}" is not a fact the rules know.`;
  }
  return null;
};

const startOf = ({ meetingAt, meetingDate }: CaseFile): Matter['meeting']['startsAt'] =>
  meetingAt ?? (meetingDate === undefined || meetingDate === null ? null : endOfDay(meetingDate));

const yesNos = ({ forensicEvidenceNeeded, likelyCareAndSupportNeeds }: CaseFile) => ({
  ...(forensicEvidenceNeeded === true ? { forensicEvidenceNeeded } : {}),
  ...(likelyCareAndSupportNeeds === true ? { likelyCareAndSupportNeeds } : {}),
});

const childOf = (given: CaseFile): ChildMatter => ({
  id: 'A',
  birth: given.childDateOfBirth ? { kind: 'born', on: given.childDateOfBirth } : null,
  said: new Set([...planFacts(given), ...ageFacts(given)]),
  answers: {
    safeguardingConcerns: given.safeguardingConcerns,
    complainantIsAdult: given.complainantIsAdult,
    currentChildProtectionConcern: given.currentChildProtectionConcern,
    childInContactWithAllegedOffender: given.childInContactWithAllegedOffender,
    epoDecision: given.epoDecision,
    legalAdviceAt: given.legalAdviceAt,
    designatedManagerApprovalAt: given.designatedManagerApprovalAt,
  },
  decision: decisionOf(given),
  enquired: nothingEnquired,
});

/** A plan that ended exactly 2 years before the referral still counts (C-8, C-9). */
const planWithinTwoYears = (endedOn: LocalDate, referredOn: LocalDate): boolean => plusYears(endedOn, 2) >= referredOn;

/** I-9: a child not yet born is under school age, whichever way it is said. */
const ageFacts = (given: CaseFile): readonly FactName[] => (listed(given).includes('unborn') ? ['underSchoolAge'] : []);

const planFacts = ({ child, cpPlanEndedOn, referralDate, referralType }: CaseFile): readonly FactName[] => [
  ...(child?.cpPlan === true ? (['cpPlan', 'cpPlanWithinTwoYears'] as const) : []),
  ...(child?.lookedAfter === true ? (['lookedAfter'] as const) : []),
  ...(cpPlanEndedOn && referralDate && planWithinTwoYears(cpPlanEndedOn, referralDate)
    ? (['cpPlanWithinTwoYears'] as const)
    : []),
  ...(referralType === 'childProtection' ? (['childProtectionReferral'] as const) : []),
  ...(referralType === 'cin' ? (['cinReferral'] as const) : []),
];

const decisionOf = (given: CaseFile): Proposed => ({
  ...nothingProposed,
  s47: given.s47Decision ?? null,
  decidedBy: given.s47DecisionBy ?? null,
  reasons: given.decisionReason ?? null,
  outcomes: given.outcomes ?? null,
  plan: given.plan ?? null,
  familyTold: given.familyTold ?? null,
  further: given.further ?? {},
  scores: (given.scores ?? []).map(({ personId, score, analysis }) => ({
    personId,
    score,
    analysis: analysis ?? null,
  })),
});

const heldOf = (given: CaseFile): Held => ({
  ...nothingHeld,
  meetingEndAt: given.meetingEndAt ?? null,
  concludedAt: given.cpDecisionConcludedAt ?? null,
  s47DecidedAt: given.s47DecidedAt ?? null,
  strategyDiscussionAt: given.strategyDiscussionAt ?? null,
  discussions: given.discussions ?? [],
  firstDiscussionAt: given.firstDiscussionAt ?? null,
  previousDiscussionAt: given.previousDiscussionAt ?? null,
  proposedNextAt: given.proposedNextAt ?? null,
  whereaboutsUnknownAt: given.whereaboutsUnknownAt ?? null,
  precededAt: null,
  afterChildNotFound: false,
  referrerInvolved: given.referrerInvolved ?? null,
  urgentEnquiry: given.highConcern === true && (given.icpcDecided === true || given.legalPlanningDecided === true),
  extensions: given.cases ?? [],
});
