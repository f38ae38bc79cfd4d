/** What is kept beside the streams: who looked at a discussion, conversation references, half-filled forms, the directory. */
import type { Instant } from '../practice/time/instant.ts';
import { StoredFault } from './storedFault.ts';

/** Somebody looked at a discussion. */
export interface RecordedRead {
  readonly reference: string;
  readonly personId: string;
  readonly at: Instant;
  readonly deed: string;
}

/** A conversation the bot may speak in, as the channel described it last; opaque to everything but src/teams. */
export interface Conversations {
  remember(key: string, reference: string): Promise<void>;
  recall(key: string): Promise<string | null>;
}

/** Half-filled forms, kept on the server so that nothing about a child travels back from a card. */
export interface Drafts {
  get(id: string): Promise<StoredDraft | null>;
  /** Writes under `revision`, which must be one more than the stored one (1 for a new draft), else `conflict`. */
  put(draft: StoredDraft): Promise<'saved' | 'conflict'>;
  remove(id: string): Promise<void>;
}

export interface StoredDraft {
  readonly id: string;
  readonly revision: number;
  readonly owner: string;
  /** JSON; parsed by whoever keeps this kind of draft. */
  readonly body: string;
  readonly savedAt: Instant;
}

/** People, agency inboxes and the duty rota as the directory wrote them; opaque to the store but for the keys it looks up by. */
export interface DirectoryRows {
  get(kind: DirectoryRow['kind'], id: string): Promise<DirectoryRow | null>;
  byTeamsKey(teamsKey: string): Promise<DirectoryRow | null>;
  /** All rows of one kind, by id. */
  all(kind: DirectoryRow['kind']): Promise<readonly DirectoryRow[]>;
  /** Writes all of them or none, replacing rows with the same kind and id. Rejects if two rows share a Teams key. */
  put(rows: readonly DirectoryRow[]): Promise<void>;
  /** Removes all of them or none; one that is not there is as good as removed. */
  remove(kind: DirectoryRow['kind'], ids: readonly string[]): Promise<void>;
}

export const directoryRowKinds = ['person', 'inbox', 'duty', 'swap'] as const;

export interface DirectoryRow {
  readonly kind: (typeof directoryRowKinds)[number];
  readonly id: string;
  /** Finds a person by their Teams identity; null for those without one, and for every other kind. */
  readonly teamsKey: string | null;
  /** JSON; parsed by the directory. */
  readonly body: string;
}

/** The kind a row was stored under. Throws StoredFault for one that this program does not know. */
export const directoryRowKind = (stored: unknown): DirectoryRow['kind'] => {
  const kind = directoryRowKinds.find((known) => known === stored);
  if (kind === undefined) throw new StoredFault('A row of the directory is of a kind that this version does not know.');
  return kind;
};
