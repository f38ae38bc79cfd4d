/** A line of text where somebody asked: for all there, or for the asker alone as a targeted message. One request, never repeated. */
import type { Activity, CloudAdapter } from 'botbuilder';
import type { SendResult } from '../channels/send.ts';
import { createConnector } from './connector.ts';
import { classify } from './sendResult.ts';

export type SayLine = (asked: Activity, line: string, to: 'all' | 'asker') => Promise<SendResult>;

export const createSayLine = (edges: { readonly adapter: CloudAdapter; readonly appId: string }): SayLine => {
  const connector = createConnector(edges);
  return async ({ serviceUrl, conversation, from: asker, recipient }, line, to) => {
    const activities = `v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
    return classify(
      await connector({
        method: 'POST',
        serviceUrl,
        path: to === 'asker' ? `${activities}?isTargetedActivity=true` : activities,
        body: {
          type: 'message',
          text: line,
          conversation,
          from: { id: recipient.id, name: recipient.name },
          recipient: { id: asker.id, name: asker.name },
        },
      }),
    );
  };
};
