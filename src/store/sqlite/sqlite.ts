/**
 * The store on one SQLite file: the default, and enough for an authority on one machine. Every append is one durable
 * transaction. Several processes may share the file; each statement is short, so none waits long for another.
 */
import type { Store, Stores } from '../store.ts';
import { sqliteArchive } from './archive.ts';
import { appendCommit, loadCommits } from './commits.ts';
import { sqliteConversations } from './conversations.ts';
import { noticesOf } from './deliveries.ts';
import { sqliteDirectory } from './directory.ts';
import { sqliteDrafts } from './drafts.ts';
import { concerns, listOpen, listOwing, readsOf, recordRead } from './lists.ts';
import { claimDue, countNotices, nextDue, settleNotice, showAgain } from './notices.ts';
import { openDatabase } from './open.ts';
import { prepared, type Sqlite } from './statements.ts';
import { soon } from './transaction.ts';
import { isWholeBeside } from './wholeFile.ts';

/**
 * Opens the database file at `path`, creating it and its folder, readable by this user only, if there is none. Throws
 * StoreUnavailable with one sentence for the operator if it cannot be used; then nothing on the disk has changed.
 */
export const openSqlite = (path: string): Stores => storesOn(prepared(openDatabase(path)), path);

/**
 * Opens one that is there for this program only, until it is closed. Throws StoreUnavailable as well while another program
 * has it open: a bot that went on writing into a file that is being moved would lose what it wrote.
 */
export const openSqliteAlone = (path: string): Stores => storesOn(prepared(openDatabase(path, 'alone')), path);

const storesOn = (sqlite: Sqlite, path: string): Stores => {
  const closing = new AbortController();
  return {
    store: storeOn(sqlite),
    conversations: sqliteConversations(sqlite),
    drafts: sqliteDrafts(sqlite),
    directory: sqliteDirectory(sqlite),
    archive: sqliteArchive(sqlite),
    lookAtAll: async () => {
      try {
        return (await isWholeBeside(path, closing.signal)) ? 'whole' : 'damaged';
      } catch (error) {
        if (closing.signal.aborted) return null;
        throw error;
      }
    },
    close: async () => {
      closing.abort();
      await sqlite.writes.drained();
      if (sqlite.db.isOpen) sqlite.db.close();
    },
  };
};

const storeOn = (sqlite: Sqlite): Store => ({
  load: (reference) => soon(() => loadCommits(sqlite, reference)),
  append: (commit, summary) => sqlite.writes.write(() => appendCommit(sqlite, commit, summary)),
  concerns: (reference, personId) => soon(() => concerns(sqlite, reference, personId)),
  listOpen: (limit) => soon(() => listOpen(sqlite, limit)),
  listOwing: (limit) => soon(() => listOwing(sqlite, limit)),
  claim: (claim) => claimDue(sqlite, claim),
  settle: (claimed, delivery) => sqlite.writes.write(() => settleNotice(sqlite, claimed, delivery)),
  showAgain: (reference, kind, at) => sqlite.writes.write(() => showAgain(sqlite, reference, kind, at)),
  notices: (reference) => soon(() => noticesOf(sqlite, reference)),
  nextDue: () => soon(() => nextDue(sqlite)),
  counts: (now) => soon(() => countNotices(sqlite, now)),
  recordRead: (read) => sqlite.writes.write(() => recordRead(sqlite, read)),
  reads: (reference) => soon(() => readsOf(sqlite, reference)),
});
