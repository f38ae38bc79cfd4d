/**
 * Which notices events cause. Each is written in the commit of the events that cause it, so nothing owed can be lost
 * between deciding and telling. Who is told what, by when, under which rule: all of it is here.
 */
import type { Instant } from '../../practice/time/instant.ts';
import type { Practice } from '../../practice/practice.ts';
import { assessed } from '../matter/assessed.ts';
import { unseenFlag } from '../matter/enquiry.ts';
import type { Discussion } from '../state/discussion.ts';
import {
  invitationOf,
  isInvited,
  isOpen,
  leading,
  livesIn,
  participants,
  tookPartEarlier,
} from '../state/discussion.ts';
import type { DiscussionEvent, EventOf } from '../state/event.ts';
import type { MessageKind, Notice } from '../state/notice.ts';
import { noticeId, recipientOf } from '../state/noticeId.ts';
import { disagreed } from './disagreed.ts';
import { toWeigh } from './emergencyToWeigh.ts';
import { again, calendar, card, message, reminder, type Owed } from './owed.ts';
import { owedForCorrection } from './oweCorrection.ts';
import { owedForAction } from './oweActions.ts';
import { invitation, invitedLater, replyTaken } from './inviting.ts';
import { howToChase } from './howToChase.ts';
import { owedForHandover } from './handover.ts';
import { owedForTransfer } from './oweTransfer.ts';
import { owedForNotReached } from './notReached.ts';
import { owedForSigning } from './oweSigning.ts';
import { owedForGate } from './oweGate.ts';
import { owedForDecision } from './oweDecision.ts';
import type { Participant } from '../state/people.ts';
import { heldLate, limitMoved, watchedLimit } from './limit.ts';
import { isQuiet } from './quiet.ts';
import { readyToClose } from './readyToClose.ts';
import { meetingWatch, replyChasers } from './reminders.ts';
import type { Stamp } from '../state/stamp.ts';
import { awaitsLink, isMetOnline, mayHaveBeenToldWithout } from '../state/onlineMeeting.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

interface After {
  readonly before: Discussion | null;
  readonly after: Discussion;
  readonly stamp: Stamp;
  readonly practice: Practice;
}

/** The notices that one command's events cause, given the discussion before and after them, under its standard. */
export const owe = (events: readonly DiscussionEvent[], given: After): readonly Notice[] => {
  const { after, stamp } = given;
  const owed = [
    ...events.flatMap((event) => causedBy(event, given)),
    ...readyToClose(events, { ...given, at: stamp.at }),
    card('agendaCard'),
  ];
  const owing = { reference: after.reference, version: stamp.version };
  const distinct = new Map(owed.map((o) => [noticeId(owing, o), o]));
  return [...distinct].map(([id, o]) => ({ id, ...o, owedAt: o.owedAt ?? stamp.at }));
};

