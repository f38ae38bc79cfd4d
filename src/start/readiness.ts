/** Whether this process can do its work: read what is owed, and write down what happens. A full disk is neither a start nor an end. */
import { minute } from '../practice/time/instant.ts';
import type { NoticeCounts } from '../store/store.ts';
import { StoreUnavailable } from '../store/unavailable.ts';

/** Looked at often; the disk is written once in so long, and each time while it could not be. Milliseconds. */
const writtenEveryMs = minute;

/** What is known of the whole file; null where nothing is, as with Cosmos DB, which looks after its own. */
export type FileState = 'beingLookedAt' | 'whole' | 'damaged' | null;

export interface Ready {
  readonly notices: NoticeCounts;
  readonly file: FileState;
}

export const createReadiness = (edges: {
  readonly counts: () => Promise<NoticeCounts>;
  /** Writes something of no account. Rejects where nothing can be written. */
  readonly write: () => Promise<void>;
  readonly file: () => FileState;
  /** Milliseconds that never go back. */
  readonly elapsed: () => number;
}): (() => Promise<Ready>) => {
  let writtenAt = -Infinity;
  return async () => {
    const file = edges.file();
    if (file === 'damaged') throw new StoreUnavailable('The database file is damaged. Restore it from a backup.');
    if (edges.elapsed() - writtenAt >= writtenEveryMs) {
      await edges.write();
      writtenAt = edges.elapsed();
    }
    return { notices: await edges.counts(), file };
  };
};
