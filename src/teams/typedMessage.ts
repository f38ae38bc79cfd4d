/** A message somebody wrote to the bot, from the activity to its answer, in public or to them alone. */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { messageCard } from '../cards/message.ts';
import type { SendResult, SendTeams } from '../channels/send.ts';
import { answerOnce, type Outcome } from './answeredOnce.ts';
import { answerTyped } from './commands/answer.ts';
import type { Reply } from './commands/typed.ts';
import { lineTyped } from '../typed/text.ts';
import type { Edges } from './edges.ts';
import type { SayLine } from './sayLine.ts';
import { sendAnswer } from './sendAnswer.ts';
import type { Roster } from './roster.ts';
import { whereAnswered } from './whereAnswered.ts';
import type { Identity, Who } from './who.ts';

interface MessageEdges extends Edges {
  readonly identify: (activity: Activity) => Promise<Identity>;
  readonly roster: Roster;
  readonly sendTeams: SendTeams;
  readonly sayLine: SayLine;
  readonly fault: (error: unknown) => string;
}

/** Never rejects: the adapter's own words about a fault would be read by everybody there. */
export const answerMessage = async ({ activity }: TurnContext, edges: MessageEdges): Promise<void> => {
  try {
    const isEdit = activity.type === 'messageUpdate';
    const typed = { key: keyOf(activity), text: textOf(activity), isEdit };
    await answerOnce(typed, edges, (again) => answer(activity, typed.text, again, edges));
  } catch (error) {
    const reference = edges.fault(error);
    if (!isTargeted(activity)) {
      await edges.sayLine(activity, `Something went wrong. Quote ${reference} to your administrator.`, 'all');
    }
  }
};

const keyOf = ({ conversation, id }: Activity): string => `${conversation.id}/${id ?? ''}`;

const answer = async (activity: Activity, text: string, again: boolean, edges: MessageEdges): Promise<Outcome> => {
  const key = keyOf(activity);
  const isPrivate = isTargeted(activity);
  const identity = await edges.identify(activity);
  if (identity.known) {
    const place = { kind: placeKind(activity), conversation: activity.conversation.id };
    const reply = await answerTyped(text, edges, { who: identity.who, place, messageKey: key });
    const outcome = await say(activity, { key, repeat: again, ...reply }, identity.who, edges);
    return outcome === 'answered' && !reply.isUnderstood ? 'notUnderstood' : outcome;
  }
  if (!isPrivate) return outcomeOf(await edges.sayLine(activity, identity.because, 'all'), edges);
  if (identity.account === null) return 'answered';
  const card = messageCard({ title: 'Strategy discussions', lines: [identity.because] });
  const told = { key, card, summary: 'Strategy discussions', repeat: again };
  return outcomeOf(await sendAnswer(told, { kind: 'person', ...identity.account }, edges), edges);
};

/** A private command is never answered in public, and neither is anything meant for the asker alone. */
const say = async (
  activity: Activity,
  reply: Reply & { readonly key: string; readonly repeat: boolean },
  { person }: Who,
  edges: MessageEdges,
): Promise<Outcome> => {
  const isPrivate = isTargeted(activity);
  const { conversationType, id: conversation } = activity.conversation;
  if ((isPrivate || reply.forAskerOnly) && conversationType !== 'personal' && person.teams !== null) {
    const sent = await sendAnswer(reply, { kind: 'person', ...person.teams }, edges);
    const outcome = outcomeOf(sent, edges);
    // Where it is, or what to do where it could not be sent, is said once, whatever becomes of this line.
    await edges.sayLine(activity, whereAnswered(sent), isPrivate ? 'asker' : 'all');
    return outcome;
  }
  const sent = await sendAnswer(reply, { kind: 'conversation', conversation }, edges);
  if (reply.announces !== null && sent.result === 'sent') {
    await edges.roster.rememberAnnouncement(reply.announces, { conversation, activityId: sent.receipt });
  }
  return outcomeOf(sent, edges);
};

/** Teams did not take an answer, or did not say that it did. */
class NotSent extends Error {
  override readonly name = 'NotSent';
}

const outcomeOf = (sent: SendResult, { fault }: MessageEdges): Outcome => {
  if (sent.result === 'sent') return 'answered';
  fault(new NotSent(sent.result));
  return sent.result === 'unknown' ? 'answered' : 'failed';
};

/** Some clients send a mention without its text: it is in the message all the same. */
const mention = z.object({ type: z.string().regex(/^mention$/i), text: z.string() });
/** Nothing, where a form came back without a word: the SDK's types promise more. */
const typed = z.string();

const textOf = (activity: Activity): string => {
  const entities: unknown = activity.entities;
  const mentions = (Array.isArray(entities) ? entities : []).map((entity) => mention.safeParse(entity));
  const text = typed.safeParse(activity.text);
  return lineTyped(
    text.success ? text.data : '',
    mentions.flatMap((read) => (read.success ? [read.data.text] : [])),
  );
};

const placeKind = (activity: Activity): 'channel' | 'groupChat' | 'personal' => {
  const { conversationType } = activity.conversation;
  return conversationType === 'channel' || conversationType === 'groupChat' ? conversationType : 'personal';
};

/** Slash commands arrive as targeted messages: private between the person and the bot. The SDK's types lack the flag. */
const isTargeted = (activity: Activity): boolean =>
  (activity.recipient as { isTargeted?: unknown }).isTargeted === true;
