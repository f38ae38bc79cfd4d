/**
 * Which notices events cause. Each is written in the commit of the events that cause it, so nothing owed can be lost
 * between deciding and telling. Who is told what, by when, under which rule: all of it is here.
 */
import { dueBy } from '../practice/deadlines.ts';
import { noticesOwed } from '../practice/duties.ts';
import type { Instant } from '../practice/instant.ts';
import { rulesOfKind, type Practice } from '../practice/practice.ts';
import { listedFacts } from '../practice/situation.ts';
import type { RuleId } from '../practice/vocabulary.ts';
import type { Decided, Discussion } from './discussion.ts';
import { attendanceOf, isInvited, isPresent } from './discussion.ts';
import { isMetOnline, mayHaveBeenToldWithout } from './calendar.ts';
import type { DiscussionEvent } from './event.ts';
import type { Notice, NoticeId, NoticeKind, Recipient } from './notice.ts';
import type { Participant } from './people.ts';
import { afterDecision, meetingWatch, replyChasers, type Reminder } from './reminders.ts';
import { leadSocialWorker } from './responsible.ts';
import type { Stamp } from './stamp.ts';

interface Owed {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly rule: RuleId | null;
  readonly deadline: Instant | null;
  /** Null: at once. */
  readonly owedAt: Instant | null;
}

interface After {
  readonly before: Discussion | null;
  readonly after: Discussion;
  readonly stamp: Stamp;
  readonly practice: Practice;
}

/** The notices that one command's events cause, given the discussion before and after them, under its standard. */
export const owe = (events: readonly DiscussionEvent[], given: After): readonly Notice[] => {
  const { after, stamp } = given;
  const owed = [...events.flatMap((event) => causedBy(event, given)), card('agendaCard')];
  const distinct = new Map(owed.map((o) => [idOf(after.reference, stamp.version, o), o]));
  return [...distinct].map(([id, o]) => ({ id, ...o, owedAt: o.owedAt ?? stamp.at }));
};

const causedBy = (event: DiscussionEvent, { before, after, stamp, practice }: After): readonly Owed[] => {
  const deliveryCard = card('deliveryCard');
  switch (event.type) {
    case 'discussionConvened':
      return [...calendar(after), ...convened(after, practice, stamp.at), deliveryCard];
    case 'invitationDeclined':
      return event.substitute === null || (before !== null && isInvited(before, event.substitute.personId))
        ? []
        : [...calendar(after), ...invitedLater(event.substitute, after, stamp.at), deliveryCard];
    case 'inviteeAdded':
      return [...calendar(after), ...invitedLater(event.participant, after, stamp.at), deliveryCard];
    case 'decisionOpened':
      return [card('decisionCard')];
    case 'decisionRecorded':
      return after.stage === 'decided' ? [...decided(after, practice), card('decisionCard'), deliveryCard] : [];
    case 'discussionReconvened': {
      const moved = invited(after).map((p) => message('meetingMoved', p, after.meeting.startsAt));
      return [...calendar(after), ...moved, ...watch(after, stamp.at), deliveryCard];
    }
    case 'discussionStoodDown':
      return [
        ...calendar(after),
        ...invited(after).map((p) => message('stoodDown', p, after.meeting.startsAt)),
        deliveryCard,
      ];
    case 'onlineMeetingMade':
      return isMetOnline(after) && mayHaveBeenToldWithout(after)
        ? [...invited(after).map((p) => message('joiningDetails', p, after.meeting.startsAt)), deliveryCard]
        : [];
    case 'meetingEventFailed':
      return [message('onlineMeetingFailed', after.convenor, after.meeting.startsAt), deliveryCard];
    case 'telephoneNeeded':
      return [message('telephoneTask', after.chair, event.deadline), deliveryCard];
    case 'toldByTelephone':
    case 'noticeAcknowledged':
      return [deliveryCard];
    case 'outcomeDisputed':
      return [{ ...message('disagreement', after.chair, null), rule: 'D-2' }];
    case 'nothingHeard':
      return [{ ...message('nothingHeard', after.chair, null), rule: 'N-4' }];
    case 'reminderSnoozed': {
      const { kind, rule, deadline, until } = event;
      return [{ kind, rule, deadline, owedAt: until, recipient: { to: 'person', personId: stamp.by } }];
    }
    case 'invitationAccepted':
    case 'writtenInformationGiven':
    case 'attendanceRecorded':
    case 'authorityConfirmed':
    case 'informationShared':
    case 'emergencyActionRecorded':
    case 'replyLinksStopped':
      return [];
    default: {
      const unknown: never = event;
      throw new Error(`no notices are known for ${JSON.stringify(unknown)}`);
    }
  }
};

/** One thing, whatever changes: the first makes it, later ones bring it in step. Nothing where no entry is made. */
const calendar = ({ meeting }: Discussion): readonly Owed[] =>
  meeting.calendar === undefined
    ? []
    : [
        {
          kind: 'meetingEvent',
          recipient: { to: 'calendar' },
          rule: null,
          deadline: meeting.startsAt,
          owedAt: null,
        },
      ];

/** Invitations, the reminders before the meeting, and those whom the standard wants told of it (H-2, CH-7). */
const convened = (d: Discussion, practice: Practice, now: Instant): readonly Owed[] => {
  const others = noticesOwed(practice, 'convening', listedFacts(d.facts));
  const first = others[0];
  return [
    ...invited(d).map((p) => invitation(p, d)),
    ...watch(d, now),
    ...(first === undefined ? [] : [{ ...message('tellOthers', d.convenor, null), rule: first.rule }]),
    ...howToChase(d, practice),
  ];
};

