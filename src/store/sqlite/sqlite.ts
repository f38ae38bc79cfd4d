/**
 * The store on one SQLite file: the default, and enough for an authority on one machine. Every append is one durable
 * transaction. Several processes may share the file; each statement is short, so none waits long for another.
 */
import type { DatabaseSync } from 'node:sqlite';
import { sqliteArchive } from './archive.ts';
import { sqliteConversations, sqliteDirectory, sqliteDrafts, soon } from './kept.ts';
import { sqliteDiscussions } from './discussions.ts';
import { sqliteNotices } from './notices.ts';
import { openDatabase } from './open.ts';
import type { Store, Stores } from '../store.ts';

/**
 * Opens the database file at `path`, creating it and its folder, readable by this user only, if there is none. Throws
 * StoreUnavailable with one sentence for the operator if it cannot be used; then nothing on the disk has changed.
 */
export const openSqlite = (path: string): Stores => storesOn(openDatabase(path));

/**
 * Opens one that is there for this program only, until it is closed. Throws StoreUnavailable as well while another program
 * has it open: a bot that went on writing into a file that is being moved would lose what it wrote.
 */
export const openSqliteAlone = (path: string): Stores => storesOn(openDatabase(path, 'alone'));

const storesOn = (db: DatabaseSync): Stores => {
  const notices = sqliteNotices(db);
  const discussions = sqliteDiscussions(db, notices.owe);
  const store: Store = {
    load: (reference) => soon(() => discussions.load(reference)),
    append: (commit, summary) => soon(() => discussions.append(commit, summary)),
    listOpen: (limit) => soon(() => discussions.listOpen(limit)),
    claim: (claim) => soon(() => notices.claim(claim)),
    settle: (claimed, delivery) => soon(() => notices.settle(claimed, delivery)),
    showAgain: (reference, kind, at) => soon(() => notices.showAgain(reference, kind, at)),
    notices: (reference) => soon(() => notices.notices(reference)),
    nextDue: () => soon(() => notices.nextDue()),
    counts: (now) => soon(() => notices.counts(now)),
    recordRead: (read) => soon(() => discussions.recordRead(read)),
    reads: (reference) => soon(() => discussions.reads(reference)),
  };
  return {
    store,
    conversations: sqliteConversations(db),
    drafts: sqliteDrafts(db),
    directory: sqliteDirectory(db),
    archive: sqliteArchive(db, discussions, notices),
    close: () =>
      soon(() => {
        if (db.isOpen) db.close();
      }),
  };
};
