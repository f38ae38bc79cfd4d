/** Answers that complete the decision form under the Practice Standards; a story overrides only what it is about. */
export const planOfJointEnquiry: Readonly<Record<string, string>> = {
  'outcome.s47Joint.risks': 'Further injury at home',
  'outcome.s47Joint.policeLead': 'DI Tom Reyes',
  'outcome.s47Joint.socialWorkLead': 'Ellie Vaughan',
  'plan.riskAreas': 'Physical harm',
  'plan.actions': 'Visit today (Ellie Vaughan); medical tomorrow (Dr Kapoor)',
  'plan.criminalInvestigation': 'Police lead, starting today',
  'plan.immediateAction': 'Child stays with grandmother tonight',
  'plan.legalAction': 'None needed now',
  'plan.furtherInformation': 'GP and nursery records',
};
