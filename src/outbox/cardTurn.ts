/** Which of several notices of one card, or one calendar entry, is sent, and in place of what. */
import type { TrackedNotice } from '../discussion/state/notice.ts';
import { plusMillis, type Instant, second } from '../practice/time/instant.ts';

/**
 * A card in the place where the discussion lives is one message, as the meeting is one entry in a calendar: the first
 * notice of its kind posts it, later ones update it. Each is rendered from the current state, so only the newest is worth
 * sending.
 */
export type CardTurn =
  /** Send it, replacing the message with this id, or as a new message. */
  | { readonly turn: 'send'; readonly replaces: string | null }
  /** Another one of its kind is under way; two at once could leave the older state on show. */
  | { readonly turn: 'wait'; readonly until: Instant }
  /** A newer one of its kind will show everything this one would. */
  | { readonly turn: 'superseded' };

/** How soon to look again while another card of the kind is being sent. */
const lookAgainMs = second;

/** What to do with a claimed card notice, given all notices of its discussion in the order they were owed. */
export const cardTurn = (claimed: TrackedNotice, all: readonly TrackedNotice[], now: Instant): CardTurn => {
  const kin = all.filter(
    (n) => n.notice.kind === claimed.notice.kind && n.notice.recipient.to === claimed.notice.recipient.to,
  );
  const position = kin.findIndex((n) => n.notice.id === claimed.notice.id);
  const earlier = kin.slice(0, position).filter((n) => n.delivery.status !== 'superseded');
  // One that was shown, owed again and then overtaken is superseded, and its message is still the one to update.
  const onShow = lastReceipt(kin.slice(0, position + 1));
  const [first] = earlier;
  if (first === undefined && onShow === null) return { turn: 'send', replaces: null };
  if (position < kin.length - 1) return { turn: 'superseded' };

  const soon = plusMillis(now, lookAgainMs);
  if (earlier.some((n) => n.delivery.status === 'sending')) return { turn: 'wait', until: soon };
  if (onShow === null && first !== undefined && 'nextAttemptAt' in first.delivery) {
    const { nextAttemptAt } = first.delivery;
    return { turn: 'wait', until: nextAttemptAt > soon ? nextAttemptAt : soon };
  }
  return { turn: 'send', replaces: onShow };
};

/** The message on show: the newest sent, which is the first one unless that was deleted and posted anew. */
const lastReceipt = (notices: readonly TrackedNotice[]): string | null =>
  notices.map(receiptOf).findLast((r) => r !== null) ?? null;

/** A card shown before and owed again (`Store.showAgain`) still knows its message from its attempts. */
const receiptOf = ({ delivery }: TrackedNotice): string | null =>
  delivery.status === 'sent'
    ? delivery.receipt
    : (delivery.attempts.findLast((attempt) => attempt.receipt !== null)?.receipt ?? null);
