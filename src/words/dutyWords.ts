/** All that a duty says: something a person must do by a time after a decision. */
import type { DutyKind } from '../discussion/state/notice.ts';

export interface DutyWords {
  /** Over the reminder of it. */
  readonly heading: string;
  /** As it stands in a list. */
  readonly name: string;
  /** Once it is done, as it stands after "Done:". */
  readonly done: string;
  /** What the reminder is, where it is proved who has been told. */
  readonly proof: string;
}

export const duties: Readonly<Record<DutyKind, DutyWords>> = {
  recordDue: {
    heading: 'The record is due',
    name: 'the record',
    done: 'the record is complete',
    proof: 'Reminder of the record',
  },
  minutesDue: {
    heading: 'The signed minutes are due',
    name: 'the signed minutes',
    done: 'the minutes are signed',
    proof: 'Reminder of the minutes',
  },
  filingDue: {
    heading: 'The record is to be filed',
    name: 'filing the record',
    done: 'the record is filed',
    proof: 'Reminder to file the record',
  },
  childSeenDue: {
    heading: 'The child must be seen',
    name: 'seeing the child',
    done: 'the child has been seen',
    proof: 'Reminder to see the child',
  },
  enquiryDue: {
    heading: 'The section 47 enquiry is due',
    name: 'the section 47 enquiry',
    done: 'the section 47 enquiry is finished',
    proof: 'Reminder of the enquiry',
  },
  conferenceDue: {
    heading: 'The child protection conference is due',
    name: 'the child protection conference',
    done: 'the child protection conference has been held',
    proof: 'Reminder of the conference',
  },
  assessmentDue: {
    heading: 'The assessment is due',
    name: 'the assessment',
    done: 'the assessment is finished',
    proof: 'Reminder of the assessment',
  },
  nextDiscussionDue: {
    heading: 'The next strategy discussion is due',
    name: 'the next strategy discussion',
    done: 'the next strategy discussion has been held',
    proof: 'Reminder of the next discussion',
  },
  conclusionDue: {
    heading: 'The process must be concluded',
    name: 'concluding the process',
    done: 'the process is concluded',
    proof: 'Reminder to conclude',
  },
  furtherDiscussionDue: {
    heading: 'A further strategy discussion is due',
    name: 'the further strategy discussion',
    done: 'the further strategy discussion has been held',
    proof: 'Reminder of the further discussion',
  },
};
