import { z } from 'zod';
import { formatLondon } from '../practice/calendar.ts';
import type { Instant } from '../practice/instant.ts';
import type { Discussion } from '../discussion/discussion.ts';
import { participants } from '../discussion/discussion.ts';
import { messageKinds, type MessageKind, type Route, type TrackedNotice } from '../discussion/notice.ts';
import { longestThatFits, plain, said, template, type Card } from './bind.ts';

const bind = template(
  'delivery',
  z.object({
    reference: plain,
    summary: said,
    rows: z.array(z.object({ who: said, what: said, state: said, detail: said, colour: plain })),
  }),
);

/** How many rows fit a card, fewer where names are long; the rest is counted, never dropped in silence. */
const rowCounts = [25, 15, 8];

/** Who is owed what, by when, and what has become of it: what is not settled first, then outcomes; the rest is counted. */
export const deliveryCard = (d: Discussion, notices: readonly TrackedNotice[], now: Instant): Card => {
  const messages = notices.filter((n) => isMessage(n.notice.kind) && n.delivery.status !== 'superseded');
  const waiting = messages.filter((n) => n.delivery.status !== 'sent');
  const outcomes = messages.filter((n) => n.delivery.status === 'sent' && n.notice.kind === 'outcome');
  const others = messages.filter((n) => n.delivery.status === 'sent' && n.notice.kind !== 'outcome');
  const listed = [...waiting, ...outcomes, ...others];
  const sent = `${messages.length - waiting.length} of ${messages.length} sent.`;
  return longestThatFits(rowCounts, (length) =>
    bind({
      reference: d.reference,
      summary: listed.length > length ? `${sent} ${listed.length - length} more are not listed here.` : sent,
      rows: listed.slice(0, length).map((n) => ({ ...rowOf(n, now), who: nameOf(d, n) })),
    }),
  );
};

const isMessage = (kind: string): kind is MessageKind => (messageKinds as readonly string[]).includes(kind);

const whatWords: Readonly<Record<MessageKind, string>> = {
  invitation: 'Invitation',
  meetingMoved: 'New time',
  stoodDown: 'Stood down',
  outcome: 'Outcome',
};
const routeWords: Readonly<Record<Route, string>> = {
  teams: 'in Teams',
  email: 'by e-mail',
  telephone: 'by telephone',
};

const nameOf = (d: Discussion, { notice }: TrackedNotice): string => {
  const { recipient } = notice;
  switch (recipient.to) {
    case 'referrer':
      return 'The referrer';
    case 'place':
      return 'This thread';
    case 'person': {
      const person = participants(d).find((p) => p.personId === recipient.personId);
      return person === undefined ? 'Somebody invited' : `${person.name}, ${person.agency}`;
    }
    default: {
      const unknown: never = recipient;
      throw new Error(`unknown recipient ${JSON.stringify(unknown)}`);
    }
  }
};

const rowOf = ({ notice, delivery }: TrackedNotice, now: Instant) => {
  const due =
    notice.deadline === null
      ? ''
      : ` by ${formatLondon(notice.deadline)}${notice.rule === null ? '' : ` (${notice.rule})`}`;
  const late = notice.deadline !== null && notice.deadline < now;
  const what = `${isMessage(notice.kind) ? whatWords[notice.kind] : notice.kind}${due}`;
  const last = delivery.attempts.at(-1);
  switch (delivery.status) {
    case 'sent':
      return { what, state: `Sent ${routeWords[delivery.route]}`, detail: formatLondon(delivery.at), colour: 'Good' };
    case 'telephone':
      return {
        what,
        state: 'Telephone them: no message can reach them',
        detail: last?.detail ?? '',
        colour: 'Attention',
      };
    case 'owed':
    case 'sending':
      return last === undefined
        ? { what, state: late ? 'Owed, and late' : 'Owed', detail: 'On its way', colour: late ? 'Attention' : 'Accent' }
        : {
            what,
            state: late ? 'Not sent, and late' : 'Not sent yet',
            detail: `${last.detail}. Trying again.`,
            colour: late ? 'Attention' : 'Warning',
          };
    case 'superseded':
      return { what, state: 'No longer needed', detail: '', colour: 'Default' };
    default: {
      const unknown: never = delivery;
      throw new Error(`unknown delivery ${JSON.stringify(unknown)}`);
    }
  }
};
