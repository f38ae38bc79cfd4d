/** What a notice shows at the moment it is sent: rendered from the discussion as it stands, so no news is ever stale. */
import { agendaCard } from '../cards/agenda.ts';
import type { Card } from '../cards/bind.ts';
import { decisionCard } from '../cards/decisionInThread.ts';
import { deliveryCard } from '../cards/delivery.ts';
import { invitationCard } from '../cards/invitation.ts';
import { newsCard } from '../cards/news.ts';
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import { participants } from '../discussion/state/discussion.ts';
import { isDuty, isMessage, type MessageKind, type Notice, type TrackedNotice } from '../discussion/state/notice.ts';
import type { Participant } from '../discussion/state/people.ts';
import { overdueDuties } from '../discussion/debts/followUp.ts';
import { acknowledgementOf, isDone } from '../discussion/state/telling.ts';
import { isStillWanted } from './wanted.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { calendarFor } from './calendarFile.ts';
import { htmlPage } from '../documents/mailPage.ts';
import { proofsToPeople } from './proof.ts';
import { buttonsFor } from './newsButtons.ts';
import { purposeOf, type LinkPurpose } from './links.ts';
import { isSecureAddress } from '../directory/secureDomains.ts';
import { recordInTeams, recordLetter } from './recordLetter.ts';
import { howToChaseLetter, isOutcomeWithheld, referrerOutcomeLetter } from './referrerLetters.ts';
import { taskWords, type TaskNotice } from './taskWords.ts';
import { callsToMake } from './telephoneWords.ts';
import {
  agencyOutcomeLetter,
  invitationLetter,
  joiningLetter,
  stoodDownLetter,
  type AnswerLink,
  type Letter,
} from './letters.ts';
import { noticeKey } from './noticeKey.ts';
import type { CardContent, MailContent, Mailbox, MessageContent } from './message.ts';

/** What the rendering may look at besides the discussion. */
export interface Surroundings {
  readonly practice: Practice;
  readonly now: Instant;
  readonly notices: readonly TrackedNotice[];
}

/** Who may read a letter decides what it says. Others of an agency read its mailbox, however well protected that is. */
type Where = 'inTeams' | 'secureAddress' | 'otherAddress' | 'sharedMailbox';

/** What a message to one person may look at as well. `from` is the address it is sent from. */
export type PersonSurroundings = Surroundings & {
  readonly from: string;
  /** They have the meeting in their calendar from elsewhere, so they need no file for it. */
  readonly inCalendar: boolean;
  /** Whose addresses may be sent what identifies a child; a subdomain counts. */
  readonly secureDomains: readonly string[];
  readonly linkTo: (notice: Notice, purpose: LinkPurpose) => string;
};

/** The card of a place, as it stands now. `chairTeamsId` lets the chair's client open the decision form by itself. */
export const placeCard = (
  notice: Notice,
  d: Discussion,
  around: Surroundings & { readonly chairTeamsId: string | null },
): CardContent => {
  switch (notice.kind) {
    case 'agendaCard':
      return { card: agendaCard(d, around.practice, around.now), summary: `Strategy discussion ${d.reference}` };
    case 'decisionCard':
      return { card: decisionCard(d, around.practice, around.chairTeamsId), summary: `Decision on ${d.reference}` };
    case 'deliveryCard':
      return {
        card: deliveryCard(d, proofsToPeople(d, around.notices, around.now)),
        summary: `Who has been told about ${d.reference}`,
      };
    default:
      throw new Error(`${notice.id} is a message to a person, not a card of the place`);
  }
};

/** A message to one person; `superseded` when what happened since makes it pointless. */
export const personMessage = (
  notice: Notice,
  d: Discussion,
  around: PersonSurroundings,
): MessageContent | 'superseded' => {
  const { kind } = notice;
  if (!isMessage(kind)) throw new Error(`${notice.id} is not a message to a person`);
  if (!isStillWanted(notice, d, around.practice)) return 'superseded';
  if (kind === 'telephoneTask' && callsToMake(d, around).length === 0) return 'superseded';
  const message = { ...notice, kind };
  return { inTeams: () => teamsMessage(message, d, around, []), byEmail: (to) => mailMessage(message, d, around, to) };
};

type Message = Notice & { readonly kind: MessageKind };

/** A message that somebody has had in their own chat, wanted still or not, without the buttons whose verbs are in `used`. */
export const newsAsItStands = (
  notice: Notice,
  d: Discussion,
  around: Surroundings,
  used: readonly string[],
): Card | null => {
  const { kind } = notice;
  return isMessage(kind) ? teamsMessage({ ...notice, kind }, d, around, used).card : null;
};

