import type { Instant } from '../practice/time/instant.ts';
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory, DirectoryPerson } from '../directory/directory.ts';
import type { Actor, PersonId } from '../discussion/state/people.ts';
import type { Place } from '../discussion/state/event.ts';
import type { Drafts } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import type { Card } from '../cards/bind.ts';

/** What the conversation in Teams needs from the rest of the product. */
export interface Edges {
  readonly conduct: Conduct;
  readonly store: Store;
  readonly drafts: Drafts;
  readonly directory: Directory;
  readonly clock: () => Instant;
  /** Unpredictable text of letters and digits, for form nonces and references. */
  readonly newId: () => string;
  readonly authority: string;
  /** Whether this service enters meetings in the calendar of the council, and makes online ones there. */
  readonly makesMeetings: boolean;
}

/** The authenticated person behind an activity, once the directory knows them. */
export interface Who {
  readonly person: DirectoryPerson;
  readonly actor: Actor;
  /** Their id in Teams (`29:...`), for views meant for them alone. */
  readonly teamsId: string;
}

/** A button pressed on a card. */
export interface Press {
  readonly verb: string;
  /** The action's own data with the inputs merged in, as the client sent it: not to be believed. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly who: Who;
}

/** What a press is answered with: a card for this person only, or a sentence. */
export type Answer = { readonly card: Card } | { readonly text: string };

export type Handler = (press: Press, edges: Edges) => Promise<Answer>;

/** A command somebody typed. */
export interface Typed {
  readonly who: Who;
  readonly place: Place;
  /** Identifies the message, so that Teams sending it twice has one effect. */
  readonly messageKey: string;
}

export const actorOf = (person: DirectoryPerson): Actor => ({
  personId: person.id as PersonId,
  name: person.name,
  role: person.roles[0] ?? 'professional',
  agency: person.agency,
  rank: person.rank,
  via: 'teams',
});
