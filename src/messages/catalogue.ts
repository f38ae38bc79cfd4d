/**
 * WHAT IS SAID: every kind of message to one person, each in a file of its own that says whether it is still wanted, its
 * letter, and what goes with it. A new kind is a file and a line; the compiler asks for the rest.
 */
import type { Watch } from '../discussion/debts/escalate.ts';
import { isMessage } from '../discussion/state/notice.ts';
import type { Catalogue } from './kind.ts';
import { childrenChanged } from './kinds/childrenChanged.ts';
import { actionDue, actionGiven } from './kinds/aboutAction.ts';
import {
  transferAnswered,
  transferAsked,
  transferChaser,
  transferRecorded,
  transferUnanswered,
} from './kinds/aboutTransfer.ts';
import { actionBlocked } from './kinds/actionBlocked.ts';
import { enquiryFinished, enquirySentBack, enquiryToCheck, enquiryToDecide, resultDue } from './kinds/atTheGate.ts';
import { authorisationDue, recordSentBack, recordToAuthorise, recordToSign } from './kinds/atSigning.ts';
import { decisionOverdue } from './kinds/decisionOverdue.ts';
import { disagreement } from './kinds/disagreement.ts';
import { duties } from './kinds/duty.ts';
import { emergencyToWeigh } from './kinds/emergencyToWeigh.ts';
import { followUp } from './kinds/followUp.ts';
import { handedOver } from './kinds/handedOver.ts';
import { howToChase } from './kinds/howToChase.ts';
import { invitation } from './kinds/invitation.ts';
import { joiningDetails } from './kinds/joiningDetails.ts';
import { meetingMoved } from './kinds/meetingMoved.ts';
import { nothingHeard } from './kinds/nothingHeard.ts';
import { onlineMeetingFailed } from './kinds/onlineMeetingFailed.ts';
import { outcome } from './kinds/outcome.ts';
import { overdueDigest } from './kinds/overdueDigest.ts';
import { placeGone } from './kinds/placeGone.ts';
import { quorumWarning } from './kinds/quorumWarning.ts';
import { readyToClose } from './kinds/readyToClose.ts';
import { record } from './kinds/record.ts';
import { recordCode } from './kinds/recordCode.ts';
import { replyChaser } from './kinds/replyChaser.ts';
import { signedRecord } from './kinds/signedRecord.ts';
import { stoodDown } from './kinds/stoodDown.ts';
import { replyTaken } from './kinds/replyTaken.ts';
import { substituteProposed } from './kinds/substituteProposed.ts';
import { telephoneTask } from './kinds/telephoneTask.ts';
import { tellOthers } from './kinds/tellOthers.ts';
import { tellReferrer } from './kinds/tellReferrer.ts';

export const catalogue: Catalogue = {
  invitation,
  meetingMoved,
  joiningDetails,
  replyTaken,
  childrenChanged,
  stoodDown,
  substituteProposed,
  howToChase,
  outcome,
  record,
  signedRecord,
  recordCode,
  emergencyToWeigh,
  tellOthers,
  followUp,
  tellReferrer,
  telephoneTask,
  disagreement,
  nothingHeard,
  onlineMeetingFailed,
  placeGone,
  actionGiven,
  actionDue,
  actionBlocked,
  handedOver,
  enquiryToCheck,
  enquiryToDecide,
  enquirySentBack,
  enquiryFinished,
  transferAsked,
  transferRecorded,
  transferAnswered,
  transferChaser,
  transferUnanswered,
  recordToSign,
  recordToAuthorise,
  recordSentBack,
  replyChaser,
  quorumWarning,
  decisionOverdue,
  resultDue,
  authorisationDue,
  ...duties,
  overdueDigest,
  readyToClose,
};

/** What the core asks when it owes an escalation. */
export const isWatched: Watch = (kind) => isMessage(kind) && catalogue[kind].watch;
