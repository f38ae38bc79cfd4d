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
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { Card } from '../cards/bind.ts';
import type { SendTeams } from '../notices/send.ts';
import type { NoticeId } from '../discussion/notice.ts';
import { actorOf, type Answer, type Edges, type Handler, type Who } from './edges.ts';
import { chairingHandlers } from './chairing.ts';
import { conveningHandlers } from './convening.ts';
import { decidingHandlers } from './deciding.ts';
import { senderOf, type Roster } from './roster.ts';
import { answerTyped, type Reply } from './typing.ts';
import { normalise } from './text.ts';
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
  ...chairingHandlers,
  ...decidingHandlers,
};

/** What a button sends. Anything else was not made by one of our cards. */
const pressed = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.record(z.string(), z.unknown()) }),
  trigger: z.string().optional(),
});

type Known = { readonly known: true; readonly who: Who } | { readonly known: false; readonly because: string };

export const createBot = (parts: BotParts): { run(context: TurnContext): Promise<void> } => {
  const { edges, roster, allowedTenants } = parts;

  /** Design decision 10: authority comes from the authenticated person and their tenant, never from a card. */
  const identify = async (activity: Activity): Promise<Known> => {
    const sender = senderOf(activity);
    if (sender === null || !allowedTenants.includes(sender.tenantId)) {
      return {
        known: false,
        because: `This bot works for ${edges.authority} only. Ask the person who invited you how to take part.`,
      };
    }
    const person = await edges.directory.byTeamsUser(sender.tenantId, sender.userId);
    if (person === null) {
      return {
        known: false,
        because: `You are not in the directory of ${edges.authority} yet. Ask your administrator to add you.`,
      };
    }
    await roster.meet(activity);
    return { known: true, who: { person, actor: actorOf(person), teamsId: activity.from.id } };
  };

  const onButton = async (activity: Activity): Promise<InvokeBody> => {
    const read = pressed.safeParse(activity.value);
    if (!read.success) return refusedBody('This button could not be read. Nothing was changed.');
    const identity = await identify(activity);
    if (!identity.known) return answerBody({ text: identity.because });
    const { verb, data } = read.data.action;
    const handler = Object.hasOwn(handlers, verb) ? handlers[verb] : undefined;
    if (handler === undefined) return refusedBody('This button is not one of ours any more. Type /strategy help.');
    const automatic = read.data.trigger === 'automatic';
    try {
      return answerBody(await handler({ verb, data, automatic, who: identity.who }, edges));
    } catch (error) {
      if (error instanceof z.ZodError) return refusedBody('This form could not be read. Nothing was changed.');
      return faultBody(parts.fault(error));
    }
  };

  const onMessage = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    const identity = await identify(activity);
    if (!identity.known) {
      await context.sendActivity(identity.because);
      return;
    }
    const mentions = (activity.entities ?? []).flatMap((e) =>
      e.type === 'mention' && typeof e.text === 'string' ? [e.text as string] : [],
    );
    const text = normalise(activity.text ?? '', mentions);
    const kind = placeKind(activity);
    const isPrivate = isTargeted(activity);
    const replies = await answerTyped(text, edges, {
      who: identity.who,
      place: { kind, conversation: activity.conversation.id },
      messageKey: `${activity.conversation.id}/${activity.id ?? ''}`,
    });
    for (const reply of replies) await say(context, reply, isPrivate, identity.who);
  };

  /** A private command is never answered in public, and neither is anything meant for the asker alone. */
  const say = async (context: TurnContext, reply: Reply, isPrivate: boolean, who: Who): Promise<void> => {
    const personal = context.activity.conversation.conversationType === 'personal';
    if ((isPrivate || reply.forAskerOnly) && !personal && who.person.teams !== null) {
      const { tenantId, userId } = who.person.teams;
      const id = `${reply.key}/private` as NoticeId;
      const sent = await parts.sendTeams({
        id,
        to: { kind: 'person', tenantId, userId },
        summary: reply.summary,
        card: reply.card,
        replaces: null,
      });
      if (sent.result !== 'sent') throw new Error(`a private answer could not be sent: ${sent.detail}`);
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
    const { type, name, value } = context.activity;
    const action = (value as { action?: { type?: unknown } } | undefined)?.action;
    return Promise.resolve(
      type === ActivityTypes.Invoke && name === 'adaptiveCard/action' && action?.type === 'Action.Execute',
    );
  };
  // Answered by our own invoke response: the library broadcasts a returned card that has `refresh` to everybody.
  app.adaptiveCards.actionExecute(isOurButton, async (context) => {
    await respond(context, 200, await onButton(context.activity));
    return '';
  });
  app.addRoute(
    (context) => Promise.resolve(context.activity.type === ActivityTypes.Invoke),
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
    message: `Something went wrong. Nothing was changed. Quote ${reference} to your administrator.`,
  },
});

const respond = async (context: TurnContext, status: number, body: InvokeBody): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
};

const placeKind = (activity: Activity): 'channel' | 'groupChat' | 'personal' => {
  const { conversationType } = activity.conversation;
  return conversationType === 'channel' || conversationType === 'groupChat' ? conversationType : 'personal';
};

/** Slash commands arrive as targeted messages: private between the person and the bot. The SDK's types lack the flag. */
const isTargeted = (activity: Activity): boolean =>
  (activity.recipient as { isTargeted?: unknown }).isTargeted === true;
