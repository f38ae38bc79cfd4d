/** Whether what falls due after a decision is done: somebody says so, or it follows from what has been recorded. */
import { conferenceResult } from '../../practice/language/vocabulary.ts';
import type { Practice } from '../../practice/practice.ts';
import { stillEnquired } from '../matter/enquiryEnd.ts';
import { enquiredInto, isFinished, throughGate } from '../matter/gate.ts';
import { signingDuty } from './fallsDue.ts';
import { isToBeSeen } from '../matter/enquiry.ts';
import { fallsToAnother } from './responsibility.ts';
import type { Child } from '../state/childShape.ts';
import { conferenceOf } from '../state/conference.ts';
import type { Discussion } from '../state/discussion.ts';
import { endRecorded } from '../state/enquiryEnd.ts';
import { filedSince } from '../state/filing.ts';
import { recordInForce } from '../state/signing.ts';
import { resultOf } from '../state/enquiryReport.ts';
import type { DutyKind } from '../state/notice.ts';
import { isDone } from '../state/telling.ts';

/** What remained when it was closed is asked of nobody any more. */
export const isClosed = (d: Discussion): boolean => d.stage === 'decided' && d.closed !== null;

export const isSettled = (d: Discussion, practice: Practice, kind: DutyKind): boolean =>
  isClosed(d) || isDone(d.telling, kind) || isRecorded(d, practice, kind);

const isRecorded = (d: Discussion, practice: Practice, kind: DutyKind): boolean => {
  if (d.stage === 'decided' && fallsToAnother(d, kind)) return true;
  switch (kind) {
    case 'childSeenDue':
      return !isToBeSeen(d, practice);
    case 'enquiryDue':
      return d.stage === 'decided' && enquiredInto(d).length > 0 && stillEnquired(d, practice).length === 0;
    case 'recordDue':
    case 'minutesDue':
      return isSigned(d, practice, kind);
    case 'filingDue':
      return isFiled(d);
    case 'conferenceDue':
      return awaitingConference(d).length === 0;
    case 'nextDiscussionDue':
    case 'furtherDiscussionDue':
      return isNextSeenTo(d);
    default:
      return false;
  }
};

/** signed and, where it has to be, authorised. */
const isSigned = (d: Discussion, practice: Practice, kind: DutyKind): boolean =>
  d.stage === 'decided' && recordInForce(d) !== null && signingDuty(d, practice)?.kind === kind;

/** nothing is filed that is not signed, and until then that is what somebody is reminded of. */
export const isAskedYet = (d: Discussion, kind: DutyKind): boolean => kind !== 'filingDue' || recordInForce(d) !== null;

/** what is in the child’s file is the record in force, not one that was put right since. */
const isFiled = (d: Discussion): boolean => {
  const record = recordInForce(d);
  return d.stage === 'decided' && record !== null && filedSince(d, 'filed', record.signedIn) !== null;
};

/** GT-5: those whose enquiry has no result yet. */
export const unfinished = (d: Discussion, practice: Practice): readonly Child[] =>
  throughGate(d, practice).filter(({ childId }) => !isFinished(d, childId));

/** DL-3: those whose conference has neither been held nor found unnecessary, also where the enquiry ended without one. */
export const awaitingConference = (d: Discussion): readonly Child[] =>
  d.stage === 'decided' ? enquiredInto(d).filter(({ childId }) => isAwaited(d, childId)) : [];

const isAwaited = (d: Discussion, childId: string): boolean => {
  const recorded = conferenceOf(d, childId);
  if (recorded !== null && recorded.what !== 'askedFor') return false;
  const end = endRecorded(d, childId);
  if (end !== null && end.how !== 'conference') return false;
  const result = resultOf(d, childId);
  return result === null || result.value === conferenceResult;
};

/** Held, or called off with a reason. */
const isNextSeenTo = (d: Discussion): boolean =>
  d.stage === 'decided' && (d.nextCalledOff !== null || d.next.some(({ stands }) => stands === 'decided'));
