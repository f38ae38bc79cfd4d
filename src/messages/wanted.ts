import { isOvertakenByCorrection } from '../discussion/state/correction.ts';
import { callAbout } from '../discussion/state/telling.ts';
import { isPresent, type Discussion } from '../discussion/state/discussion.ts';
import { isClosed } from '../discussion/matter/settled.ts';
import { reminderKinds, type Notice } from '../discussion/state/notice.ts';
import { versionOf } from '../discussion/state/noticeId.ts';
import { recordInForce } from '../discussion/state/signing.ts';
import type { View } from './kind.ts';
import { isPassedOn } from './passedOn.ts';

/** Whether this message still makes sense as things stand now. What somebody was told by telephone is not sent as well. */
export const isStillWanted = (view: View): boolean => {
  const { wanted, inWriting } = view.catalogue[view.notice.kind];
  const isTold = callAbout(view.d.telling, view.notice.id) !== undefined;
  return (inWriting || !isTold) && !isPassedOn(view) && !isOver(view) && wanted(view);
};

/** Nobody is asked for anything in a discussion that is closed. */
const isOver = ({ d, notice: { kind } }: View): boolean =>
  isClosed(d) && [...reminderKinds, 'actionGiven', 'actionDue', 'actionBlocked'].some((asked) => asked === kind);

export const always = (): boolean => true;

export const isOpen = ({ stage }: Discussion): boolean => stage === 'convened' || stage === 'inSession';

/** The meeting it is about is the one that is planned now. */
export const isSameMeeting = ({ notice, d }: View): boolean => notice.deadline === d.meeting.startsAt;

export const isHere = ({ recipient }: Notice, d: Discussion): boolean =>
  recipient.to === 'person' && isPresent(d, recipient.personId);

/** The version of the record that it is about is in force. */
export const isInForce = ({ d, notice }: View): boolean => {
  const inForce = recordInForce(d);
  return inForce !== null && inForce.signedIn <= versionOf(notice.id);
};

/** A decision corrected since is owed anew to everybody, as it stands now. */
export const isLastWord = ({ d, notice }: View): boolean => !isOvertakenByCorrection(d, notice);
