/** What a notice shows at the moment it is sent: rendered from the discussion as it stands, so no news is ever stale. */
import { agendaCard } from '../cards/agenda.ts';
import { decisionCard } from '../cards/decision.ts';
import { deliveryCard } from '../cards/delivery.ts';
import { invitationCard } from '../cards/invitation.ts';
import { messageCard } from '../cards/message.ts';
import type { Discussion } from '../discussion/discussion.ts';
import { participants } from '../discussion/discussion.ts';
import type { Notice, TrackedNotice } from '../discussion/notice.ts';
import type { Participant } from '../discussion/people.ts';
import type { Instant } from '../practice/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { CardContent, MessageContent } from './deliver.ts';
import { htmlPage } from './html.ts';
import { isSecureAddress } from './secure.ts';
import { invitationLetter, outcomeLetter, stoodDownLetter, type Letter } from './words.ts';

/** What the rendering may look at besides the discussion. */
export interface Surroundings {
  readonly practice: Practice;
  readonly now: Instant;
}

/** The card of a place, as it stands now. `chairTeamsId` lets the chair's client open the decision form by itself. */
export const placeCard = (
  notice: Notice,
  d: Discussion,
  around: Surroundings & { readonly notices: readonly TrackedNotice[]; readonly chairTeamsId: string | null },
): CardContent => {
  switch (notice.kind) {
    case 'agendaCard':
      return { card: agendaCard(d, around.practice, around.now), summary: `Strategy discussion ${d.reference}` };
    case 'decisionCard':
      return { card: decisionCard(d, around.practice, around.chairTeamsId), summary: `Decision on ${d.reference}` };
    case 'deliveryCard':
      return { card: deliveryCard(d, around.notices, around.now), summary: `Who has been told about ${d.reference}` };
    case 'invitation':
    case 'meetingMoved':
    case 'stoodDown':
    case 'outcome':
      throw new Error(`${notice.id} is a message to a person, not a card of the place`);
    default: {
      const unknown: never = notice.kind;
      throw new Error(`no card for ${JSON.stringify(unknown)}`);
    }
  }
};

/** A message to one person; `superseded` when what happened since makes it pointless. `email` is where it would go. */
export const personMessage = (
  notice: Notice,
  d: Discussion,
  around: Surroundings & { readonly email: string | null },
): MessageContent | 'superseded' => {
  switch (notice.kind) {
    case 'invitation':
    case 'meetingMoved':
      return d.stage === 'decided' || d.stage === 'stoodDown' ? 'superseded' : invitation(notice, d, around.email);
    case 'stoodDown':
      return letter(
        stoodDownLetter(d, reader(notice, d, around.email)),
        `Strategy discussion ${d.reference} is not going ahead`,
      );
    case 'outcome':
      return outcome(notice, d, around);
    case 'agendaCard':
    case 'decisionCard':
    case 'deliveryCard':
      throw new Error(`${notice.id} is a card of the place, not a message to a person`);
    default: {
      const unknown: never = notice.kind;
      throw new Error(`nothing to say for ${JSON.stringify(unknown)}`);
    }
  }
};

const invitation = (notice: Notice, d: Discussion, email: string | null): MessageContent => {
  const to = participantOf(notice, d);
  const moved = notice.kind === 'meetingMoved';
  const written = invitationLetter(d, to, reader(notice, d, email), moved);
  return {
    ...letter(written, written.subject),
    card: invitationCard(d, to, moved ? 'meetingMoved' : 'invitation'),
  };
};

const outcome = (
  notice: Notice,
  d: Discussion,
  { practice, email }: Surroundings & { readonly email: string | null },
): MessageContent => {
  if (d.stage !== 'decided') throw new Error(`an outcome is owed for ${d.reference}, which is ${d.stage}`);
  const to = notice.recipient.to === 'referrer' ? 'referrer' : 'agency';
  return letter(
    outcomeLetter(d, practice, reader(notice, d, email), to),
    `Outcome of strategy discussion ${d.reference}`,
  );
};

const participantOf = (notice: Notice, d: Discussion): Participant => {
  const { recipient } = notice;
  const found = recipient.to === 'person' ? participants(d).find((p) => p.personId === recipient.personId) : undefined;
  if (found === undefined) throw new Error(`${notice.id} is owed to nobody the discussion knows`);
  return found;
};

const reader = (notice: Notice, d: Discussion, email: string | null) => ({
  name: notice.recipient.to === 'referrer' ? d.referral.referrer.name : participantOf(notice, d).name,
  secure: isSecureAddress(email),
});

const letter = ({ subject, heading, lines }: Letter, summary: string): MessageContent => ({
  email: { subject, text: `${[heading, ...lines].join('\n\n')}\n`, html: htmlPage(heading, lines) },
  card: messageCard({ title: heading, lines }),
  summary,
});
