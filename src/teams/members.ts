/** The ids Teams knows people by in a conversation: from what they have done there, or asked of Teams itself. */
import type { CloudAdapter } from 'botbuilder';
import { z } from 'zod';
import { millis, type Instant } from '../practice/time/instant.ts';
import { createConnector } from './connector.ts';
import type { Roster } from './roster.ts';

const member = z.looseObject({ id: z.string().min(1) });

/** Null for somebody who is not in the conversation, and while Teams does not answer: a button serves them as well. */
export type TeamsIdOf = (who: { tenantId: string; userId: string }, conversation: string) => Promise<string | null>;

/** How long what Teams said of somebody holds: a card is changed often, and Teams answers few questions. Milliseconds. */
const keptMs = 600_000;
const mostKept = 5_000;

export const createMembers = (edges: {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly roster: Roster;
  readonly clock: () => Instant;
}): TeamsIdOf => {
  const { roster, clock } = edges;
  const connector = createConnector(edges);
  const kept = new Map<string, { readonly id: string | null; readonly until: number }>();

  /** Null where Teams did not answer. */
  const ask = async (userId: string, conversation: string): Promise<{ readonly id: string | null } | null> => {
    const serviceUrl = (await roster.conversation(conversation))?.serviceUrl;
    if (serviceUrl === undefined) return null;
    const path = `v3/conversations/${encodeURIComponent(conversation)}/members/${encodeURIComponent(userId)}`;
    const outcome = await connector({ method: 'GET', serviceUrl, path });
    if (outcome.answered && outcome.status === 404) return { id: null };
    if (!outcome.answered || outcome.status !== 200) return null;
    return { id: member.safeParse(outcome.body).data?.id ?? null };
  };

  return async ({ tenantId, userId }, conversation) => {
    const met = await roster.reachable(tenantId, userId);
    // A chat the bot opened itself is kept under the user's own id: a card's `refresh` wants the one Teams gives.
    if (met !== null && met.teamsId !== userId) return met.teamsId;
    const key = `${conversation}/${tenantId}/${userId}`;
    const before = kept.get(key);
    if (before !== undefined && before.until > millis(clock())) return before.id;
    const answered = await ask(userId, conversation);
    if (answered === null) return null;
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, { id: answered.id, until: millis(clock()) + keptMs });
    return answered.id;
  };
};
