import type { Place } from '../places.ts';
import { contentOf, type BotActivity } from './botActivity.ts';
import type { ConnectorEdges } from './edges.ts';

export interface Posted {
  readonly place: Place;
  /** In a channel, the post it answers; null for a post of its own. */
  readonly thread: string | null;
  /** The id of the one person who sees it; null for everybody. */
  readonly onlyFor: string | null;
}

/** Puts a message of the bot's into a place, and gives its id. */
export const post = (
  { storage, events, now }: ConnectorEdges,
  activity: BotActivity,
  { place, thread, onlyFor }: Posted,
): string => {
  const instant = now();
  const id = storage.nextId(instant);
  storage.addMessage({
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
  });
  events.publish({ what: 'message', placeId: place.id, messageId: id });
  return id;
};
