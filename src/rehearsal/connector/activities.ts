/** A message the bot sends into a conversation, changes there, or takes back. */
import type { Request } from 'express';
import { findByTeamsId, parseConversationId } from '../places.ts';
import type { StoredMessage } from '../storage.ts';
import { botActivity, contentOf, isTooBig } from './botActivity.ts';
import type { ConnectorEdges } from './edges.ts';
import { paramOf, type Operation } from './operation.ts';
import { post } from './post.ts';
import { badSyntax, noActivity, noConversation, notInRoster, tooBig } from './refusals.ts';

export const send =
  (edges: ConnectorEdges): Operation =>
  (req) => {
    const where = parseConversationId(paramOf(req, 'conversationId'));
    if (!where) return noConversation;
    const parsed = botActivity.safeParse(req.body);
    if (!parsed.success) return badSyntax(parsed.error);
    const activity = parsed.data;
    if (activity.type === 'typing') return { status: 201, body: { id: edges.storage.nextId(edges.now()) } };
    if (isTooBig(activity)) return tooBig;
    if (req.query['isTargetedActivity'] !== 'true') {
      return { status: 201, body: { id: post(edges, activity, { ...where, onlyFor: null }) } };
    }
    const recipient = findByTeamsId(activity.recipient?.id ?? '');
    if (!recipient || !where.place.members.includes(recipient)) return notInRoster;
    return { status: 201, body: { id: post(edges, activity, { ...where, onlyFor: recipient.id }) } };
  };

export const update =
  (edges: ConnectorEdges): Operation =>
  (req) => {
    const { storage, now } = edges;
    const message = existing(edges, req);
    if (!message) return noActivity;
    const parsed = botActivity.safeParse(req.body);
    if (!parsed.success) return badSyntax(parsed.error);
    if (isTooBig(parsed.data)) return tooBig;
    storage.editMessage(message.id, contentOf(parsed.data), now().toISOString());
    changed(edges, message);
    return { status: 200, body: { id: message.id } };
  };

export const remove =
  (edges: ConnectorEdges): Operation =>
  (req) => {
    const message = existing(edges, req);
    if (!message) return noActivity;
    edges.storage.deleteMessage(message.id);
    changed(edges, message);
    return { status: 200, body: {} };
  };

/** A message of the bot's own in this conversation that is still there. */
const existing = ({ storage }: ConnectorEdges, req: Request): StoredMessage | undefined => {
  const where = parseConversationId(paramOf(req, 'conversationId'));
  const message = storage.message(paramOf(req, 'activityId'));
  return where && message?.placeId === where.place.id && message.author === 'bot' && !message.deleted
    ? message
    : undefined;
};

/** Views people were given of it are of what it was. */
const changed = ({ storage, events }: ConnectorEdges, { id, placeId }: StoredMessage): void => {
  storage.forgetViews(id);
  events.publish({ what: 'message', placeId, messageId: id });
};
