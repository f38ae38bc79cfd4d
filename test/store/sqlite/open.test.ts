import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { openDatabase } from '../../../src/store/sqlite/open.ts';
import type { Stores } from '../../../src/store/store.ts';
import { StoreUnavailable } from '../../../src/store/unavailable.ts';
import { aCommit, aNotice, aSummary, minutes, oweNotices, start } from '../contract/commits.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-open-'));
  file = join(folder, 'data', 'discussions.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const mode = (path: string): number => statSync(path).mode & 0o777;

/** A database with something in it, closed again. */
const aDatabase = async (): Promise<void> => {
  const stores = openSqlite(file);
  for (let i = 0; i < 50; i += 1) await oweNotices(stores.store, 'SD-1', [aNotice(`notice ${i}`)]);
  await stores.close();
};

/** The one sentence an operator sees when the file cannot be opened. */
const refusal = (): string => {
  try {
    openSqlite(file);
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.message;
    throw error;
  }
  throw new Error('the database was opened');
};

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What is in the data folder, but for the empty journal and the index of it that any look at a database leaves. */
const everyFile = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(folder, 'data'))
      .map((name) => join(folder, 'data', name))
      .filter((path) => !path.endsWith('-shm') && !(path.endsWith('-wal') && statSync(path).size === 0))
      .map((path) => [path, digest(path)]),
  );

/** Runs as a user without special rights, where the tests run as root: permissions do not bind root. */
const asOrdinaryUser = <T>(work: () => T): T => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

describe('a new database', () => {
  it('is made with its folder, readable by its owner only', async () => {
    const stores = openSqlite(file);
    await oweNotices(stores.store, 'SD-1', []);
    expect(mode(join(folder, 'data'))).toBe(0o700);
    expect(readdirSync(join(folder, 'data')).map((name) => [name, mode(join(folder, 'data', name))])).toEqual([
      ['discussions.db', 0o600],
      ['discussions.db-shm', 0o600],
      ['discussions.db-wal', 0o600],
    ]);
    await stores.close();
    expect(readdirSync(join(folder, 'data'))).toEqual(['discussions.db']);
  });

  it('is written ahead and synchronised at each commit, so that a power cut takes nothing acknowledged', () => {
    const db = openDatabase(file);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    db.close();
  });

  it('is not mistaken for a whole one when its making is interrupted', () => {
    openDatabase(file).close();
    writeFileSync(`${file}.new-${process.pid}`, 'half a database');
    rmSync(file);
    openDatabase(file).close();
    expect(readdirSync(join(folder, 'data'))).toEqual(['discussions.db']);
  });
});

describe('a database that cannot be used is left exactly as it is, and the reason is one sentence', () => {
  it.each<[string, () => void, string]>([
    [
      'text',
      () => writeFileSync(file, 'These are minutes of a meeting.\n'.repeat(200)),
      'is damaged or is not a database',
    ],
    ['empty', () => writeFileSync(file, ''), 'is damaged or is not a database'],
    ['cut short', () => writeFileSync(file, readFileSync(file).subarray(0, 9_000)), 'is damaged or is not a database'],
    ['overwritten in the middle', () => overwriteMiddle(), 'is damaged or is not a database'],
    ['newer', () => sql(file, 'PRAGMA user_version = 99'), 'was written by a newer version of this program'],
    ['foreign', () => sql(file, 'PRAGMA user_version = 0'), 'belongs to some other program'],
    ['gone, with its journal left', () => leaveJournalOnly(), 'is missing but its journal'],
  ])('%s', async (_case, spoil, sentence) => {
    await aDatabase();
    spoil();
    const before = everyFile();
    expect(refusal()).toContain(sentence);
    expect(refusal()).toMatch(/^[^\n]+\.$/);
    expect(refusal()).toContain(file);
    expect(everyFile()).toEqual(before);
  });

  it('damaged, with commits still in its journal', async () => {
    await killed(({ store }) => oweNotices(store, 'SD-1', []));
    writeFileSync(file, 'x'.repeat(4096));
    const before = everyFile();
    expect(Object.keys(before)).toEqual([file, `${file}-wal`]);
    expect(refusal()).toContain('is damaged or is not a database');
    expect(everyFile()).toEqual(before);
  });

  it('with commits behind a damaged place in its journal', async () => {
    await killed(async ({ store }) => {
      for (const i of [1, 2, 3, 4]) await oweNotices(store, `SD-${i}`, []);
    });
    const wal = readFileSync(`${file}-wal`);
    wal.writeUInt8(wal.readUInt8(wal.length / 2) ^ 0xff, wal.length / 2);
    writeFileSync(`${file}-wal`, wal);
    const before = everyFile();
    expect(refusal()).toContain('-wal is damaged');
    expect(everyFile()).toEqual(before);
  });

  it('locked by another program', async () => {
    await aDatabase();
    const other = new DatabaseSync(file);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE theirs (x); COMMIT');
    expect(refusal()).toMatch(/is locked by another program\. Stop that program/);
    other.close();
  });

  it('in a folder that nobody may write', () => {
    chmodSync(folder, 0o555);
    expect(asOrdinaryUser(refusal)).toMatch(/cannot be written\. Give this program permission/);
    expect(existsSync(file)).toBe(false);
  });

  it('a file that may only be read', async () => {
    await aDatabase();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'data'), 0o777);
    chmodSync(file, 0o444);
    const before = everyFile();
    expect(asOrdinaryUser(refusal)).toMatch(/cannot be written\. Give this program permission/);
    expect(everyFile()).toEqual(before);
  });

  it('under something that is not a folder', () => {
    writeFileSync(join(folder, 'data'), 'a file');
    expect(refusal()).toMatch(/something on its path is a file, not a folder/);
    expect(readFileSync(join(folder, 'data'), 'utf8')).toBe('a file');
  });
});

