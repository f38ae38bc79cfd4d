/** A line in a channel or group chat that one person alone sees: the answer to a targeted message, which is private too. */
import type { Activity, CloudAdapter } from 'botbuilder';
import { createConnector } from './connector.ts';

/** Rejects where Teams did not take it. */
export type SayAside = (asked: Activity, line: string) => Promise<void>;

export const createAside = (edges: { readonly adapter: CloudAdapter; readonly appId: string }): SayAside => {
  const connector = createConnector(edges);
  return async ({ serviceUrl, conversation, from: asker, recipient }, line) => {
    const outcome = await connector({
      method: 'POST',
      serviceUrl,
      path: `v3/conversations/${encodeURIComponent(conversation.id)}/activities?isTargetedActivity=true`,
      body: {
        type: 'message',
        text: line,
        conversation,
        from: { id: recipient.id, name: recipient.name },
        recipient: { id: asker.id, name: asker.name },
      },
    });
    if (outcome.answered && outcome.status < 300) return;
    throw new Error(`an aside was not taken: ${outcome.answered ? String(outcome.status) : outcome.detail}`);
  };
};
