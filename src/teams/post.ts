/** Sends into Teams: a message to a conversation or a person's own chat, or a new content for one sent before. */
import {
  CardFactory,
  MessageFactory,
  TurnContext,
  type Activity,
  type CloudAdapter,
  type ConversationReference,
} from 'botbuilder';
import { z } from 'zod';
import type { SendResult, SendTeams, TeamsMessage } from '../notices/send.ts';
import type { Roster } from './roster.ts';

/** Answers after which nothing was delivered and another try is worth it (412, 429, 503). */
const tryLater = new Set([412, 429, 503]);
/** Answers that will not change: blocked, gone, not allowed, too large. */
const refusedForGood = new Set([400, 401, 403, 404, 413]);

const restError = z.looseObject({
  statusCode: z.number(),
  code: z.string().optional(),
  response: z
    .looseObject({ headers: z.looseObject({ get: z.custom<(name: string) => unknown>().optional() }).optional() })
    .optional(),
});

export const createPost = (edges: {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly roster: Roster;
}): SendTeams => {
  const { adapter, appId, roster } = edges;

  const deliver = async (reference: Partial<ConversationReference>, message: TeamsMessage): Promise<SendResult> => {
    let receipt = message.replaces ?? '';
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      const activity = activityFor(message);
      if (message.replaces === null) receipt = (await context.sendActivity(activity))?.id ?? '';
      else await context.updateActivity({ ...activity, id: message.replaces });
    });
    return { result: 'sent', receipt };
  };

  /** The person's chat with the bot, opened if need be; the first answer of Teams names it. */
  const chatWith = async (tenantId: string, userId: string): Promise<Partial<ConversationReference> | SendResult> => {
    const known = await roster.reachable(tenantId, userId);
    if (known?.chat != null) return known.chat;
    const service = await roster.service(tenantId);
    if (service === null)
      return { result: 'closed', detail: 'The bot has not been added to Teams for this council yet' };
    const teamsId = known?.teamsId ?? userId;
    const opened: Partial<ConversationReference>[] = [];
    await adapter.createConversationAsync(
      appId,
      'msteams',
      service.serviceUrl,
      'https://api.botframework.com',
      {
        isGroup: false,
        bot: service.bot,
        members: [{ id: teamsId, name: '' }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      } as Parameters<CloudAdapter['createConversationAsync']>[4],
      (context) => {
        const { activityId: _, ...reference } = TurnContext.getConversationReference(context.activity);
        opened.push(reference);
        return Promise.resolve();
      },
    );
    const [chat] = opened;
    if (chat === undefined) return { result: 'later', detail: 'Teams opened no chat', retryAfterMs: null };
    await roster.rememberChat(tenantId, userId, teamsId, chat);
    return chat;
  };

  return async (message) => {
    try {
      if (message.to.kind === 'conversation') {
        const reference = await roster.conversation(message.to.conversation);
        if (reference === null) return { result: 'closed', detail: 'The conversation is not known' };
        return await deliver(reference, message);
      }
      const chat = await chatWith(message.to.tenantId, message.to.userId);
      return 'result' in chat ? chat : await deliver(chat, message);
    } catch (error) {
      return classify(error);
    }
  };
};

const activityFor = (message: TeamsMessage): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(message.card)),
  summary: message.summary,
});

/** What a failed call means for the notice. An answer that is no answer (a timeout, a reset) leaves it unknown. */
export const classify = (error: unknown): SendResult => {
  const read = restError.safeParse(error);
  if (!read.success) return { result: 'unknown', detail: 'Teams did not answer' };
  const { statusCode, code, response } = read.data;
  const detail = `Teams answered ${statusCode}${code === undefined ? '' : ` ${code}`}`;
  if (tryLater.has(statusCode))
    return { result: 'later', detail, retryAfterMs: retryAfter(response?.headers?.get?.('retry-after')) };
  return refusedForGood.has(statusCode) ? { result: 'closed', detail } : { result: 'unknown', detail };
};

/** `Retry-After` in seconds, as milliseconds; null where the header is missing or says nothing usable. */
const retryAfter = (value: unknown): number | null => {
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
};
