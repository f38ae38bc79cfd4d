/**
 * What follows from a handover. Both are told, and whoever leads; and what is owed to whoever has the part is owed anew to
 * whoever has it now, in the same commit. What was owed to the one before is then not sent any more (`isPassedOn`).
 */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { isInvited, isOpen, isPresent, leading, type Decided, type Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { Participant } from '../state/people.ts';
import type { Stamp } from '../state/stamp.ts';
import { recipientOf } from '../state/noticeId.ts';
import { askedOfLeaders } from './askedOfLeaders.ts';
import { overdueDuties } from './followUp.ts';
import { isSettled } from '../matter/settled.ts';
import { invitation, invitedLater } from './inviting.ts';
import { inTime, message, reminder, type Owed } from './owed.ts';
import { followedUp, overdueActions } from './oweActions.ts';
import { askedAtGate } from './oweGate.ts';
import { askedOfTransfers } from './oweTransfer.ts';
import { owedForDecision } from './oweDecision.ts';
import { askedToClose } from './readyToClose.ts';
import { meetingWatch } from './reminders.ts';
import { isToSign } from '../state/signing.ts';
import { isDuty } from '../state/notice.ts';

export interface Handing {
  readonly before: Discussion;
  readonly after: Discussion;
  readonly stamp: Stamp;
  readonly practice: Practice;
}

export const owedForHandover = (event: EventOf<'handedOver'>, handing: Handing): readonly Owed[] => {
  const { after, practice, stamp } = handing;
  const { at } = stamp;
  const owedNow = (d: Discussion): readonly Owed[] => [
    ...askedOfLeaders(d, practice),
    ...followedUp(d, practice),
    ...askedAtGate(d, practice, at),
    ...askedOfTransfers(d, practice, at),
    ...askedToClose(d, practice, at),
    ...(isOpen(d) ? meetingWatch(d, at).map(reminder) : []),
    ...(d.stage === 'decided' ? owedForDecision(d, practice) : []),
  ];
  const anew = anewTo(event.to, owedNow(handing.before), owedNow(after)).filter(isStillToDo(after, practice, at));
  return [
    ...toldOf(event, after).map((who) => message('handedOver', who, null)),
    ...comesIn(event, handing),
    ...[...anew, ...(after.stage === 'decided' ? afterwards(event, after, handing) : [])].map(inTime(at)),
  ];
};

/** Nothing can be sent to somebody who has left. */
const toldOf = ({ from, to, hasLeft }: EventOf<'handedOver'>, d: Discussion): readonly Participant[] => [
  ...(hasLeft === true ? [] : [from]),
  to,
  ...leading(d).filter(({ personId }) => personId !== from.personId || hasLeft !== true),
];

/** What is owed to them now and was not before, with whatever they had already left out. */
const anewTo = (to: Participant, before: readonly Owed[], after: readonly Owed[]): readonly Owed[] => {
  const theirs = (owed: readonly Owed[]): readonly Owed[] =>
    owed.filter(({ recipient }) => recipient.to === 'person' && recipient.personId === to.personId);
  const what = ({ kind, rule }: Owed): string => `${kind} ${rule ?? ''}`;
  const had = new Set(theirs(before).map(what));
  return theirs(after).filter((owed) => !had.has(what(owed)));
};

/** What somebody says is done, or has come about, is asked of nobody again; a digest lists what is overdue by its time. */
const isStillToDo =
  (d: Discussion, practice: Practice, at: Instant) =>
  ({ kind, owedAt }: Owed): boolean => {
    if (isDuty(kind)) return !isSettled(d, practice, kind);
    if (kind === 'recordToSign') return isToSign(d);
    if (kind === 'tellReferrer') return !d.telling.telephoned.some((call) => recipientOf(call.noticeId) === 'referrer');
    return kind !== 'overdueDigest' || owedAt === null || owedAt > at;
  };

/** Invited by it, or to a meeting still ahead that they chair. */
const comesIn = ({ part, to }: EventOf<'handedOver'>, { before, after, stamp: { at } }: Handing): readonly Owed[] => {
  if (!isOpen(after) || after.meeting.startsAt <= at || isInvited(before, to.personId)) return [];
  if (part === 'socialWorker') return invitedLater(to, after, at);
  const hasHeard = before.convenor.personId === to.personId || before.chair.personId === to.personId;
  return part === 'convenor' || hasHeard ? [] : [invitation(to, after)];
};

/** Whoever was not there reads what was recorded; and the convenor is not left until the next thing falls due (AC-1). */
const afterwards = (
  { part, to }: EventOf<'handedOver'>,
  d: Decided,
  { practice, stamp: { at } }: Handing,
): readonly Owed[] => [
  ...(part === 'chair' && !isPresent(d, to.personId) ? [message('record', to, null)] : []),
  ...(part === 'convenor' && isAnythingOverdue(d, practice, at)
    ? [{ ...message('overdueDigest', to, null), owedAt: at }]
    : []),
];

const isAnythingOverdue = (d: Decided, practice: Practice, at: Instant): boolean =>
  overdueDuties(d, practice, at).length + overdueActions(d, at).length > 0;
