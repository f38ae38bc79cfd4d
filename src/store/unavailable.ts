/**
 * Why the database cannot be opened, in one sentence for the operator who has to put it right. Nothing is created,
 * overwritten or renamed to get round any of these: what is on the disk may be the only copy of a statutory record.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

const busy = 5;
const locked = 6;
const readOnly = 8;
const inputOutput = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

/** Says what an error met while opening `path` means; an error that says nothing about the file is returned as it is. */
export const unavailable = (path: string, error: unknown): unknown => {
  if (error instanceof StoreUnavailable) return error;
  const sentence = becauseOfSqlite(path, error) ?? becauseOfFiles(path, error);
  return sentence === null ? error : new StoreUnavailable(sentence, { cause: error });
};

export const damaged = (path: string): string =>
  `The database file ${path} is damaged or is not a database; it has been left as it is. Restore it from a backup.`;

export const damagedJournal = (path: string): string =>
  `The journal ${path}-wal is damaged: what was recorded last is not to be had from it. Both files have been left as they are. ` +
  `Keep a copy of both, then restore a backup, or move the journal away to go on without what was recorded last.`;

export const notAFile = (path: string): string =>
  `There is something at ${path} that is not a file; it has been left as it is. Move it away, or set DATA_DIR to another folder.`;

const unwritable = (path: string): string =>
  `The database file ${path} cannot be written. Give this program permission to write the file and its folder.`;

/** Whether SQLite says so of the file. */
export const isDamage = (error: unknown): boolean => [corrupt, notADatabase].includes(resultCode(error) ?? 0);

/** The low byte is the primary result code; the rest only refines it. */
const resultCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

const becauseOfSqlite = (path: string, error: unknown): string | null => {
  switch (resultCode(error)) {
    case busy:
    case locked:
      return `The database file ${path} is locked by another program. Stop that program, then start this one again.`;
    case readOnly:
    case cannotOpen:
      return unwritable(path);
    case corrupt:
    case notADatabase:
      return damaged(path);
    case full:
      return `There is no room left on the disk for the database file ${path}. Free some space, then start again.`;
    case inputOutput:
      return `The disk failed while the database file ${path} was being opened. Check the disk, then start again.`;
    default:
      return null;
  }
};

const becauseOfFiles = (path: string, error: unknown): string | null => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unwritable(path);
    case 'ENOTDIR':
    case 'EEXIST':
      return `The database file ${path} cannot be created: something on its path is a file, not a folder. Set DATA_DIR to a folder.`;
    case 'ENOENT':
      return `The folder of the database file ${path} cannot be created. Set DATA_DIR to a folder this program can write.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left on the disk for the database file ${path}. Free some space, then start again.`;
    default:
      return null;
  }
};
