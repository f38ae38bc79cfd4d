/** Whole discussions in the SQLite file: exporting, keeping, purging, and taking over from another database. */
import type { Archive } from '../archive.ts';
import { allConversations } from './conversations.ts';
import { allDrafts, takeDraft } from './drafts.ts';
import { listAll, listEnded } from './lists.ts';
import { heldOf, setHold, take } from './moving.ts';
import { bury, purge, tombstones } from './purging.ts';
import type { Sqlite } from './statements.ts';
import { soon } from './transaction.ts';

export const sqliteArchive = (sqlite: Sqlite): Archive => ({
  discussions: (after, limit) => soon(() => listAll(sqlite, after, limit)),
  held: (reference) => soon(() => heldOf(sqlite, reference)),
  take: (other) => soon(() => take(sqlite, other)),
  endedBefore: (before, limit) => soon(() => listEnded(sqlite, before, limit)),
  hold: (reference, hold) => soon(() => setHold(sqlite, reference, hold)),
  purge: (reference, by) => soon(() => purge(sqlite, reference, by)),
  tombstones: () => soon(() => tombstones(sqlite)),
  bury: (tombstone) => soon(() => bury(sqlite, tombstone)),
  conversations: () => soon(() => allConversations(sqlite)),
  drafts: () => soon(() => allDrafts(sqlite)),
  takeDraft: (draft) => soon(() => takeDraft(sqlite, draft)),
});
