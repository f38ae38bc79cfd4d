/** Sends into Teams: a message to a conversation or a person's own chat, or new content for one sent before. */
import {
  CardFactory,
  MessageFactory,
  type Activity,
  type CloudAdapter,
  type ConversationAccount,
  type ConversationReference,
} from 'botbuilder';
import { z } from 'zod';
import type { Limits } from '../channels/limits.ts';
import { referenceOf } from '../discussion/state/noticeId.ts';
import { repeatWords, type SendResult, type SendTeams, type TeamsMessage } from '../channels/send.ts';
import { createConnector, type Called } from './connector.ts';
import { classify, retryAfterMs } from './sendResult.ts';
import type { Roster } from './roster.ts';
import { noticeKey } from '../messages/noticeKey.ts';
import { withWhy } from '../cards/why.ts';

type Reference = Partial<ConversationReference>;
type Account = Extract<TeamsMessage['to'], { kind: 'person' }>;

const withId = z.looseObject({ id: z.string().min(1) });

export const createPost = (edges: {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly roster: Roster;
  readonly limits: Limits;
  /** Milliseconds for one request. */
  readonly timeoutMs?: number;
}): SendTeams => {
  const { roster, limits } = edges;
  const connector = createConnector(edges);

  /** One request within the limits of the conversation it concerns, and what its answer means. */
  const ask = async (message: TeamsMessage, call: Called): Promise<{ result: SendResult; body: unknown }> => {
    const scope = scopeOf(message);
    const until = await limits.enter(scope);
    if (until !== null) return { result: { result: 'full', until }, body: null };
    const outcome = await connector(call);
    const result = classify(outcome);
    if (outcome.answered && outcome.status === 429) limits.throttled(scope, retryAfterMs(outcome.retryAfter));
    else if (result.result === 'sent') limits.passed(scope);
    return { result, body: outcome.answered ? outcome.body : null };
  };

  const deliver = async (reference: Reference, message: TeamsMessage): Promise<SendResult> => {
    const { serviceUrl, conversation } = reference;
    if (serviceUrl === undefined || conversation === undefined) {
      return { result: 'closed', detail: 'The conversation is not known' };
    }
    const { replaces } = message;
    const activities = `v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
    const { result } = await ask(message, {
      method: replaces === null ? 'POST' : 'PUT',
      serviceUrl,
      path: replaces === null ? activities : `${activities}/${encodeURIComponent(replaces)}`,
      body: activityFor(message, reference, conversation),
    });
    return result.result === 'sent' && replaces !== null ? { ...result, receipt: replaces } : result;
  };

  /** A new chat of the person's with the bot. Opening it twice gives the same chat. */
  const openChat = async (message: TeamsMessage, { tenantId, userId }: Account): Promise<Reference | SendResult> => {
    const known = await roster.reachable(tenantId, userId);
    const service = await roster.service(tenantId);
    if (service === null) {
      return { result: 'closed', detail: 'The bot has not been added to Teams for this council yet' };
    }
    const { serviceUrl, bot } = service;
    const teamsId = known?.teamsId ?? userId;
    const body = {
      isGroup: false,
      bot,
      members: [{ id: teamsId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    const opening = await ask(message, { method: 'POST', serviceUrl, path: 'v3/conversations', body });
    const opened = withId.safeParse(opening.body);
    // An empty chat is no message: whatever became of the request, it may be made again.
    if (opening.result.result === 'unknown') return { ...opening.result, result: 'later', retryAfterMs: null };
    if (opening.result.result !== 'sent') return opening.result;
    if (!opened.success) return { result: 'later', detail: 'Teams opened no chat', retryAfterMs: null };
    const account = { id: opened.data.id, tenantId, isGroup: false, conversationType: 'personal', name: '' };
    const chat: Reference = { channelId: 'msteams', serviceUrl, bot, conversation: account };
    await roster.rememberChat(tenantId, userId, teamsId, chat);
    return chat;
  };

  return async (message) => {
    if (message.to.kind === 'conversation') {
      const reference = await roster.conversation(message.to.conversation);
      if (reference === null) return { result: 'closed', detail: 'The conversation is not known' };
      return deliver(reference, message);
    }
    const known = (await roster.reachable(message.to.tenantId, message.to.userId))?.chat ?? null;
    const delivered = known === null ? null : await deliver(known, message);
    // An update that finds no message is posted anew by whoever asked for it; a chat somebody deleted is opened anew.
    const isGone = delivered?.result === 'closed' && delivered.gone === true && message.replaces === null;
    if (delivered !== null && !isGone) return delivered;
    const chat = await openChat(message, message.to);
    return 'result' in chat ? chat : deliver(chat, message);
  };
};

/** Teams counts what a bot sends by conversation; a person has one chat with it. */
const scopeOf = ({ id, to }: TeamsMessage) => ({
  conversation: to.kind === 'conversation' ? to.conversation : `${to.tenantId}/${to.userId}`,
  discussion: referenceOf(id),
});

const activityFor = (
  message: TeamsMessage,
  { bot, user, channelId }: Reference,
  conversation: ConversationAccount,
): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(withWhy(message.card))),
  ...(message.repeat ? { text: repeatWords } : {}),
  summary: message.summary,
  channelData: { noticeKey: noticeKey(message.id) },
  conversation,
  ...(channelId === undefined ? {} : { channelId }),
  ...(bot === undefined ? {} : { from: bot }),
  ...(user === undefined ? {} : { recipient: user }),
});
