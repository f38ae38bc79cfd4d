/** What a message says at the moment it is sent: made from the discussion as it stands, so no news is ever stale. */
import type { Card } from '../cards/bind.ts';
import { isSecureAddress } from '../directory/secureDomains.ts';
import type { Ring } from '../directory/ring.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { isMessage, type Notice } from '../discussion/state/notice.ts';
import { mailPage } from '../documents/mailPage.ts';
import { meetingCalendar } from '../documents/meetingCalendar.ts';
import { buttonsFor } from './buttons.ts';
import { catalogue } from './catalogue.ts';
import type { LetterOf, Reader, Setting, View } from './kind.ts';
import { inWriting, participantOf } from './letter.ts';
import type { LinkPurpose } from './links.ts';
import type { CardContent, Enclosure, Mailbox, MailContent, MessageContent } from './message.ts';
import { isStillWanted } from './wanted.ts';
import { joinUrlOf } from '../words/whereWords.ts';

/** What a message to one person may look at as well. `from` is the address it is sent from. */
export interface PersonSetting extends Setting {
  readonly from: string;
  /** They have the meeting in their calendar from elsewhere, so they need no file for it. */
  readonly inCalendar: boolean;
  /** Whose addresses may be sent what identifies a child; a subdomain counts. */
  readonly secureDomains: readonly string[];
  /** Whom they can ring about it; null where no number is known. */
  readonly ring: Ring | null;
  readonly linkTo: (notice: Notice, purpose: LinkPurpose) => string;
  /** What opens the record on its page. */
  readonly codeFor: (notice: Notice) => string;
  /** The signed record, in the edition that is its reader’s. */
  readonly recordFor: (notice: Notice) => Enclosure;
}

/** A message to one person; `superseded` when what happened since makes it pointless. */
export const personMessage = (notice: Notice, d: Discussion, setting: PersonSetting): MessageContent | 'superseded' => {
  const view = viewOf(notice, d, setting);
  if (view === null) throw new Error(`${notice.id} is not a message to a person`);
  if (!isStillWanted(view)) return 'superseded';
  return { inTeams: () => inTeams(view, []), byEmail: (to) => byEmail(view, setting, to) };
};

/** A message that somebody has had in their own chat, wanted still or not, without the buttons whose verbs are in `used`. */
export const newsAsItStands = (
  notice: Notice,
  d: Discussion,
  setting: Setting,
  used: readonly string[],
): Card | null => {
  const view = viewOf(notice, d, setting);
  return view === null ? null : inTeams(view, used).card;
};

/** The same look at a discussion for every message; null for a notice that is none. */
export const viewOf = (
  notice: Notice,
  d: Discussion,
  { practice, now, notices, available = [] }: Setting,
): View | null => {
  const { kind } = notice;
  return isMessage(kind) ? { notice: { ...notice, kind }, d, practice, now, notices, available, catalogue } : null;
};

const inTeams = (view: View, used: readonly string[]): CardContent & { readonly card: Card } => {
  const reader: Reader = { name: readerName(view), inTeams: true, secure: true, shared: false };
  const chosen = letterFor(view, reader);
  const letter = chosen.write(view, reader);
  const { card, buttons } = catalogue[view.notice.kind];
  const shown = buttonsFor(view, chosen.buttons ?? buttons, letter.buttons, used);
  return { card: card({ view, letter, buttons: shown }), summary: letter.subject };
};

const byEmail = (view: View, setting: PersonSetting, to: Mailbox): MailContent => {
  const { notice, d } = view;
  const secure = !to.shared && isSecureAddress(to.address, setting.secureDomains);
  const reader: Reader = { name: readerName(view), inTeams: false, secure, shared: to.shared };
  const chosen = letterFor(view, reader);
  const { subject, heading, lines, link: words } = inWriting(chosen.write(view, reader));
  const { link: purpose, calendar, encloses, carries } = catalogue[notice.kind];
  const isAnswered = purpose !== null && chosen.link;
  if (isAnswered && words === null) throw new Error(`${chosen.file.name} has no words for its link`);
  const link = isAnswered && words !== null ? { words, url: setting.linkTo(notice, purpose) } : null;
  const people = { organiser: setting.from, attendee: to.address };
  return {
    subject,
    ...mailPage({
      heading,
      lines: [...(carries === 'code' && !to.shared ? [setting.codeFor(notice)] : []), ...lines],
      link,
      ring: setting.ring,
      joinUrl: joinUrlOf(d),
    }),
    ...(encloses === 'record' && secure ? { encloses: setting.recordFor(notice) } : {}),
    calendar: calendar && !setting.inCalendar ? meetingCalendar(d, people, notice.owedAt) : null,
  };
};

const letterFor = (view: View, reader: Reader): LetterOf => catalogue[view.notice.kind].letter.choose(view, reader);

export const readerName = (view: View): string =>
  view.notice.recipient.to === 'referrer' ? view.d.referral.referrer.name : participantOf(view).name;
