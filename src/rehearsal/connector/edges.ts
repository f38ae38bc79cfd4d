import type { Events } from '../events.ts';
import type { Storage } from '../storage.ts';

/** What an operation of the Bot Connector needs. */
export interface ConnectorEdges {
  readonly storage: Storage;
  readonly events: Events;
  readonly now: () => Date;
}
