/** The ids Teams knows people by in a conversation: from what they have done there, or asked of Teams itself. */
import type { CloudAdapter } from 'botbuilder';
import { z } from 'zod';
import { createConnector } from './connector.ts';
import type { Roster } from './roster.ts';

const member = z.looseObject({ id: z.string().min(1) });

/** Null for somebody who is not in the conversation, and while Teams does not answer: a button serves them as well. */
export type TeamsIdOf = (who: { tenantId: string; userId: string }, conversation: string) => Promise<string | null>;

export const createMembers = (edges: {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly roster: Roster;
}): TeamsIdOf => {
  const { roster } = edges;
  const connector = createConnector(edges);
  return async ({ tenantId, userId }, conversation) => {
    const met = await roster.reachable(tenantId, userId);
    // A chat the bot opened itself is kept under the user's own id: a card's `refresh` wants the one Teams gives.
    if (met !== null && met.teamsId !== userId) return met.teamsId;
    const serviceUrl = (await roster.conversation(conversation))?.serviceUrl;
    if (serviceUrl === undefined) return null;
    const path = `v3/conversations/${encodeURIComponent(conversation)}/members/${encodeURIComponent(userId)}`;
    const outcome = await connector({ method: 'GET', serviceUrl, path });
    return outcome.answered && outcome.status === 200 ? (member.safeParse(outcome.body).data?.id ?? null) : null;
  };
};
