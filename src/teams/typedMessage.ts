/** A message somebody wrote to the bot, from the activity to its answer, in public or to them alone. */
import { CardFactory, MessageFactory, type Activity, type Entity, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { messageCard } from '../cards/message.ts';
import type { SendTeams } from '../channels/send.ts';
import type { SayAside } from './aside.ts';
import { answerTyped } from './commands/answer.ts';
import type { Reply } from './commands/typed.ts';
import { lineTyped } from '../typed/text.ts';
import type { Edges } from './edges.ts';
import { sendPrivately } from './privately.ts';
import type { Roster } from './roster.ts';
import { whereAnswered } from './whereAnswered.ts';
import type { Identity, Who } from './who.ts';
import { withWhy } from '../cards/why.ts';

interface MessageEdges extends Edges {
  readonly identify: (activity: Activity) => Promise<Identity>;
  readonly roster: Roster;
  readonly sendTeams: SendTeams;
  readonly sayAside: SayAside;
  readonly fault: (error: unknown) => string;
}

export const answerMessage = async (context: TurnContext, edges: MessageEdges): Promise<void> => {
  if (!isTargeted(context.activity)) return answer(context, false, edges);
  try {
    await answer(context, true, edges);
  } catch (error) {
    // The adapter's own words about a fault would be public: a private command gets them nowhere but in the log.
    edges.fault(error);
  }
};

const answer = async (context: TurnContext, isPrivate: boolean, edges: MessageEdges): Promise<void> => {
  const { activity } = context;
  const key = `${activity.conversation.id}/${activity.id ?? ''}`;
  const identity = await edges.identify(activity);
  if (identity.known) {
    const place = { kind: placeKind(activity), conversation: activity.conversation.id };
    const reply = await answerTyped(textOf(activity), edges, { who: identity.who, place, messageKey: key });
    if (reply !== null) await say(context, { key, ...reply }, isPrivate, identity.who, edges);
  } else if (!isPrivate) {
    await context.sendActivity(identity.because);
  } else if (identity.account !== null) {
    const card = messageCard({ title: 'Strategy discussions', lines: [identity.because] });
    await sendPrivately({ key, card, summary: 'Strategy discussions' }, identity.account, edges);
  }
};

/** A private command is never answered in public, and neither is anything meant for the asker alone. */
const say = async (
  context: TurnContext,
  reply: Reply & { readonly key: string },
  isPrivate: boolean,
  { person }: Who,
  edges: MessageEdges,
): Promise<void> => {
  const isOwnChat = context.activity.conversation.conversationType === 'personal';
  if ((isPrivate || reply.forAskerOnly) && !isOwnChat && person.teams !== null) {
    const sent = await sendPrivately(reply, person.teams, edges);
    if (sent.result !== 'sent') edges.fault(new Error(`a private answer could not be sent: ${JSON.stringify(sent)}`));
    const line = whereAnswered(sent);
    if (isPrivate) await edges.sayAside(context.activity, line);
    else await context.sendActivity(line);
    return;
  }
  const sent = await context.sendActivity({
    ...MessageFactory.attachment(CardFactory.adaptiveCard(withWhy(reply.card))),
    summary: reply.summary,
  });
  if (reply.announces !== null && sent !== undefined) {
    const where = { conversation: context.activity.conversation.id, activityId: sent.id };
    await edges.roster.rememberAnnouncement(reply.announces, where);
  }
};

/** Some clients send a mention without its text: it is in the message all the same. */
const mention = z.object({ type: z.string().regex(/^mention$/i), text: z.string() });
/** Nothing, where a form came back without a word: the SDK's types promise more. */
const typed = z.string();

const textOf = (activity: Activity): string => {
  const entities: readonly Entity[] = activity.entities ?? [];
  const mentions = entities.map((entity) => mention.safeParse(entity));
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
