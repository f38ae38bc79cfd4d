/**
 * The conversation in Teams, and the only folder that may import the bot SDKs. This file routes: text to commands, card
 * buttons to their handlers, everything else to a safe answer. Who is asking comes from the authenticated activity.
 */
import { Application } from '@microsoft/teams-ai';
import {
  ActivityTypes,
  CardFactory,
  MessageFactory,
  type Activity,
  type CloudAdapter,
  type Entity,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { Card } from '../cards/bind.ts';
import { messageCard } from '../cards/message.ts';
import type { SendResult, SendTeams } from '../channels/send.ts';
import { sleep } from '../channels/sleep.ts';
import type { NoticeId } from '../discussion/state/notice.ts';
import { millis } from '../practice/time/instant.ts';
import { answeringHandlers } from './answering.ts';
import { actorOf, type Answer, type Edges, type Handler, type Who } from './edges.ts';
import { chairingHandlers } from './chairing.ts';
import { conveningHandlers } from './convening.ts';
import { decidingHandlers } from './deciding.ts';
import { UnreadablePress } from './reading.ts';
import { senderOf, type Roster } from './roster.ts';
import { answerTyped, type Reply } from './typing.ts';
import { normalise } from './text.ts';
import { ownMessageHandlers } from './ownMessages.ts';
import { takingPartHandlers } from './takingPart.ts';

export interface BotParts {
  readonly edges: Edges;
  readonly adapter: CloudAdapter;
  readonly roster: Roster;
  readonly sendTeams: SendTeams;
  readonly allowedTenants: readonly string[];
  /** Notes a fault under a reference that people are shown instead of the error. */
  readonly fault: (error: unknown) => string;
}

/** Every button the cards have, by verb. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...conveningHandlers,
  ...takingPartHandlers,
  ...answeringHandlers,
  ...ownMessageHandlers,
  ...chairingHandlers,
  ...decidingHandlers,
};

/** What a button sends. Anything else was not made by one of our cards. */
const pressed = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.record(z.string(), z.unknown()) }),
  trigger: z.string().optional(),
});

const executed = z.object({ action: z.object({ type: z.literal('Action.Execute') }) });
const mention = z.object({ type: z.literal('mention'), text: z.string() });
/** Nothing, where a form came back without a word: the SDK's types promise more. */
const typed = z.string();

/** How long an answer waits for room in somebody's chat; Teams gives a turn some fifteen seconds in all. Milliseconds. */
const patienceMs = 5_000;

/** Verbs a client may send by itself when it shows a card: they change nothing. */
const refreshes: readonly string[] = ['convene.show', 'decision.show'];

type Known =
  | { readonly known: true; readonly who: Who }
  /** `account` is where they can be told so privately; null in another tenant, where the bot may not write to anybody. */
  | { readonly known: false; readonly because: string; readonly account: Account | null };

interface Account {
  readonly tenantId: string;
  readonly userId: string;
}

