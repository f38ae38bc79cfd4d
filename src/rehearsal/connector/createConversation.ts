/** A conversation the bot begins: a new post in the channel, or its own chat with one person. */
import { z } from 'zod';
import { channel, conversationIdOf, findByTeamsId, personalChats } from '../places.ts';
import { botActivity, isTooBig, type BotActivity } from './botActivity.ts';
import type { ConnectorEdges } from './edges.ts';
import type { Answer, Operation } from './operation.ts';
import { post } from './post.ts';
import { badSyntax, noConversation, notInstalled, refuse, tooBig } from './refusals.ts';

const newConversation = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: botActivity.nullish(),
});

export const createConversation =
  (edges: ConnectorEdges): Operation =>
  (req) => {
    const parsed = newConversation.safeParse(req.body);
    if (!parsed.success) return badSyntax(parsed.error);
    const { channelData, members, activity = null } = parsed.data;
    if (activity !== null && isTooBig(activity)) return tooBig;
    const channelId = channelData?.channel?.id;
    return channelId === undefined
      ? openChat(edges, members?.[0]?.id ?? '', activity)
      : postInChannel(edges, channelId, activity);
  };

const postInChannel = (edges: ConnectorEdges, channelId: string, activity: BotActivity | null): Answer => {
  if (channelId !== channel.id) return noConversation;
  if (activity === null) return refuse(400, 'BadArgument', 'A new channel conversation needs an activity.');
  const id = post(edges, activity, { place: channel, thread: null, onlyFor: null });
  return { status: 201, body: { id: conversationIdOf(channel, id), activityId: id } };
};

const openChat = (edges: ConnectorEdges, member: string, activity: BotActivity | null): Answer => {
  const person = findByTeamsId(member);
  const chat = personalChats.find(({ members: [owner] }) => owner === person);
  if (!person || !chat) return notInstalled;
  const posted =
    activity === null ? {} : { activityId: post(edges, activity, { place: chat, thread: null, onlyFor: null }) };
  return { status: 201, body: { id: chat.id, ...posted } };
};
