/** What is true of one child when its outcomes are chosen. */
import { plusYears, type LocalDate } from '../time/calendar.ts';
import { meetingType } from './chair.ts';
import type { Decision } from '../language/facts.ts';
import type { Practice } from '../practice.ts';
import { listedFacts, type FactSet } from './situation.ts';

/** A plan that ended exactly 2 years before the referral still counts (C-8, C-9). */
const planWithinTwoYears = (endedOn: LocalDate, referredOn: LocalDate): boolean => plusYears(endedOn, 2) >= referredOn;

/** The facts the rules of this standard test about a decision. */
export function decisionFacts(practice: Practice, given: Decision): FactSet {
  const facts = listedFacts(given);
  const { child, cpPlanEndedOn, referralDate, referralType, s47Decision } = given;
  if (child?.cpPlan) facts.add('cpPlan').add('cpPlanWithinTwoYears');
  if (child?.lookedAfter) facts.add('lookedAfter');
  if (cpPlanEndedOn && referralDate && planWithinTwoYears(cpPlanEndedOn, referralDate))
    facts.add('cpPlanWithinTwoYears');
  if (referralType === 'childProtection') facts.add('childProtectionReferral');
  if (referralType === 'cin') facts.add('cinReferral');
  if (s47Decision === true) facts.add('s47Yes');
  if (s47Decision === false) facts.add('s47No');
  if (given.safeguardingConcerns === true) facts.add('concernsRemain');
  if (meetingType(practice, given) === 'complex') facts.add('complexMeeting');
  return facts;
}