export const createBot = (parts: BotParts): { run(context: TurnContext): Promise<void> } => {
  const { edges, roster, allowedTenants } = parts;

  /** Authority comes from the authenticated person and their tenant, never from a card (docs/decisions/010). */
  const identify = async (activity: Activity): Promise<Known> => {
    const sender = senderOf(activity);
    if (sender === null || !allowedTenants.includes(sender.tenantId)) {
      const because = `This bot works for ${edges.authority} only. Ask the person who invited you how to take part.`;
      return { known: false, because, account: null };
    }
    await roster.meet(activity);
    const person = await edges.directory.byTeamsUser(sender.tenantId, sender.userId);
    if (person === null) {
      const because = `You are not in the directory of ${edges.authority} yet. Ask your administrator to add you.`;
      return { known: false, because, account: sender };
    }
    return { known: true, who: { person, actor: actorOf(person), teamsId: activity.from.id } };
  };

  const onButton = async (activity: Activity): Promise<InvokeBody> => {
    const read = pressed.safeParse(activity.value);
    if (!read.success) return refusedBody(unreadable);
    const { action, trigger } = read.data;
    const { verb, data } = action;
    const handler = Object.hasOwn(handlers, verb) ? handlers[verb] : undefined;
    if (handler === undefined) return refusedBody('This button is not one of ours any more. Type /strategy help.');
    if (trigger === 'automatic' && !refreshes.includes(verb)) return refusedBody(unreadable);
    try {
      const identity = await identify(activity);
      if (!identity.known) return answerBody({ text: identity.because });
      return answerBody(await handler({ verb, data, who: identity.who }, edges));
    } catch (error) {
      return error instanceof UnreadablePress ? refusedBody(unreadable) : faultBody(parts.fault(error));
    }
  };

  /** Whoever asked is waiting: where their chat is full for the moment, the answer waits for room rather than be lost. */
  const sendPrivately = async (key: string, account: Account, card: Card, summary: string): Promise<SendResult> => {
    const id = `${key}/private` as NoticeId;
    const to = { kind: 'person', ...account } as const;
    const giveUpAt = millis(edges.clock()) + patienceMs;
    for (;;) {
      const sent = await parts.sendTeams({ id, to, summary, card, replaces: null, repeat: false });
      if (sent.result !== 'full' || millis(sent.until) > giveUpAt) return sent;
      await sleep(Math.max(millis(sent.until) - millis(edges.clock()), 50), AbortSignal.timeout(patienceMs));
    }
  };

  const answerMessage = async (context: TurnContext, isPrivate: boolean): Promise<void> => {
    const { activity } = context;
    const key = `${activity.conversation.id}/${activity.id ?? ''}`;
    const identity = await identify(activity);
    if (identity.known) {
      const place = { kind: placeKind(activity), conversation: activity.conversation.id };
      const replies = await answerTyped(textOf(activity), edges, { who: identity.who, place, messageKey: key });
      for (const reply of replies) await say(context, reply, isPrivate, identity.who);
    } else if (!isPrivate) {
      await context.sendActivity(identity.because);
    } else if (identity.account !== null) {
      const card = messageCard({ title: 'Strategy discussions', lines: [identity.because] });
      await sendPrivately(key, identity.account, card, 'Strategy discussions');
    }
  };

  const onMessage = async (context: TurnContext): Promise<void> => {
    const isPrivate = isTargeted(context.activity);
    try {
      await answerMessage(context, isPrivate);
    } catch (error) {
      // The adapter's own words about a fault would be public: a private command gets them nowhere but in the log.
      if (!isPrivate) throw error;
      parts.fault(error);
    }
  };

  /** A private command is never answered in public, and neither is anything meant for the asker alone. */
  const say = async (context: TurnContext, reply: Reply, isPrivate: boolean, who: Who): Promise<void> => {
    const personal = context.activity.conversation.conversationType === 'personal';
    if ((isPrivate || reply.forAskerOnly) && !personal && who.person.teams !== null) {
      const sent = await sendPrivately(reply.key, who.person.teams, reply.card, reply.summary);
      if (sent.result !== 'sent') throw new Error(`a private answer could not be sent: ${JSON.stringify(sent)}`);
      return;
    }
    const sent = await context.sendActivity({
      ...MessageFactory.attachment(CardFactory.adaptiveCard(reply.card)),
      summary: reply.summary,
    });
    if (reply.announces !== null && sent !== undefined) await roster.rememberAnnouncement(reply.announces, sent.id);
  };

  const app = new Application({ removeRecipientMention: false, startTypingTimer: false });
  const isOurButton = (context: TurnContext): Promise<boolean> => {
    const { name } = context.activity;
    const action = executed.safeParse(context.activity.value);
    return Promise.resolve(isInvoke(context.activity) && name === 'adaptiveCard/action' && action.success);
  };
  // Answered by our own invoke response: the library broadcasts a returned card that has `refresh` to everybody.
  app.adaptiveCards.actionExecute(isOurButton, async (context) => {
    await respond(context, 200, await onButton(context.activity));
    return '';
  });
  app.addRoute(
    (context) => Promise.resolve(isInvoke(context.activity)),
    (context) => respond(context, 200, refusedBody('This is not something the bot can do. Nothing was changed.')),
    true,
  );
  app.activity(ActivityTypes.Message, onMessage);
  app.activity([ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate], async (context) => {
    const sender = senderOf(context.activity);
    if (sender !== null && allowedTenants.includes(sender.tenantId)) await roster.meet(context.activity);
  });
  return {
    run: async (context) => {
      await app.run(context);
    },
  };
};

interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

const answerBody = (answer: Answer): InvokeBody =>
  'card' in answer
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card satisfies Card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };

const unreadable = 'This button or form could not be read. Nothing was changed.';

const refusedBody = (message: string): InvokeBody => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message },
});

const faultBody = (reference: string): InvokeBody => ({
  statusCode: 500,
  type: 'application/vnd.microsoft.error',
  value: {
    code: 'InternalError',
    message: `Something went wrong. Open the discussion again to see whether it was done. Quote ${reference} to your administrator.`,
  },
});

const respond = async (context: TurnContext, status: number, body: InvokeBody): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
};

const textOf = (activity: Activity): string => {
  const entities: readonly Entity[] = activity.entities ?? [];
  const mentions = entities.map((entity) => mention.safeParse(entity));
  const text = typed.safeParse(activity.text);
  return normalise(
    text.success ? text.data : '',
    mentions.flatMap((read) => (read.success ? [read.data.text] : [])),
  );
};

const isInvoke = (activity: Activity): boolean => activity.type === 'invoke';

const placeKind = (activity: Activity): 'channel' | 'groupChat' | 'personal' => {
  const { conversationType } = activity.conversation;
  return conversationType === 'channel' || conversationType === 'groupChat' ? conversationType : 'personal';
};

/** Slash commands arrive as targeted messages: private between the person and the bot. The SDK's types lack the flag. */
const isTargeted = (activity: Activity): boolean =>
  (activity.recipient as { isTargeted?: unknown }).isTargeted === true;
