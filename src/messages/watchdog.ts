/**
 * Looks at the messages of one commit shortly before their deadline, and tells the service manager of those not known to
 * have arrived. It needs nothing but the notices themselves: the discussion may be the very thing that cannot be read.
 */
import type { Notice, NoticeId, TrackedNotice } from '../discussion/state/notice.ts';
import { watchedUntil } from '../discussion/debts/escalate.ts';
import { plusMillis, type Instant } from '../practice/time/instant.ts';
import { isWatched } from './catalogue.ts';
import { escalationLetter, escalationMessage } from './escalation.ts';
import type { MessageContent } from './message.ts';

/** A message under way will be settled, or its lease run out, within two of these. */
const lookAgainMs = 30_000;

/**
 * What to tell; `superseded` when all has arrived; an instant to look again while the last are being sent.
 * `isTold`: somebody was told by telephone.
 */
export const escalationFor = (
  escalation: Notice,
  all: readonly TrackedNotice[],
  now: Instant,
  isTold: (id: NoticeId) => boolean,
): MessageContent | 'superseded' | Instant => {
  const own = all.find((n) => n.notice.id === escalation.id);
  const watched = all.filter((n) => n.version === own?.version && isUnder(n, escalation));
  const open = watched.filter((n) => n.notice.owedAt <= now && isOpen(n) && !isTold(n.notice.id));
  const late = watched.filter(isSentLate).length;
  if (open.length === 0 && late === 0) return 'superseded';
  if (open.length > 0 && open.every((n) => isUnderWay(n, now))) return plusMillis(now, lookAgainMs);
  return escalationMessage(escalationLetter(own?.reference ?? '', escalation.deadline, { open, late, now }));
};

const isUnder = ({ notice }: TrackedNotice, escalation: Notice): boolean =>
  escalation.deadline !== null && watchedUntil(notice, isWatched) === escalation.deadline;

const isOpen = ({ delivery }: TrackedNotice): boolean => delivery.status !== 'sent' && delivery.status !== 'superseded';

/** Nobody could be told in time, for nothing of ours was running: at least they hear of it. */
const isSentLate = ({ notice, delivery }: TrackedNotice): boolean =>
  delivery.status === 'sent' && delivery.at > (watchedUntil(notice, isWatched) ?? delivery.at);

const isUnderWay = ({ delivery }: TrackedNotice, now: Instant): boolean =>
  delivery.status === 'sending' && delivery.leaseUntil > now;