const causedBy = (event: DiscussionEvent, { before, after, stamp, practice }: After): readonly Owed[] => {
  if (isQuiet(event)) return [];
  const deliveryCard = card('deliveryCard');
  switch (event.type) {
    case 'discussionConvened':
      return [
        ...calendar(after),
        ...convened(after, practice, stamp.at),
        ...heldLate(after, stamp.at),
        ...watchedLimit(after, stamp.at, practice.calendar),
        deliveryCard,
        card('takingPartCard'),
      ];
    case 'invitationAccepted':
      return replyTaken(event, after);
    case 'invitationDeclined':
      return event.substitute === null || (before !== null && isInvited(before, event.substitute.personId))
        ? replyTaken(event, after)
        : [...replyTaken(event, after), ...broughtIn(event.substitute, after, stamp.at)];
    case 'substituteProposed':
      return leading(after).map((p) => message('substituteProposed', p, after.meeting.startsAt));
    case 'substituteConfirmed': {
      const confirmed = invitationOf(after, event.personId)?.substitute?.participant;
      return confirmed === undefined || (before !== null && isInvited(before, confirmed.personId))
        ? []
        : broughtIn(confirmed, after, stamp.at);
    }
    case 'inviteeAdded':
      return broughtIn(event.participant, after, stamp.at);
    case 'decisionOpened':
      return [card('decisionCard')];
    case 'decisionRecorded':
      return after.stage === 'decided' ? [...owedForDecision(after, practice), card('decisionCard'), deliveryCard] : [];
    case 'decisionCorrected':
      return [...owedForCorrection({ before, after, stamp, practice }), card('decisionCard'), deliveryCard];
    case 'childrenChanged':
      return [
        ...toldOfChildren(after, stamp),
        ...flagUnseen(after, practice, stamp.at),
        ...limitMoved(before, after, stamp.at, practice.calendar),
      ];
    case 'emergencyActionRecorded':
      return [
        ...toWeigh(event, after, stamp),
        ...(isOpen(after) ? limitMoved(before, after, stamp.at, practice.calendar) : []),
      ];
    case 'childNotReached':
      return after.stage === 'decided' ? owedForNotReached(after, event, practice, stamp.at) : [];
    case 'enquiryReported':
    case 'enquiryChecked':
    case 'deciderReplaced':
    case 'enquirySentBack':
    case 'enquiryResultRecorded':
      return after.stage === 'decided' ? owedForGate(after, event, practice, stamp) : [];
    case 'recordSigned':
    case 'recordAuthorised':
    case 'recordSentBack':
    case 'recordReopened':
    case 'authoriserReplaced':
    case 'recordPageOpened':
    case 'recordCodeAsked':
      return after.stage === 'decided' ? owedForSigning(after, event, practice, stamp) : [];
    case 'actionAgreed':
    case 'actionChanged':
    case 'actionSettled':
      return owedForAction(after, event, practice, stamp);
    case 'transferAsked':
    case 'transferAnswered':
      return owedForTransfer(after, event, practice, stamp);
    case 'discussionReconvened':
      return [...calendar(after), ...setAnew(before, after, stamp.at), deliveryCard];
    case 'discussionStoodDown':
      return [...calendar(after), ...notGoingAhead(after, stamp, practice), deliveryCard];
    case 'onlineMeetingMade':
      return isMetOnline(after) && mayHaveBeenToldWithout(after)
        ? [...toAll(after, 'joiningDetails'), deliveryCard]
        : [];
    case 'meetingEventFailed':
      return [message('onlineMeetingFailed', after.convenor, after.meeting.startsAt), deliveryCard];
    case 'handedOver':
      return [...handedOver(event, { before, after, stamp, practice }), deliveryCard];
    case 'placeGone':
      return [...toOwnChat(after), deliveryCard];
    case 'telephoneNeeded':
      return [toTelephone(event, after), deliveryCard];
    case 'toldByTelephone':
    case 'noticeAcknowledged':
      return [deliveryCard];
    case 'disagreementRecorded':
      return [disagreed(after, practice, stamp)];
    case 'nothingHeard':
      return [{ ...message('nothingHeard', after.chair, null), rule: 'N-4' }];
    case 'reminderSnoozed':
      return [again(event, stamp)];
    default:
      return unreachable('event', event);
  }
};

const handedOver = (event: EventOf<'handedOver'>, given: After): readonly Owed[] => {
  const { before, after } = given;
  return [
    ...(isOpen(after) ? calendar(after) : []),
    ...(before === null ? [] : owedForHandover(event, { ...given, before })),
    ...(livesIn(after) === null ? [card('takingPartCard')] : []),
    ...(isDecisionShown(after) ? [card('decisionCard')] : []),
  ];
};

const toOwnChat = (d: Discussion): readonly Owed[] => [
  ...leading(d).map((p) => message('placeGone', p, null)),
  card('takingPartCard'),
  ...(isDecisionShown(d) ? [card('decisionCard')] : []),
];

