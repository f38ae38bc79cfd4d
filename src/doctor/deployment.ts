/** What is looked at: the settings of a live council, and the ways to what stands around it. */
import type { Practice } from '../practice/practice.ts';
import type { LocalDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Stores } from '../store/store.ts';

export interface Deployment {
  readonly registration: {
    readonly appType: 'SingleTenant' | 'UserAssignedMSI';
    readonly appId: string;
    readonly tenantId: string;
    readonly password: string | null;
  };
  readonly publicUrl: string;
  readonly smtp: {
    readonly host: string;
    readonly port: number;
    readonly from: string;
    readonly auth: { readonly user: string; readonly password: string } | null;
  };
  /** The mailbox in whose calendar meetings are made; null: none are. */
  readonly graphOrganiser: string | null;
  readonly secureDomains: readonly string[];
  /** The day the secrets were last changed; null where nobody says. */
  readonly secretsChangedOn: LocalDate | null;
}

export interface Around {
  readonly now: () => Instant;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** A token of a managed identity for a resource. Rejects where this machine has none. */
  readonly identityToken: (appId: string, scope: string) => Promise<string>;
  /** Opens the data that the bot uses. Rejects with one sentence. */
  readonly open: () => Promise<Stores>;
  /** The database file; null where there is none, with Cosmos DB. */
  readonly file: string | null;
  /** What is free on the disk of a folder, in bytes. */
  readonly freeBytes: (folder: string) => number;
  /** Where backups are put, and the app package that was uploaded, where the operator says. */
  readonly backups: string | null;
  readonly appPackage: Uint8Array | null;
  /** The app package as this version makes it: throws a sentence where it cannot. */
  readonly ownManifest: () => unknown;
  /** The procedure in force, with the council’s calendar. */
  readonly practice: Practice;
}