const teamsMessage = (notice: Message, d: Discussion, around: Surroundings, used: readonly string[]) => {
  const { kind } = notice;
  const { subject, heading, lines } = letterFor(notice, d, around, 'inTeams');
  const overdue =
    d.stage === 'decided' ? overdueDuties(d, around.practice, notice.owedAt).map((duty) => duty.kind) : [];
  const card = isInvitation(kind)
    ? invitationCard(d, participantOf(notice, d), kind)
    : newsCard({
        reference: d.reference,
        notice: notice.id,
        nonce: noticeKey(notice.id),
        title: heading,
        lines,
        buttons: buttonsFor(notice, around.now, { overdue, used: [...used, ...settledVerbs(notice, d)] }),
      });
  return { card, summary: subject };
};

/** What there is no point in doing, or doing again. */
const settledVerbs = (notice: Message, d: Discussion): readonly string[] => [
  ...(acknowledgementOf(d.telling, notice.id) === null ? [] : ['notice.seen']),
  ...(isDuty(notice.kind) && isDone(d.telling, notice.kind) ? ['duty.done', 'notice.snooze'] : []),
  ...(isOutcomeWithheld(notice, d) ? ['disagreement.open'] : []),
];

const mailMessage = (notice: Message, d: Discussion, around: PersonSurroundings, to: Mailbox): MailContent => {
  const letter = letterFor(notice, d, around, readBy(to, around.secureDomains));
  const purpose = linkPurpose(notice, d, to);
  const link = purpose === null ? null : { words: linkWords[purpose], url: around.linkTo(notice, purpose) };
  return {
    ...emailOf({ ...letter, lines: withReference(letter, d.reference) }, link),
    calendar: around.inCalendar ? null : calendarFor(notice, d, { from: around.from, to: to.address }),
  };
};

/** No link where it would ask about an outcome that is not given, or serve whoever else reads the mailbox. */
const linkPurpose = (notice: Message, d: Discussion, { shared }: Mailbox): LinkPurpose | null =>
  isOutcomeWithheld(notice, d) || (shared && notice.recipient.to === 'referrer') ? null : purposeOf(notice.kind);

const readBy = ({ address, shared }: Mailbox, secureDomains: readonly string[]): Where => {
  if (shared) return 'sharedMailbox';
  return isSecureAddress(address, secureDomains) ? 'secureAddress' : 'otherAddress';
};

const isInvitation = (kind: MessageKind): kind is 'invitation' | 'meetingMoved' | 'joiningDetails' =>
  kind === 'invitation' || kind === 'meetingMoved' || kind === 'joiningDetails';

const linkWords: Readonly<Record<LinkPurpose, string>> = {
  reply: 'Answer this invitation',
  outcome: 'Say that you have read this, or that you disagree',
  chase: 'Say that you have heard nothing',
};

/** A letter names its discussion once, whoever wrote the lines. */
const withReference = ({ lines }: Letter, reference: string): readonly string[] =>
  lines.some((line) => line.includes(reference)) ? lines : [...lines, `The reference is ${reference}.`];

const emailOf = ({ subject, heading, lines }: Letter, link: AnswerLink | null) => ({
  subject,
  text: `${[heading, ...lines, ...(link === null ? [] : [`${link.words}:\n${link.url}`])].join('\n\n')}\n`,
  html: htmlPage(heading, lines, link),
});

const letterFor = (notice: Message, d: Discussion, around: Surroundings, where: Where): Letter => {
  const { practice } = around;
  const { kind, rule } = notice;
  const secure = where === 'inTeams' || where === 'secureAddress';
  const reader = { name: readerName(notice, d), secure, shared: where === 'sharedMailbox' };
  switch (kind) {
    case 'invitation':
    case 'meetingMoved':
      return invitationLetter(d, participantOf(notice, d), reader, kind === 'meetingMoved');
    case 'joiningDetails':
      return joiningLetter(d, reader);
    case 'stoodDown':
      return stoodDownLetter(d, reader);
    case 'howToChase':
      return howToChaseLetter(d, practice, reader, rule);
    case 'outcome':
      return notice.recipient.to === 'referrer'
        ? referrerOutcomeLetter(decided(notice, d), practice, reader)
        : agencyOutcomeLetter(decided(notice, d), practice, reader);
    case 'record': {
      const recorded = decided(notice, d);
      return where === 'inTeams' ? recordInTeams(recorded, practice, reader) : recordLetter(recorded, practice, reader);
    }
    default: {
      const task: TaskNotice = { ...notice, kind };
      const { heading, lines } = taskWords(task, d, { ...around, secure });
      return { subject: `${heading}: ${d.reference}`, heading, lines };
    }
  }
};

const decided = ({ id }: Notice, d: Discussion): Decided => {
  if (d.stage !== 'decided') throw new Error(`${id} is about a decision, and ${d.reference} is ${d.stage}`);
  return d;
};

const participantOf = ({ id, recipient }: Notice, d: Discussion): Participant => {
  const found = recipient.to === 'person' ? participants(d).find((p) => p.personId === recipient.personId) : undefined;
  if (found === undefined) throw new Error(`${id} is owed to nobody the discussion knows`);
  return found;
};

const readerName = (notice: Notice, d: Discussion): string =>
  notice.recipient.to === 'referrer' ? d.referral.referrer.name : participantOf(notice, d).name;
