/** Where the bot may speak, and to whom: conversation references kept as Teams last described them. */
import { TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import { z } from 'zod';
import { briefly } from '../store/briefly.ts';
import type { Conversations } from '../store/rows.ts';

const personKey = (tenantId: string, userId: string) => `person/${tenantId}/${userId}`;
const conversationKey = (id: string) => `conversation/${id}`;
const serviceKey = (tenantId: string) => `service/${tenantId}`;
const postedKey = (reference: string) => `convening/${reference}`;

const account = z.object({ teamsId: z.string(), chat: z.unknown() });

const ofTenant = z.object({ tenant: z.object({ id: z.string() }) });

const announcement = z.object({ conversation: z.string(), activityId: z.string() });
type Announcement = z.infer<typeof announcement>;

/** How one person can be reached in Teams: their id there, and their own chat with the bot once there is one. */
export interface Reachable {
  readonly teamsId: string;
  readonly chat: Partial<ConversationReference> | null;
}

/** Who sent an activity: tenant and user as Microsoft's sign-in names them, or null where the activity does not say. */
export const senderOf = (activity: Activity): { readonly tenantId: string; readonly userId: string } | null => {
  const channelData = ofTenant.safeParse(activity.channelData);
  const tenantId = channelData.success ? channelData.data.tenant.id : activity.conversation.tenantId;
  const userId = activity.from.aadObjectId;
  return tenantId === undefined || userId === undefined
    ? null
    : // As the directory keeps them: Microsoft writes them in either case.
      { tenantId: tenantId.toLowerCase(), userId: userId.toLowerCase() };
};

/**
 * Whether sender and place are both of these tenants. Somebody of ours in another council's channel is not answered there:
 * what the bot says would be theirs to read.
 */
export const isWithin = (tenants: readonly string[], activity: Activity): boolean => {
  const sender = senderOf(activity);
  const named = [sender?.tenantId, activity.conversation.tenantId].filter((id) => id !== undefined);
  return sender !== null && named.every((id) => tenants.some((own) => own.toLowerCase() === id.toLowerCase()));
};

export type Roster = ReturnType<typeof createRoster>;

/** `failed`: what could not be kept of a conversation is in nobody's way, and the next activity brings it again. */
export const createRoster = (conversations: Conversations, failed: (error: unknown) => unknown) => {
  /** Nothing is written that is kept already: most activities tell nothing new. */
  const keep = async (key: string, value: string): Promise<void> => {
    if ((await conversations.recall(key)) === value) return;
    await briefly(conversations.remember(key, value), failed);
  };

  const reachable = async (tenantId: string, userId: string): Promise<Reachable | null> => {
    const stored = await conversations.recall(personKey(tenantId, userId));
    if (stored === null) return null;
    const { teamsId, chat } = account.parse(JSON.parse(stored));
    return { teamsId, chat: chat as Partial<ConversationReference> | null };
  };

  /** Keeps what an activity tells of its sender and conversation; the newest serviceUrl always replaces the old. */
  const meet = async (activity: Activity): Promise<void> => {
    const sender = senderOf(activity);
    if (sender === null) return;
    const { activityId: _, ...reference } = TurnContext.getConversationReference(activity);
    const { tenantId, userId } = sender;
    const personal = activity.conversation.conversationType === 'personal';
    const before = await reachable(tenantId, userId);
    const chat = personal ? reference : (before?.chat ?? null);
    await Promise.all([
      keep(conversationKey(activity.conversation.id), JSON.stringify(reference)),
      keep(personKey(tenantId, userId), JSON.stringify({ teamsId: activity.from.id, chat })),
      keep(serviceKey(tenantId), JSON.stringify({ serviceUrl: activity.serviceUrl, bot: activity.recipient })),
    ]);
  };

  return {
    meet,
    reachable,
    conversation: async (id: string): Promise<Partial<ConversationReference> | null> => {
      const stored = await conversations.recall(conversationKey(id));
      return stored === null ? null : (JSON.parse(stored) as Partial<ConversationReference>);
    },
    /** What is needed to open a new chat with somebody of a tenant; null before the bot was ever spoken to there. */
    service: async (tenantId: string): Promise<{ serviceUrl: string; bot: { id: string; name: string } } | null> => {
      const stored = await conversations.recall(serviceKey(tenantId));
      return stored === null ? null : (JSON.parse(stored) as { serviceUrl: string; bot: { id: string; name: string } });
    },
    rememberChat: (tenantId: string, userId: string, teamsId: string, chat: Partial<ConversationReference>) =>
      conversations.remember(personKey(tenantId, userId), JSON.stringify({ teamsId, chat })),
    /** The message that announced a convene form, which the agenda card later replaces. */
    rememberAnnouncement: (reference: string, where: Announcement) =>
      conversations.remember(postedKey(reference), JSON.stringify(where)),
    /** Null where there was none, or an older program did not keep where. */
    announcement: async (reference: string): Promise<Announcement | null> => {
      const stored = await conversations.recall(postedKey(reference));
      return stored?.startsWith('{') === true ? announcement.parse(JSON.parse(stored)) : null;
    },
  };
};
