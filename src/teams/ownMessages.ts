/**
 * What people do about a message in their own chat: read it, put it off, report something done, disagree. They may not
 * be allowed to open the discussion, so the answer is the message itself, with what they can still do about it.
 */
import { z } from 'zod';
import { withProblems } from '../cards/bind.ts';
import { withConfirmation } from '../cards/confirmation.ts';
import { disputeCard, disputeForm } from '../cards/dispute.ts';
import { duties } from '../words/dutyWords.ts';
import { readForm } from '../cards/form.ts';
import { messageCard } from '../cards/message.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { Command } from '../discussion/commands/command.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { dutyKinds, type Notice, type TrackedNotice } from '../discussion/state/notice.ts';
import type { Actor } from '../discussion/state/people.ts';
import { putOffUntil } from '../messages/buttons.ts';
import { newsAsItStands } from '../messages/render.ts';
import type { Answer, Edges, Handler, Press } from './edges.ts';
import { asTyped, carriedBy, commandKey, formAgain, readHeader, refusalCard } from './reading.ts';

const carried = z.object({
  notice: z.string().max(300).optional(),
  choice: z.string().max(40).optional(),
});

interface Own {
  readonly notice: Notice;
  readonly notices: readonly TrackedNotice[];
}

const ownMessage = async (press: Press, edges: Edges): Promise<Own | null> => {
  const { notice: id = '' } = carriedBy(carried, press);
  const notices = await edges.store.notices(readHeader(press).reference);
  const notice = notices.find((tracked) => tracked.notice.id === id)?.notice;
  return notice === undefined ? null : { notice, notices };
};

/** A message is shown again to whoever it was sent to, whatever id somebody else puts on a button. */
const isReader = ({ recipient }: Notice, d: Discussion, { personId }: Actor): boolean =>
  recipient.to === 'person'
    ? recipient.personId === personId
    : recipient.to === 'referrer' && d.referral.referrer.personId === personId;

/** The message as things stand now, without the buttons that `used` names; null for anybody else's. */
const shownAgain = (own: Own | null, d: Discussion, press: Press, edges: Edges, used: readonly string[]) => {
  if (own === null || !isReader(own.notice, d, press.who.actor)) return null;
  const around = { practice: edges.conduct.practiceOf(d), now: edges.clock(), notices: own.notices };
  return newsAsItStands(own.notice, d, around, used);
};

const unknown = (press: Press): Answer => ({
  card: refusalCard({ code: 'unknownDiscussion', reference: readHeader(press).reference }),
});

const show: Handler = async (press, edges) => {
  const d = await edges.conduct.current(readHeader(press).reference);
  const own = await ownMessage(press, edges);
  const card = d === null ? null : shownAgain(own, d, press, edges, []);
  return card === null ? unknown(press) : { card };
};

interface Deed {
  readonly command: Command;
  readonly done: string;
  /** Verbs that have had their effect, where the record does not show it. */
  readonly used?: readonly string[];
}

/** Carries it out; a refusal leaves the message and its buttons as they are, and says why. */
const answered = async (press: Press, edges: Edges, own: Own, { command, done, used = [] }: Deed): Promise<Answer> => {
  const { reference } = readHeader(press);
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'done') {
    const card = shownAgain(own, acted.discussion, press, edges, used);
    return card === null ? unknown(press) : { card: withConfirmation(card, done) };
  }
  const d = await edges.conduct.current(reference);
  const card = d === null ? null : shownAgain(own, d, press, edges, []);
  if (card === null) return { card: refusalCard(acted.refusal) };
  return { card: withProblems(card, refusalWords(acted.refusal), 'That cannot be done') };
};

const withOwn = async (press: Press, edges: Edges, deed: (own: Own) => Deed): Promise<Answer> => {
  const own = await ownMessage(press, edges);
  return own === null ? unknown(press) : answered(press, edges, own, deed(own));
};

const seen: Handler = (press, edges) =>
  withOwn(press, edges, ({ notice }) => ({
    command: { kind: 'acknowledge', notice },
    done: 'It is recorded that you have read this.',
  }));

const snooze: Handler = (press, edges) =>
  withOwn(press, edges, ({ notice }) => ({
    command: { kind: 'snooze', notice, until: putOffUntil(carriedBy(carried, press).choice ?? '', edges.clock()) },
    done: 'You will be reminded again.',
    used: ['notice.snooze'],
  }));

const done: Handler = (press, edges) => {
  const duty = dutyKinds.find((kind) => kind === carriedBy(carried, press).choice);
  if (duty === undefined) return Promise.resolve({ card: refusalCard({ code: 'notYourMessage' }) });
  return withOwn(press, edges, ({ notice }) => ({
    command: { kind: 'reportDone', notice, duty },
    done: `It is recorded that ${duties[duty].done}.`,
  }));
};

const disputeOf = (press: Press): Parameters<typeof disputeCard>[0] => {
  const { choice, notice = '' } = carriedBy(carried, press);
  const kind = choice === 'heardNothing' ? 'heardNothing' : 'disagrees';
  return { reference: readHeader(press).reference, notice, choice: kind };
};

const openDispute: Handler = (press, edges) => Promise.resolve({ card: disputeCard(disputeOf(press), edges.newId()) });

/** What was typed stays on the form until the chair has it; then the message it is about is back. */
const sendDispute: Handler = async (press, edges) => {
  const { reference, nonce } = readHeader(press);
  const about = disputeOf(press);
  const form = () => disputeCard(about, nonce, asTyped(press.data).text);
  const read = readForm(disputeForm, press.data);
  if (!read.ok) return formAgain(form, read.problems);
  const { text } = read.value;
  const command: Command =
    about.choice === 'disagrees' ? { kind: 'dispute', reason: text } : { kind: 'reportNothingHeard', message: text };
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'refused') {
    if (acted.refusal.code === 'unknownDiscussion') return { card: refusalCard(acted.refusal) };
    return formAgain(form, refusalWords(acted.refusal));
  }
  const words = 'The chair is being told and will contact you.';
  const message = shownAgain(await ownMessage(press, edges), acted.discussion, press, edges, ['dispute.open']);
  return {
    card: message === null ? messageCard({ title: 'Thank you', lines: [words] }) : withConfirmation(message, words),
  };
};

export const ownMessageHandlers: Readonly<Record<string, Handler>> = {
  'notice.show': show,
  'notice.seen': seen,
  'notice.snooze': snooze,
  'duty.done': done,
  'dispute.open': openDispute,
  'dispute.send': sendDispute,
};
