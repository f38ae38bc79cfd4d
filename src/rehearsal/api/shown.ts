/** People and messages as the page shows them. */
import type { FictionalPerson } from '../fictionalPerson.ts';
import { nameOf, placesOf, type Place } from '../places.ts';
import type { PersonalView, Storage, StoredMessage } from '../storage.ts';
import type { ApiEdges } from './edges.ts';

const adaptive = 'application/vnd.microsoft.card.adaptive';

export const shownPerson = (person: FictionalPerson, { storage, mailOnly }: ApiEdges) => ({
  ...person,
  places: (mailOnly ? [] : placesOf(person)).map((place) => ({
    place: nameOf(place),
    id: place.id,
    name: place.name,
    team: place.kind === 'channel' ? place.teamName : null,
    unread: storage.unread(place.id, person.id),
  })),
  unreadMail: storage.unreadMail(person.email),
});

/** What one person sees in a place, the oldest first: of a card, their own view where they were given one. */
const messagesSeenBy = (person: FictionalPerson, place: Place, storage: Storage) => {
  const views = storage.views(person.id);
  return storage.messagesFor(place.id, person.id).map((message) => asSeen(message, views.get(message.id)));
};

/** The same of these messages only. */
const someSeenBy = (person: FictionalPerson, ids: readonly string[], storage: Storage) =>
  ids
    .toSorted()
    .map((id) => storage.message(id))
    .filter((message) => message !== undefined)
    .filter(({ onlyFor }) => onlyFor === null || onlyFor === person.id)
    .map((message) => asSeen(message, storage.view(message.id, person.id)));

/** A place as one person sees it; with `since`, what has changed in it since then, where that is known. */
export const conversationOf = (
  person: FictionalPerson,
  place: Place,
  since: string | undefined,
  { storage, changes }: ApiEdges,
) => {
  const changed = since === undefined ? undefined : changes.since(since, place.id);
  return {
    messages: changed ? someSeenBy(person, changed, storage) : messagesSeenBy(person, place, storage),
    whole: changed === undefined,
    cursor: changes.cursor(),
  };
};

const asSeen = (message: StoredMessage, view: PersonalView | undefined) => {
  const cards = message.attachments.filter((a) => a.contentType === adaptive).map((a) => a.content);
  return {
    ...shownMessage(message),
    cards: view ? [view.card, ...cards.slice(1)] : cards,
    viewAnsweredAt: view?.answeredAt ?? null,
  };
};

export const shownMessage = ({ id, thread, author, text, textFormat, createdAt, ...rest }: StoredMessage) => ({
  id,
  thread,
  author,
  text,
  textFormat,
  createdAt,
  editedAt: rest.editedAt,
  deleted: rest.deleted,
  reachedBot: rest.reachedBot,
  isPrivate: rest.onlyFor !== null,
});