/** N-4: under a standard that lets the referrer chase, a professional who is not invited is told how. */
const howToChase = (d: Discussion, practice: Practice): readonly Owed[] => {
  const { referrer } = d.referral;
  const rule = rulesOfKind(practice, 'deadline').find(({ due }) => due.some((x) => x.name === 'referrerMayChaseAfter'));
  const wanted = referrer.standing === 'professional' && !isInvited(d, referrer.personId);
  if (rule === undefined || !wanted) return [];
  return [{ kind: 'howToChase', recipient: { to: 'referrer' }, rule: rule.id, deadline: null, owedAt: null }];
};

const watch = (d: Discussion, now: Instant): readonly Owed[] =>
  [...replyChasers(d, invited(d), now), ...meetingWatch(d, now)].map(reminder);

const invitedLater = (p: Participant, d: Discussion, now: Instant): readonly Owed[] => [
  invitation(p, d),
  ...replyChasers(d, [p], now).map(reminder),
];

const reminder = ({ kind, to, rule, owedAt, deadline }: Reminder): Owed => ({
  ...message(kind, to, deadline),
  rule,
  owedAt,
});

/** Who hears the outcome, what falls to the social worker now, and the reminders of what comes later. */
const decided = (d: Decided, practice: Practice): readonly Owed[] => [
  ...outcomes(d, practice),
  message('followUp', leadSocialWorker(d), null),
  ...toldInPerson(d, practice),
  ...afterDecision(d, practice).map(reminder),
];

/** N-2: the social worker tells a referrer who took no part, in person or by telephone, as soon as possible. */
const toldInPerson = (d: Decided, practice: Practice): readonly Owed[] => {
  if (isPresent(d, d.referral.referrer.personId)) return [];
  const facts = new Set(['referrerNotInvolved' as const]);
  const owed = noticesOwed(practice, 'afterwards', facts).find(({ how }) => how === 'verbally');
  return owed === undefined ? [] : [{ ...message('tellReferrer', leadSocialWorker(d), null), rule: owed.rule }];
};

const card = (kind: NoticeKind): Owed => ({
  kind,
  recipient: { to: 'place' },
  rule: null,
  deadline: null,
  owedAt: null,
});

const message = (kind: NoticeKind, to: Participant, deadline: Instant | null): Owed => ({
  kind,
  recipient: { to: 'person', personId: to.personId },
  rule: null,
  deadline,
  owedAt: null,
});

const invitation = (to: Participant, d: Discussion): Owed => message('invitation', to, d.meeting.startsAt);

/** Everybody who has to hear about the meeting: all invited, and the chair; the convenor knows, having arranged it. */
const invited = (d: Discussion): readonly Participant[] => {
  const all = [...d.invitations.map((i) => i.participant), d.chair];
  const others = all.filter((p) => p.personId !== d.convenor.personId);
  return [...new Map(others.map((p) => [p.personId, p])).values()];
};

/** N-1, N-3, R-7: the referrer if absent, and every invited agency none of whose people took part. */
const outcomes = (d: Decided, practice: Practice): readonly Owed[] => {
  const { referrer } = d.referral;
  const agencies = absentAgencies(d).filter((p) => p.personId !== referrer.personId);
  const owedTo = (recipient: Recipient, { rule, dueAt }: { rule: RuleId; dueAt: Instant | null }): Owed => ({
    kind: 'outcome',
    recipient,
    rule,
    deadline: dueAt,
    owedAt: null,
  });
  const agencyDue = agencyNoticeDue(practice, d.decision.at);
  return [
    ...(isPresent(d, referrer.personId) ? [] : [owedTo({ to: 'referrer' }, d.decision.noticeDue)]),
    ...agencies.map((p) => owedTo({ to: 'person', personId: p.personId }, agencyDue)),
  ];
};

/** N-1; or R-7, where absent agencies have the actions with everybody else; else no figure (N-6). */
const agencyNoticeDue = (practice: Practice, meetingEndAt: Instant): { rule: RuleId; dueAt: Instant | null } => {
  const named = dueBy(practice, 'absentAgencyNoticeDueAt', { meetingEndAt });
  if (named !== null) return named;
  const sharesRecord = rulesOfKind(practice, 'deadline').some(({ to }) => to?.includes('absentAgencies') === true);
  const shared = sharesRecord ? dueBy(practice, 'recordCirculationDueAt', { meetingEndAt }) : null;
  return shared ?? { rule: 'N-6', dueAt: null };
};

/** Those invited who did not take part and whose agency had nobody there. */
export const absentAgencies = (d: Discussion): readonly Participant[] => {
  const present = new Set(attendanceOf(d).map((a) => agencyKey(a.participant.agency)));
  present.add(agencyKey(d.chair.agency));
  return d.invitations
    .map((i) => i.participant)
    .filter((p) => !isPresent(d, p.personId) && !present.has(agencyKey(p.agency)));
};

const agencyKey = (agency: string): string => agency.trim().toLowerCase();

const idOf = (reference: string, version: number, o: Owed): NoticeId => {
  const to = o.recipient.to === 'person' ? o.recipient.personId : o.recipient.to;
  return `${reference}/${version}/${o.kind}/${to}` as NoticeId;
};
