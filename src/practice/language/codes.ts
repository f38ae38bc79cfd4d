/** What checks find, as codes: every code there is, so that none without words can reach a person. */

/** What to weigh about a deadline (T-*). */
export const deadlineWarnings = [
  'considerSameDay',
  'dueWithinOneHour',
  'targetTimeRequired',
  'emergencyTimeUnknown',
  'bankHolidaysNotPublished',
  'officesClosed',
] as const;
export type DeadlineWarning = (typeof deadlineWarnings)[number];

/** What to weigh about who takes part. A seat the chair may go on without is named. */
export type QuorumWarning = 'chairRankIneligible' | 'policeNotDdm' | `overridableWithReason:${string}`;

/** A code that the data of a standard names for what it finds: its words are the rule's own. */
export type DataCode = string & { readonly __brand: 'DataCode' };

/** An answer that a field asks for: its name, what is wrong, and `:` with the outcome it belongs to. */
type AnswerFault = `${string}${'Required' | 'NotMet' | 'NotAChoice'}${string}`;

/** Found in what was chosen, whatever the standard: the outcomes, person or seat are named. */
type ChosenFault =
  | 'childContactUnanswered'
  | 'followUpBeyondLimit'
  | 'formatNotAllowed'
  | 'jointConsidered'
  | 'meetingRequired'
  | 'notJointReasonRequired'
  | 'outcomeRequired'
  | 'phoneOnlyReason'
  | 'policeOnlyGroundNotMet'
  | 's47DecisionContradicted'
  | 's47OutcomeRequired'
  | 's47RequiredCpPlanWithinTwoYears'
  | `agendaItemOpen:${string}`
  | `outcomeNotPermitted:${string}`
  | `outcomeStandsAlone:${string}`
  | `outcomesExclude:${string}:${string}`
  | `outcomesOverlap:${string}:${string}`
  | `scaleAnalysisRequired:${string}`
  | `scaleOutOfRange:${string}`;

/** Found in a discussion as it is proposed. */
type ProposalFault =
  'chairRankNotPreferred' | 'familyNotInvited' | 'nextTooLate' | 'overdue' | `seatMissing:${string}` | QuorumWarning;

export type FaultCode =
  DataCode | AnswerFault | ChosenFault | ProposalFault | 'jointInvestigationMandatory' | 'noReasonToStandDown';
