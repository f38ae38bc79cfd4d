import type { DutyKind } from '../discussion/state/notice.ts';

/** What is to be done after a decision, as it stands in a list. */
export const dutyNames: Readonly<Record<DutyKind, string>> = {
  recordDue: 'the record',
  minutesDue: 'the signed minutes',
  childSeenDue: 'seeing the child',
  enquiryDue: 'the section 47 enquiry',
  conferenceDue: 'the child protection conference',
  assessmentDue: 'the assessment',
  nextDiscussionDue: 'the next strategy discussion',
  conclusionDue: 'concluding the process',
  furtherDiscussionDue: 'the further strategy discussion',
};

/** The same once it is done, as it stands after "Done:". */
export const dutiesDone: Readonly<Record<DutyKind, string>> = {
  recordDue: 'the record is complete',
  minutesDue: 'the minutes are signed',
  childSeenDue: 'the child has been seen',
  enquiryDue: 'the section 47 enquiry is finished',
  conferenceDue: 'the child protection conference has been held',
  assessmentDue: 'the assessment is finished',
  nextDiscussionDue: 'the next strategy discussion has been held',
  conclusionDue: 'the process is concluded',
  furtherDiscussionDue: 'the further strategy discussion has been held',
};
