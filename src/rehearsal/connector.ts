/**
 * The Bot Connector: the REST interface bots answer through, with the paths, status codes and error codes Teams
 * documents. Each operation is a function from a request to an answer; `faulty.ts` decides whether the answer arrives.
 */
import { Router, json } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import type { Events } from './events.ts';
import type { Faults } from './faults.ts';
import { answerWithFaults } from './faulty.ts';
import type { Answer } from './faulty.ts';
import { channel, conversationIdOf, findByTeamsId, parseConversationId, personalChats } from './places.ts';
import type { Place } from './places.ts';
import { listMembers, oneMember, pageOfMembers } from './roster.ts';
import type { Storage, StoredMessage } from './storage.ts';

interface Dependencies {
  readonly storage: Storage;
  readonly events: Events;
  readonly faults: Faults;
  readonly now: () => Date;
}

const activityShape = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
  recipient: z.looseObject({ id: z.string() }).nullish(),
});
type BotActivity = z.infer<typeof activityShape>;

const newConversationShape = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: activityShape.nullish(),
});

/** Messages over this many bytes of UTF-16 are refused, as Teams does. */
const maxMessageBytes = 100_000;

const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});
const noConversation = refuse(404, 'ConversationNotFound', 'Conversation not found.');
const noActivity = refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
const badRequest = (fault: z.ZodError): Answer => refuse(400, 'BadSyntax', z.prettifyError(fault));
const tooBig = refuse(413, 'MessageSizeTooBig', 'Message size too large.');
const notInstalled = refuse(
  403,
  'ForbiddenOperationException',
  'The bot is not installed in the user’s personal scope.',
);
const notInRoster = refuse(403, 'BotNotInConversationRoster', 'The recipient is not a member of the conversation.');

const isTooBig = (activity: BotActivity): boolean => JSON.stringify(activity).length * 2 > maxMessageBytes;

const contentOf = (activity: BotActivity) => ({
  text: activity.text ?? '',
  textFormat: activity.textFormat ?? 'markdown',
  attachments: activity.attachments ?? [],
  summary: activity.summary ?? null,
});

export const createConnector = ({ storage, events, faults, now }: Dependencies): Router => {
  const post = (place: Place, thread: string | null, activity: BotActivity, onlyFor: string | null): StoredMessage => {
    const instant = now();
    const id = storage.nextId(instant);
    const message: StoredMessage = {
      ...contentOf(activity),
      id,
      placeId: place.id,
      thread: place.kind === 'channel' ? (thread ?? id) : null,
      author: 'bot',
      onlyFor,
      createdAt: instant.toISOString(),
      editedAt: null,
      deleted: false,
      reachedBot: null,
    };
    storage.addMessage(message);
    events.publish({ what: 'message', placeId: place.id, messageId: id });
    return message;
  };

  const send = (req: Request): Answer => {
    const where = parseConversationId(paramOf(req, 'conversationId'));
    if (!where) return noConversation;
    const parsed = activityShape.safeParse(req.body);
    if (!parsed.success) return badRequest(parsed.error);
    const activity = parsed.data;
    if (activity.type === 'typing') return { status: 201, body: { id: storage.nextId(now()) } };
    if (isTooBig(activity)) return tooBig;
    if (req.query['isTargetedActivity'] !== 'true') {
      return { status: 201, body: { id: post(where.place, where.thread, activity, null).id } };
    }
    const recipient = findByTeamsId(activity.recipient?.id ?? '');
    if (!recipient || !where.place.members.includes(recipient)) return notInRoster;
    return { status: 201, body: { id: post(where.place, where.thread, activity, recipient.id).id } };
  };

  const createConversation = (req: Request): Answer => {
    const parsed = newConversationShape.safeParse(req.body);
    if (!parsed.success) return badRequest(parsed.error);
    const { channelData, members, activity } = parsed.data;
    if (activity && isTooBig(activity)) return tooBig;
    const channelId = channelData?.channel?.id;
    if (channelId !== undefined) {
      if (channelId !== channel.id) return noConversation;
      if (!activity) return refuse(400, 'BadArgument', 'A new channel conversation needs an activity.');
      const { id } = post(channel, null, activity, null);
      return { status: 201, body: { id: conversationIdOf(channel, id), activityId: id } };
    }
    const person = findByTeamsId(members?.[0]?.id ?? '');
    const chat = personalChats.find(({ members: [owner] }) => owner === person);
    if (!person || !chat) return notInstalled;
    return {
      status: 201,
      body: { id: chat.id, ...(activity ? { activityId: post(chat, null, activity, null).id } : {}) },
    };
  };

  /** A message of the bot's own in this conversation that is still there. */
  const existing = (req: Request): StoredMessage | undefined => {
    const where = parseConversationId(paramOf(req, 'conversationId'));
    const message = storage.message(paramOf(req, 'activityId'));
    return where && message?.placeId === where.place.id && message.author === 'bot' && !message.deleted
      ? message
      : undefined;
  };

  const update = (req: Request): Answer => {
    const message = existing(req);
    if (!message) return noActivity;
    const parsed = activityShape.safeParse(req.body);
    if (!parsed.success) return badRequest(parsed.error);
    if (isTooBig(parsed.data)) return tooBig;
    storage.editMessage(message.id, contentOf(parsed.data), now().toISOString());
    storage.forgetViews(message.id);
    events.publish({ what: 'message', placeId: message.placeId, messageId: message.id });
    return { status: 200, body: { id: message.id } };
  };

  const remove = (req: Request): Answer => {
    const message = existing(req);
    if (!message) return noActivity;
    storage.deleteMessage(message.id);
    storage.forgetViews(message.id);
    events.publish({ what: 'message', placeId: message.placeId, messageId: message.id });
    return { status: 200, body: {} };
  };

  const faulty = answerWithFaults(faults);
  const router = Router();
  router.use(json({ limit: '2mb' }));
  router.post('/v3/conversations', faulty('createConversation', createConversation));
  router.post('/v3/conversations/:conversationId/activities', faulty('send', send));
  router.post('/v3/conversations/:conversationId/activities/:activityId', faulty('send', send));
  router.put('/v3/conversations/:conversationId/activities/:activityId', faulty('update', update));
  router.delete('/v3/conversations/:conversationId/activities/:activityId', faulty('delete', remove));
  router.get('/v3/conversations/:conversationId/members', faulty('members', listMembers));
  router.get('/v3/conversations/:conversationId/pagedmembers', faulty('members', pageOfMembers));
  router.get('/v3/conversations/:conversationId/members/:memberId', faulty('member', oneMember));
  router.get('/v3/teams/:teamId', faulty('members', teamDetails));
  router.get('/v3/teams/:teamId/conversations', faulty('members', teamChannels));
  router.use((_req, res) => {
    res.status(404).json(refuse(404, 'NotFound', 'The pretend Teams does not offer this.').body);
  });
  return router;
};

const paramOf = (req: Request, name: string): string => z.string().parse(req.params[name]);

const teamDetails = (req: Request): Answer =>
  paramOf(req, 'teamId') === channel.teamId
    ? { status: 200, body: { id: channel.teamId, name: channel.teamName, tenantId: channel.tenantId, channelCount: 1 } }
    : refuse(404, 'NotFound', 'Team not found.');

const teamChannels = (req: Request): Answer =>
  paramOf(req, 'teamId') === channel.teamId
    ? { status: 200, body: { conversations: [{ id: channel.id, name: channel.name }] } }
    : refuse(404, 'NotFound', 'Team not found.');
