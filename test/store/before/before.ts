/**
 * What the program stored before commits had format 2, as its own code left it: the rows of an SQLite file and the items of
 * a container, with one discussion that is held, open and disagreed with (SD-TEST22), and one that is purged (SD-GONE22).
 * Both files are never to be changed.
 */
import { readFileSync } from 'node:fs';
import type { SQLInputValue } from 'node:sqlite';
import { openDatabase } from '../../../src/store/sqlite/open.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** The rows of each table, in an order in which they can be inserted. */
const rowsBefore = read('sqlite.json') as Readonly<Record<string, readonly Readonly<Record<string, SQLInputValue>>[]>>;

/** Puts the rows into the SQLite file, which is made if there is none. */
export const writeRowsBefore = (file: string): void => {
  const db = openDatabase(file);
  for (const [table, rows] of Object.entries(rowsBefore)) {
    for (const row of rows) {
      const columns = Object.keys(row);
      const values = columns.map((column) => `:${column}`);
      db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`).run(row);
    }
  }
  db.close();
};

/** The items of the authority `exampleshire`. */
export const itemsBefore = read('cosmos.json') as readonly (object & { readonly id: string })[];

/** The commits of SD-TEST22, byte for byte. */
export const textsBefore: readonly string[] = (rowsBefore['commits'] ?? []).map((row) => row['json'] as string);
