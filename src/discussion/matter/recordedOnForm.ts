/** What nobody just says is done: it has a form, on which what came of it is recorded. */
import type { Practice } from '../../practice/practice.ts';
import type { Discussion } from '../state/discussion.ts';
import type { DutyKind } from '../state/notice.ts';
import { signingDuty } from './fallsDue.ts';
import { enquiredInto } from './gate.ts';

/** V-3, GT-*, DL-3: of each child.: the record is signed, and filed. */
export const isRecordedOnForm = (duty: DutyKind, d: Discussion, practice: Practice): boolean =>
  duty === 'childSeenDue' ||
  duty === 'filingDue' ||
  (d.stage === 'decided' &&
    (((duty === 'enquiryDue' || duty === 'conferenceDue') && enquiredInto(d).length > 0) ||
      duty === signingDuty(d, practice)?.kind));
