/** What the outbox is given to say, ready for each route it may take. */
import type { MailPage } from '../documents/mailPage.ts';

/** A card, and the line shown in notifications and on lock screens: never case data in that one. */
export interface CardContent {
  readonly card: object;
  readonly summary: string;
}

/** Where an e-mail goes: somebody's own address, or a mailbox that others of their agency read too. */
export interface Mailbox {
  readonly address: string;
  readonly shared: boolean;
}

/** A file that goes with an e-mail. `make` rejects where it cannot be made: then nothing is sent. */
export interface Enclosure {
  readonly filename: string;
  readonly make: () => Promise<Buffer>;
}

export interface MailContent extends MailPage {
  readonly subject: string;
  /** The meeting as a calendar entry, or null with an e-mail about anything else. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
  readonly encloses?: Enclosure;
}

/** A message to one person: made for the route it takes, because what may be said depends on who could read it. */
export interface MessageContent {
  readonly inTeams: () => CardContent;
  readonly byEmail: (to: Mailbox) => MailContent;
}
