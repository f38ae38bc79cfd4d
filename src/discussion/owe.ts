/**
 * Which notices events cause. Each is written in the commit of the events that cause it, so nothing owed can be lost
 * between deciding and telling. Who is told what, by when, under which rule: all of it is here.
 */
import type { Instant } from '../practice/instant.ts';
import type { Decided, Discussion, Stamp } from './discussion.ts';
import { attendanceOf, isPresent } from './discussion.ts';
import type { DiscussionEvent } from './event.ts';
import type { Notice, NoticeId, NoticeKind, Recipient } from './notice.ts';
import type { Participant } from './people.ts';

interface Owed {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly rule: string | null;
  readonly deadline: Instant | null;
}

/** The notices that one command's events cause, given the discussion before and after them. */
export const owe = (
  before: Discussion | null,
  events: readonly DiscussionEvent[],
  after: Discussion,
  stamp: Stamp,
): readonly Notice[] => {
  const owed = [...events.flatMap((event) => causedBy(event, before, after)), card('agendaCard')];
  const distinct = new Map(owed.map((o) => [idOf(after.reference, stamp.version, o), o]));
  return [...distinct].map(([id, o]) => ({ id, ...o, owedAt: stamp.at }));
};

const causedBy = (event: DiscussionEvent, before: Discussion | null, after: Discussion): readonly Owed[] => {
  switch (event.type) {
    case 'discussionConvened':
      return [...invited(after).map((p) => invitation(p, after)), card('deliveryCard')];
    case 'invitationDeclined':
      return event.substitute === null || (before !== null && wasInvited(before, event.substitute))
        ? []
        : [invitation(event.substitute, after), card('deliveryCard')];
    case 'decisionOpened':
      return [card('decisionCard')];
    case 'decisionRecorded':
      return after.stage === 'decided' ? [...outcomes(after), card('decisionCard'), card('deliveryCard')] : [];
    case 'discussionReconvened':
      return [...invited(after).map((p) => message('meetingMoved', p, after.meeting.startsAt)), card('deliveryCard')];
    case 'discussionStoodDown':
      return [...invited(after).map((p) => message('stoodDown', p, after.meeting.startsAt)), card('deliveryCard')];
    case 'invitationAccepted':
    case 'writtenInformationGiven':
    case 'attendanceRecorded':
    case 'authorityConfirmed':
    case 'informationShared':
    case 'emergencyActionRecorded':
      return [];
    default: {
      const unknown: never = event;
      throw new Error(`no notices are known for ${JSON.stringify(unknown)}`);
    }
  }
};

const card = (kind: NoticeKind): Owed => ({ kind, recipient: { to: 'place' }, rule: null, deadline: null });

const message = (kind: NoticeKind, to: Participant, deadline: Instant | null): Owed => ({
  kind,
  recipient: { to: 'person', personId: to.personId },
  rule: null,
  deadline,
});

const invitation = (to: Participant, d: Discussion): Owed => message('invitation', to, d.meeting.startsAt);

/** Everybody who has to hear about the meeting: all invited, and the chair; the convenor knows, having arranged it. */
const invited = (d: Discussion): readonly Participant[] => {
  const all = [...d.invitations.map((i) => i.participant), d.chair];
  const others = all.filter((p) => p.personId !== d.convenor.personId);
  return [...new Map(others.map((p) => [p.personId, p])).values()];
};

const wasInvited = (before: Discussion, who: Participant): boolean =>
  before.invitations.some((i) => i.participant.personId === who.personId);

/** N-1, N-3: the referrer if absent, and every invited agency none of whose people took part. */
const outcomes = (d: Decided): readonly Owed[] => {
  const { rule, dueAt } = d.decision.noticeDue;
  const owedTo = (recipient: Recipient): Owed => ({ kind: 'outcome', recipient, rule, deadline: dueAt });
  const referrer = d.referral.referrer;
  const agencies = absentAgencies(d).filter((p) => p.personId !== referrer.personId);
  return [
    ...(isPresent(d, referrer.personId) ? [] : [owedTo({ to: 'referrer' })]),
    ...agencies.map((p) => owedTo({ to: 'person', personId: p.personId })),
  ];
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
