/**
 * Looks at the messages of one commit shortly before their deadline, and tells the service manager of those not known to
 * have arrived. It needs nothing but the notices themselves: the discussion may be the very thing that cannot be read.
 */
import { messageCard } from '../cards/message.ts';
import type { Notice, NoticeId, TrackedNotice } from '../discussion/state/notice.ts';
import { watchedUntil } from '../discussion/debts/escalate.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { plusMillis, type Instant } from '../practice/time/instant.ts';
import { htmlPage } from '../documents/mailPage.ts';
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
  const watched = all.filter((n) => n.version === own?.version && isWatched(n, escalation));
  const open = watched.filter((n) => n.notice.owedAt <= now && isOpen(n) && !isTold(n.notice.id));
  const late = watched.filter(isSentLate).length;
  if (open.length === 0 && late === 0) return 'superseded';
  if (open.length > 0 && open.every((n) => isUnderWay(n, now))) return plusMillis(now, lookAgainMs);
  return letterAbout(own?.reference ?? '', escalation.deadline, { open, late, now });
};

const isWatched = ({ notice }: TrackedNotice, escalation: Notice): boolean =>
  escalation.deadline !== null && watchedUntil(notice) === escalation.deadline;

const isOpen = ({ delivery }: TrackedNotice): boolean => delivery.status !== 'sent' && delivery.status !== 'superseded';

/** Nobody could be told in time, for nothing of ours was running: at least they hear of it. */
const isSentLate = ({ notice, delivery }: TrackedNotice): boolean =>
  delivery.status === 'sent' && delivery.at > (watchedUntil(notice) ?? delivery.at);

const isUnderWay = ({ delivery }: TrackedNotice, now: Instant): boolean =>
  delivery.status === 'sending' && delivery.leaseUntil > now;

/** Says nothing about the child or the people concerned: the card in the discussion's thread does. */
const letterAbout = (
  reference: string,
  deadline: Instant | null,
  { open, late, now }: { readonly open: readonly TrackedNotice[]; readonly late: number; readonly now: Instant },
): MessageContent => {
  const passed = deadline !== null && deadline <= now;
  const due = deadline === null ? '' : formatLondon(deadline);
  const rules = [...new Set(open.flatMap(({ notice }) => notice.rule ?? []))];
  const why = rules.length === 0 ? '' : ` (${rules.join(', ')})`;
  const inState = (status: TrackedNotice['delivery']['status']): number =>
    open.filter(({ delivery }) => delivery.status === status).length;
  const heading = `Messages about ${reference} ${passed ? 'were' : 'may'} not ${passed ? '' : 'be '}delivered in time`;
  const lines = [
    ...said(
      open.length,
      `about strategy discussion ${reference} ${passed ? 'was' : 'is'} due by ${due}${why}. We cannot confirm that it has arrived.`,
    ),
    ...said(
      late,
      `about strategy discussion ${reference} should have arrived by ${due} and was delivered later than that.`,
    ),
    ...said(inState('telephone'), 'can be passed on by telephone only. The chair has been asked to.'),
    ...said(inState('maybe'), 'may have arrived, but nobody confirmed it.'),
    'What you can do: open the discussion in Teams. The card “Who has been told” names everybody concerned.',
    ...(open.length > 0 ? ['Have them telephoned.'] : []),
  ];
  return {
    inTeams: () => ({ card: messageCard({ title: heading, lines }), summary: heading }),
    byEmail: () => ({
      subject: heading,
      text: `${[heading, ...lines].join('\n\n')}\n`,
      html: htmlPage(heading, lines),
    }),
  };
};

/** Nothing to say about none. */
const said = (count: number, what: string): readonly string[] =>
  count === 0 ? [] : [`${count === 1 ? 'One message' : `Each of ${count} messages`} ${what}`];