describe('a database that an earlier program wrote', () => {
  it('says which discussions ended long ago, though it did not keep when', async () => {
    const stores = openSqlite(file);
    for (const reference of ['SD-1', 'SD-2']) {
      const commit = aCommit(null, { reference });
      await stores.store.append(commit, aSummary(commit, { stage: 'decided', open: false }));
    }
    await stores.close();
    sql(file, 'DROP INDEX summaries_ended; ALTER TABLE summaries DROP COLUMN last_at; PRAGMA user_version = 4');
    const later = openSqlite(file);
    expect(await later.archive.endedBefore(start, 10)).toEqual([]);
    expect(await later.archive.endedBefore(minutes(1), 10)).toEqual(['SD-1', 'SD-2']);
    await later.close();
  });
});

describe('the notices of a damaged record', () => {
  it('are there all the same: what warns of them has to leave', async () => {
    const stores = openSqlite(file);
    await oweNotices(stores.store, 'SD-1', [aNotice('a')]);
    sql(file, `UPDATE commits SET json = replace(json, '"hash":"', '"hash":"0')`);
    await expect(stores.store.load('SD-1')).rejects.toThrow('SD-1, version 1');
    expect((await stores.store.notices('SD-1')).map(({ notice }) => notice.id)).toEqual(['a']);
    await stores.close();
  });
});

describe('the journal of a program that was killed', () => {
  it('is read to its end, however large, over what it held before', async () => {
    await killed(async ({ store }) => {
      for (let i = 0; i < 300; i += 1) await oweNotices(store, `SD-${i}`, [aNotice(`SD-${i}/1/invitation/a`)]);
    });
    const stores = openSqlite(file);
    expect(await stores.archive.discussions(null, 1_000)).toHaveLength(300);
    await stores.close();
  });

  it.each([1, 100, 4_000])(
    'torn at its end by a power cut (%i bytes), lacks what nobody was told of and no more',
    async (bytes) => {
      await killed(async ({ store }) => {
        for (const i of [1, 2, 3]) await oweNotices(store, `SD-${i}`, []);
      });
      const wal = readFileSync(`${file}-wal`);
      writeFileSync(`${file}-wal`, wal.fill(0, wal.length - bytes));
      const stores = openSqlite(file);
      expect(await stores.archive.discussions(null, 10)).toEqual(['SD-1', 'SD-2']);
      await stores.close();
    },
  );
});

describe('the whole file, however small', () => {
  const aFullOne = async (): Promise<void> => {
    await aDatabase();
    sql(file, 'CREATE TABLE filler (x); INSERT INTO filler VALUES (zeroblob(5000000))');
  };
  const damageEnd = (): void => {
    const content = readFileSync(file);
    content.fill(0xff, content.length - 4096 * 20, content.length - 4096 * 18);
    writeFileSync(file, content);
  };

  it('is looked at from end to end beside other work', async () => {
    await aFullOne();
    const stores = openSqlite(file);
    expect(await stores.lookAtAll()).toBe('whole');
    await stores.close();
  });

  it('is looked at at once where it is small', async () => {
    await aDatabase();
    const stores = openSqlite(file);
    expect(await stores.lookAtAll()).toBe('whole');
    await stores.close();
  });

  it('that is damaged where opening does not look is found to be', async () => {
    await aFullOne();
    damageEnd();
    const stores = openSqlite(file);
    expect(await stores.lookAtAll()).toBe('damaged');
    await stores.close();
  });

  it('holds nothing up that closes it meanwhile', async () => {
    await aFullOne();
    const stores = openSqlite(file);
    const looking = stores.lookAtAll();
    await stores.close();
    expect(await looking).toBeNull();
  });

  it('that is gone is not called damaged', async () => {
    await aFullOne();
    const stores = openSqlite(file);
    rmSync(join(folder, 'data'), { recursive: true });
    await expect(stores.lookAtAll()).rejects.toThrow('unable to open');
    await stores.close();
  });
});

/** The file and its journal, as a program leaves them that is killed after `work`. */
const killed = async (work: (stores: Stores) => Promise<unknown>): Promise<void> => {
  const stores = openSqlite(file);
  await work(stores);
  cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true });
  await stores.close();
  rmSync(join(folder, 'data'), { recursive: true });
  cpSync(join(folder, 'copy'), join(folder, 'data'), { recursive: true });
  rmSync(`${file}-shm`);
};

const sql = (path: string, statement: string): void => {
  const db = new DatabaseSync(path);
  db.exec(statement);
  db.close();
};

const overwriteMiddle = (): void => {
  const content = readFileSync(file);
  content.fill(0xff, 4096 * 3, 4096 * 6);
  writeFileSync(file, content);
};

const leaveJournalOnly = (): void => {
  rmSync(file);
  writeFileSync(`${file}-wal`, 'frames of the lost file');
};
