/** What the service manager is told of messages that may not arrive in time: nothing about the child or the people concerned. */
import { z } from 'zod';
import { messageCard } from '../cards/message.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { TrackedNotice } from '../discussion/state/notice.ts';
import { mailPage } from '../documents/mailPage.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { minute, plusMillis, type Instant } from '../practice/time/instant.ts';
import { cite } from '../words/citation.ts';
import { writeLetter, type Letter, type LetterFile } from './file/letterFile.ts';
import { inWriting, maybe, text, yesNo } from './letter.ts';
import type { MessageContent } from './message.ts';

const schema = z.object({
  reference: text,
  /** The deadline has. */
  passed: yesNo,
  due: text,
  /** `One message`, `Each of 3 messages`; null for none. */
  open: maybe,
  late: maybe,
  byTelephone: maybe,
  unconfirmed: maybe,
  rules: maybe,
});

export const escalationFile: LetterFile = { name: 'escalation', schema };

/** Messages of one commit: those not known to have arrived, and how many were delivered late. */
interface Undelivered {
  readonly open: readonly TrackedNotice[];
  readonly late: number;
  readonly now: Instant;
}

export const escalationLetter = (
  reference: string,
  deadline: Instant | null,
  { open, late, now }: Undelivered,
): Letter => {
  const inState = (status: TrackedNotice['delivery']['status']): number =>
    open.filter(({ delivery }) => delivery.status === status).length;
  const rules = [...new Set(open.flatMap(({ notice }) => notice.rule ?? []))];
  const data: z.input<typeof schema> = {
    reference,
    passed: deadline !== null && deadline <= now,
    due: deadline === null ? '' : formatLondon(deadline),
    open: counted(open.length),
    late: counted(late),
    byTelephone: counted(inState('telephone')),
    unconfirmed: counted(inState('maybe')),
    rules: rules.length === 0 ? null : rules.map(cite).join(' '),
  };
  return writeLetter(escalationFile, data);
};

/** The same wherever it is read. */
export const escalationMessage = (letter: Letter): MessageContent => ({
  inTeams: () => ({ card: messageCard({ title: letter.heading, lines: letter.lines }), summary: letter.subject }),
  byEmail: () => {
    const { subject, heading, lines } = inWriting(letter);
    return { subject, ...mailPage({ heading, lines, link: null }) };
  },
});

/**
 * What the service manager is told of a discussion: the letter, while there is one to write; `superseded` once there is none;
 * when to look again, where the discussion cannot be read just now.
 */
export const aboutDiscussion = (
  d: Discussion | null,
  now: Instant,
  write: (d: Discussion) => Letter | null,
): MessageContent | 'superseded' | Instant => {
  if (d === null) return plusMillis(now, minute);
  const letter = write(d);
  return letter === null ? 'superseded' : escalationMessage(letter);
};

/** Nothing to say about none. */
const counted = (count: number): string | null => {
  if (count === 0) return null;
  return count === 1 ? 'One message' : `Each of ${count} messages`;
};