/** Somebody invited later is in the calendar, hears of it, and is chased. */
const broughtIn = (who: Participant, d: Discussion, at: Instant): readonly Owed[] => [
  ...calendar(d),
  ...invitedLater(who, d, at),
  card('deliveryCard'),
];

/** The same time, and another way to join: nobody has to answer again, and the reminders stand. */
const setAnew = (before: Discussion | null, after: Discussion, at: Instant): readonly Owed[] => {
  const isSameTime = before?.stage === 'convened' && before.meeting.startsAt === after.meeting.startsAt;
  if (isSameTime) return awaitsLink(after) ? [] : toAll(after, 'joiningDetails');
  return [...toAll(after, 'meetingMoved'), ...watch(after, at), ...heldLate(after, at)];
};

const notGoingAhead = (d: Discussion, { by }: Stamp, practice: Practice): readonly Owed[] => [
  ...toAll(d, 'stoodDown'),
  // Arranged by them and stood down by the chair, it is news to whoever convened it.
  ...(by === d.convenor.personId ? [] : [message('stoodDown', d.convenor, d.meeting.startsAt)]),
  ...tookPartEarlier(d).map((p) => message('stoodDown', p, d.meeting.startsAt)),
  ...howToChase(d, practice).map((owed): Owed => ({ ...owed, kind: 'stoodDown' })),
];

const isDecisionShown = (d: Discussion): boolean =>
  d.stage === 'decided' || (d.stage === 'inSession' && d.decisionOpenedAt !== null);

/** Whoever cannot be reached is not asked to reach themselves. */
const toTelephone = ({ noticeId: id, deadline }: EventOf<'telephoneNeeded'>, { chair, convenor }: Discussion): Owed =>
  message('telephoneTask', recipientOf(id) === chair.personId ? convenor : chair, deadline);

/** Invitations, the reminders before the meeting, and those whom the standard wants told of it (H-2, CH-7, I-22). */
const convened = (d: Discussion, practice: Practice, now: Instant): readonly Owed[] => {
  const others = assessed(d, practice).tell('convening');
  const first = others[0];
  return [
    ...invited(d).map((p) => invitation(p, d)),
    ...watch(d, now),
    ...(first === undefined ? [] : [{ ...message('tellOthers', d.convenor, null), rule: first.rule }]),
    ...howToChase(d, practice),
    ...flagUnseen(d, practice, now),
  ];
};

/** Whoever changed it knows; everybody else who takes part prepares for other children than before. */
const toldOfChildren = (d: Discussion, { by, at }: Stamp): readonly Owed[] => {
  const ahead = d.meeting.startsAt > at ? d.meeting.startsAt : null;
  return participants(d)
    .filter(({ personId }) => personId !== by)
    .map((p) => message('childrenChanged', p, ahead));
};

/** V-1: the card says so from then on, whether or not anybody does anything. */
const flagUnseen = (d: Discussion, practice: Practice, now: Instant): readonly Owed[] => {
  const flag = unseenFlag(d, practice);
  return flag === null || flag.from <= now ? [] : [{ ...card('flagUnseen'), rule: flag.rule, owedAt: flag.from }];
};

const watch = (d: Discussion, now: Instant): readonly Owed[] =>
  [...replyChasers(d, invited(d), now), ...meetingWatch(d, now)].map(reminder);

const toAll = (d: Discussion, kind: MessageKind): readonly Owed[] =>
  invited(d).map((p) => message(kind, p, d.meeting.startsAt));

/** Everybody who has to hear about the meeting: all invited, and the chair; the convenor knows, having arranged it. */
const invited = (d: Discussion): readonly Participant[] => {
  const all = [...d.invitations.map((i) => i.participant), d.chair];
  const others = all.filter((p) => p.personId !== d.convenor.personId);
  return [...new Map(others.map((p) => [p.personId, p])).values()];
};
