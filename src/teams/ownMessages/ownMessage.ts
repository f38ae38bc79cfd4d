/**
 * What people do about a message in their own chat: read it, put it off, report something done, disagree. They may not
 * be allowed to open the discussion, so the answer is the message itself, with what they can still do about it.
 */
import { z } from 'zod';
import { withProblems, type Card } from '../../cards/bind.ts';
import { withConfirmation } from '../../cards/confirmation.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Command } from '../../discussion/commands/command.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Notice, TrackedNotice } from '../../discussion/state/notice.ts';
import { availableFor } from '../../messages/availableFor.ts';
import { newsAsItStands } from '../../messages/render.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { refusalCard } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { carriedBy, commandKey, readHeader } from '../press.ts';

const carried = z.object({
  notice: z.string().max(300).optional(),
  choice: z.string().max(100).optional(),
});

/** Which message a button stands on, and what sets it apart from others with the same verb. */
export const carriedByMessage = (press: Press): z.output<typeof carried> => carriedBy(carried, press);

/** A message that was sent, by the id on the button: whether it is theirs has yet to be asked. */
export interface Sent {
  readonly notice: Notice;
  readonly notices: readonly TrackedNotice[];
}

export const sentMessage = async (press: Press, edges: Edges): Promise<Sent | null> => {
  const { notice: id = '' } = carriedByMessage(press);
  const { reference } = readHeader(press);
  if (!(await edges.conduct.concerns(reference, press.who.actor))) return null;
  const notices = await edges.store.notices(reference);
  const notice = notices.find((tracked) => tracked.notice.id === id)?.notice;
  return notice === undefined ? null : { notice, notices };
};

/** The message as things stand now, without the buttons that `used` names; null for anybody but its addressee. */
export const shownAgain = async (
  sent: Sent | null,
  d: Discussion | null,
  press: Press,
  edges: Edges,
  used: readonly string[] = [],
): Promise<Card | null> => {
  if (sent === null || d === null) return null;
  const { notice, notices } = sent;
  if (!may('readMessage', capacitiesOf(d, press.who.actor, { notice }))) return null;
  const now = edges.clock();
  const available = await availableFor(notice.kind, edges.directory, now);
  return newsAsItStands(notice, d, { practice: edges.conduct.practiceOf(d), now, notices, available }, used);
};

const unknown = (press: Press): Answer => ({
  card: refusalCard({ code: 'unknownDiscussion', reference: readHeader(press).reference }),
});

export const showMessage: Handler = async (press, edges) => {
  const sent = await sentMessage(press, edges);
  const d = sent === null ? null : await edges.conduct.current(readHeader(press).reference);
  const card = await shownAgain(sent, d, press, edges);
  return card === null ? unknown(press) : { card };
};

interface Deed {
  readonly command: Command;
  readonly done: string;
  /** Verbs that have had their effect, where the record does not show it. */
  readonly used?: readonly string[];
}

/** Carries out what a button on a message asks; a refusal leaves the message and its buttons as they are, and says why. */
export const aboutMessage = async (press: Press, edges: Edges, deed: (notice: Notice) => Deed): Promise<Answer> => {
  const sent = await sentMessage(press, edges);
  if (sent === null) return unknown(press);
  const { reference } = readHeader(press);
  const { command, done, used } = deed(sent.notice);
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'done') {
    const card = await shownAgain(sent, acted.discussion, press, edges, used);
    return card === null ? unknown(press) : { card: withConfirmation(card, done) };
  }
  const card = await shownAgain(sent, await edges.conduct.current(reference), press, edges);
  if (card === null) return { card: refusalCard(acted.refusal) };
  return { card: withProblems(card, refusalWords(acted.refusal), 'That cannot be done') };
};
