import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { invitationOf, isPresent, participants } from '../discussion/state/discussion.ts';
import { seatsNotPromised } from '../discussion/matter/foreseen.ts';
import { isDuty, type Notice } from '../discussion/state/notice.ts';
import { overdueDuties } from '../discussion/debts/followUp.ts';
import { decisionExpectedBy } from '../discussion/debts/reminders.ts';
import { callAbout, isDone } from '../discussion/state/telling.ts';
import { awaitsLink, hasFault } from '../discussion/state/onlineMeeting.ts';
import { unreachable } from '../practice/language/unreachable.ts';

/**
 * Whether a message to a person still makes sense as things stand now: asked when it is about to be sent. What has been
 * overtaken (stood down, moved, answered, present, told by telephone) is not sent.
 */
export const isStillWanted = (notice: Notice, d: Discussion, practice: Practice): boolean => {
  if (callAbout(d.telling, notice.id) !== undefined && !isInWriting(notice)) return false;
  const open = d.stage === 'convened' || d.stage === 'inSession';
  const sameMeeting = notice.deadline === d.meeting.startsAt;
  const { kind } = notice;
  if (isDuty(kind)) return !isDone(d.telling, kind);
  switch (kind) {
    case 'invitation':
    case 'meetingMoved':
      return open && sameMeeting && !isHere(notice, d);
    case 'joiningDetails':
      return open && sameMeeting && notice.owedAt >= d.arrangement.setAt && !awaitsLink(d) && !isHere(notice, d);
    case 'onlineMeetingFailed':
      return d.stage !== 'decided' && sameMeeting && hasFault(d);
    case 'meetingEvent':
      return d.stage !== 'decided';
    case 'replyChaser':
      return d.stage === 'convened' && sameMeeting && owesReply(notice, d);
    case 'quorumWarning':
      return d.stage === 'convened' && sameMeeting && seatsNotPromised(d, practice).length > 0;
    case 'decisionOverdue':
      return open && notice.owedAt >= decisionExpectedBy(d);
    case 'tellOthers':
      return open;
    case 'howToChase':
      return d.stage !== 'stoodDown';
    case 'telephoneTask':
      return d.telling.toTelephone.some((id) => callAbout(d.telling, id) === undefined);
    case 'overdueDigest':
      return d.stage === 'decided' && overdueDuties(d, practice, notice.owedAt).length > 0;
    case 'stoodDown':
    case 'outcome':
    case 'record':
    case 'followUp':
    case 'tellReferrer':
    case 'disagreement':
    case 'nothingHeard':
    case 'escalation':
    case 'agendaCard':
    case 'decisionCard':
    case 'deliveryCard':
      return true;
    default:
      return unreachable('notice', kind);
  }
};

/** N-1, N-3, R-3: what was decided reaches them in writing, whoever telephoned meanwhile. */
const isInWriting = ({ kind }: Notice): boolean => kind === 'outcome' || kind === 'record';

const isHere = ({ recipient }: Notice, d: Discussion): boolean =>
  recipient.to === 'person' && isPresent(d, recipient.personId);

/** Whoever named a substitute has answered; the chair's coming is taken for granted unless they are invited as well. */
const owesReply = ({ recipient }: Notice, d: Discussion): boolean => {
  const who = participants(d).find((p) => recipient.to === 'person' && p.personId === recipient.personId);
  return who !== undefined && invitationOf(d, who.personId)?.reply.answer === 'awaited';
};
