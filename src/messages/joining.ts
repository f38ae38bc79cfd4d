/** How messages go together with the link to an online meeting: those that tell of it wait for it, within bounds. */
import type { Discussion } from '../discussion/state/discussion.ts';
import { isMessage, type Notice } from '../discussion/state/notice.ts';
import { isMetOnline, linkAwaitedUntil } from '../discussion/state/onlineMeeting.ts';
import { millis, plusMillis, second, type Instant } from '../practice/time/instant.ts';
import type { Catalogue, View } from './kind.ts';

const soonestMs = second;
const latestMs = 10 * second;

const saysHowToJoin = ({ kind }: Notice, catalogue: Catalogue): boolean =>
  isMessage(kind) && catalogue[kind].saysHowToJoin;

/** When to look again for the link this message should carry; null where it can go now, with the link or without. */
export const waitForLink = (notice: Notice, d: Discussion, now: Instant, catalogue: Catalogue): Instant | null => {
  const until = saysHowToJoin(notice, catalogue) ? linkAwaitedUntil(d, notice.owedAt, now) : null;
  if (until === null) return null;
  const waited = millis(now) - millis(notice.owedAt);
  const again = plusMillis(now, Math.round(Math.min(latestMs, Math.max(soonestMs, waited / 2))));
  return again < until ? again : until;
};

/**
 * Whether how to join is news for this reader: anything the convenor has changed is; the link of an online meeting only
 * for those who may have been told of the meeting before it had one.
 */
export const isNewsOfJoining = ({
  notice,
  d,
  notices,
  catalogue,
}: Pick<View, 'notice' | 'd' | 'notices' | 'catalogue'>): boolean => {
  if (!isMetOnline(d)) return true;
  const { onlineMeeting } = d.arrangement;
  if (onlineMeeting === null) return false;
  return notices.some(
    ({ notice: other, delivery }) =>
      saysHowToJoin(other, catalogue) &&
      isSameReader(other, notice) &&
      delivery.attempts.some(
        ({ at, result }) => (result === 'sent' || result === 'unknown') && at <= onlineMeeting.madeAt,
      ),
  );
};

const isSameReader = (a: Notice, b: Notice): boolean =>
  a.recipient.to === 'person' && b.recipient.to === 'person' && a.recipient.personId === b.recipient.personId;
