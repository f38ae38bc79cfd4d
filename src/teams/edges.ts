import type { Instant } from '../practice/time/instant.ts';
import type { Card } from '../cards/bind.ts';
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory } from '../directory/directory.ts';
import type { LeafletAsked } from '../messages/leafletLinks.ts';
import type { RecordAsked } from '../messages/recordLinks.ts';
import type { Drafts } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import type { AudienceOf } from './audience.ts';
import type { Who } from './who.ts';

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
  /** The address under which a leaflet for a family is fetched, for a while from now. */
  readonly leafletLink: (asked: LeafletAsked) => string;
  /** The same for the signed record of one reader. */
  readonly recordLink: (asked: RecordAsked) => string;
  /** Whether what identifies a child may be sent there. */
  readonly isSecureAddress: (email: string | null) => boolean;
  readonly audienceOf: AudienceOf;
  /** The council's own, in small letters. */
  readonly tenants: readonly string[];
}

/** A button pressed on a card. */
export interface Press {
  /** As the card sent it, which may be a former name: part of what identifies a submission, before a new version and after. */
  readonly verb: string;
  /** The action's own data with the inputs merged in, as the client sent it: not to be believed. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly who: Who;
}

/** What a press is answered with: a card for this person only, or a sentence. */
export type Answer = { readonly card: Card } | { readonly text: string };

export type Handler = (press: Press, edges: Edges) => Promise<Answer>;
