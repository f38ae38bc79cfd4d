/** What the chair is asked to say by telephone, because no message could be delivered: once to each person. */
import { recipientName } from '../words/recipients.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { MessageKind, Notice, Recipient, TrackedNotice } from '../discussion/state/notice.ts';
import { callAbout } from '../discussion/state/telling.ts';
import { isStillWanted } from './wanted.ts';
import type { Instant } from '../practice/time/instant.ts';
import { isOutcomeWithheld } from './referrerLetters.ts';

interface Given {
  readonly practice: Practice;
  readonly now: Instant;
  readonly notices: readonly TrackedNotice[];
}

/** The latest for each person of what has not been overtaken. Whoever was told the latest by telephone was told all. */
export const callsToMake = (d: Discussion, { practice, notices }: Given): readonly Notice[] => {
  const isTold = ({ id }: Notice): boolean => callAbout(d.telling, id) !== undefined;
  const askedFor = notices
    .map(({ notice }) => notice)
    .filter((notice) => d.telling.toTelephone.includes(notice.id))
    .filter((notice) => isTold(notice) || isStillWanted(notice, d, practice))
    .toSorted((a, b) => Number(a.owedAt > b.owedAt) - Number(a.owedAt < b.owedAt));
  return [...new Map(askedFor.map((notice) => [whom(notice.recipient), notice])).values()].filter((n) => !isTold(n));
};

const whom = (recipient: Recipient): string => (recipient.to === 'person' ? recipient.personId : recipient.to);

export const telephoneWords = (d: Discussion, given: Given) => ({
  heading: 'Please telephone',
  lines: [
    'We could not deliver a message to these people. When you have telephoned, record here whom you spoke to.',
    ...callsToMake(d, given).map((notice) => callWords(notice, d, given.now)),
  ],
});

const callWords = (notice: Notice, d: Discussion, now: Instant): string => {
  const { recipient, deadline, rule } = notice;
  const who = recipient.to === 'referrer' ? 'the referrer' : recipientName(d, recipient);
  const when = deadline === null || deadline <= now ? 'as soon as you can' : `before ${formatLondon(deadline)}`;
  return `Telephone ${who}, ${when}. Tell them ${what(notice, d)}${rule === null ? '' : ` (${rule})`}.`;
};

const what = (notice: Notice, d: Discussion): string =>
  isOutcomeWithheld(notice, d)
    ? 'that we have looked into it'
    : (callAboutWhat[notice.kind as MessageKind] ?? 'that we have a message for them about the discussion');

const callAboutWhat: Readonly<Partial<Record<MessageKind, string>>> = {
  invitation: 'that they are invited',
  meetingMoved: 'the new time',
  stoodDown: 'that the discussion is not going ahead',
  outcome: 'the outcome',
  record: 'what was recorded',
  howToChase: 'that their referral has come in, and how to ask about it',
  replyChaser: 'that we need their reply',
  joiningDetails: 'how to join the meeting',
};
