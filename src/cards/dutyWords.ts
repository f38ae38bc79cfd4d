import type { DutyKind } from '../discussion/notice.ts';

/** What is to be done after a decision, as it stands in a list or after "Done:". */
export const dutyNames: Readonly<Record<DutyKind, string>> = {
  recordDue: 'the record',
  minutesDue: 'the signed minutes',
  childSeenDue: 'the child seen',
  enquiryDue: 'the section 47 enquiry',
  conferenceDue: 'the child protection conference',
  assessmentDue: 'the assessment',
  nextDiscussionDue: 'the next strategy discussion',
  conclusionDue: 'the end of the process',
  furtherDiscussionDue: 'the further strategy discussion',
};
