/** A new database file: made whole elsewhere and put in place at once, so that no crash leaves half of one behind. */
import { closeSync, existsSync, linkSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnavailable } from '../unavailable.ts';
import { connect } from './connect.ts';

/** Creates the file and its folder, readable by this user only. Throws StoreUnavailable where a journal is left alone. */
export const create = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const journal = `${path}-wal`;
  if (existsSync(journal) && statSync(journal).size > 0) {
    throw new StoreUnavailable(
      `The database file ${path} is missing but its journal ${journal} is there. Put the file back, or restore a backup.`,
    );
  }
  const draft = `${path}.new-${process.pid}`;
  removeDraft(draft);
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    connect(draft, 'shared').close();
    putInPlace(draft, path);
  } finally {
    removeDraft(draft);
  }
};

/** A link, unlike a rename, never replaces a database that another process put there a moment ago. */
const putInPlace = (draft: string, path: string): void => {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
};

const removeDraft = (draft: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${suffix}`, { force: true });
};
