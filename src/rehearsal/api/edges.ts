import type { Changes } from '../changes.ts';
import type { Client } from '../client.ts';
import type { Storage } from '../storage.ts';

/** What is needed to see what people see, and to do what they do. */
export interface ApiEdges {
  readonly storage: Storage;
  readonly changes: Changes;
  readonly client: Client;
  /** Nobody has a place to talk, only mailboxes. */
  readonly mailOnly: boolean;
}
