/** What is written in one turn of the event loop is one wait for the disk, and each piece is still by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWrites, type Writes } from '../../../src/store/sqlite/writes.ts';

let folder: string;
let db: DatabaseSync;
let writes: Writes;
let commits: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-writes-'));
  db = new DatabaseSync(join(folder, 'one.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 0; CREATE TABLE words (word TEXT NOT NULL UNIQUE)');
  commits = 0;
  const exec = db.exec.bind(db);
  db.exec = (sql) => {
    exec(sql);
    if (sql === 'COMMIT') commits += 1;
  };
  writes = createWrites(db);
});
afterEach(() => {
  if (db.isOpen) db.close();
  rmSync(folder, { recursive: true });
});

const add = (word: string) => writes.write(() => db.prepare('INSERT INTO words VALUES (?)').run(word).changes);
const words = (): readonly unknown[] =>
  db
    .prepare('SELECT word FROM words ORDER BY rowid')
    .all()
    .map(({ word }) => word);

describe('several at once', () => {
  it('are one transaction, in the order in which they were asked for', async () => {
    await Promise.all(['one', 'two', 'three'].map(add));
    expect(words()).toEqual(['one', 'two', 'three']);
    expect(commits).toBe(1);
  });

  it('are answered only once they are written', async () => {
    const answered: string[] = [];
    const first = add('one').then(() => answered.push('one'));
    expect(words()).toEqual([]);
    expect(answered).toEqual([]);
    await first;
    expect([words(), answered]).toEqual([['one'], ['one']]);
  });

  it('fail by themselves: what one of them did is undone, and nothing else', async () => {
    const half = writes.write(() => {
      db.prepare('INSERT INTO words VALUES (?)').run('half');
      throw new Error('and then this');
    });
    const outcomes = await Promise.allSettled([add('one'), half, add('one'), add('two')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(words()).toEqual(['one', 'two']);
    expect(commits).toBe(1);
  });

  it('where the whole transaction is lost, each is written by itself and only what cannot be is refused', async () => {
    const fatal = writes.write(() => {
      db.exec('ROLLBACK');
      throw new Error('the disk is full');
    });
    const outcomes = await Promise.allSettled([add('one'), fatal, add('two')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(words()).toEqual(['one', 'two']);
  });
});

describe('while another program writes', () => {
  it('they wait for it, in their order, and people are answered meanwhile', async () => {
    const other = new DatabaseSync(join(folder, 'one.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const asked = [add('one')];
    await new Promise((resolve) => setTimeout(resolve, 60));
    asked.push(add('two'));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(words()).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    await Promise.all(asked);
    expect(words()).toEqual(['one', 'two']);
  });
});

it('nothing is waiting any more once it is drained', async () => {
  const asked = add('one');
  await writes.drained();
  expect(words()).toEqual(['one']);
  await asked;
});
