/** The directory's rows. */
import type { SQLOutputValue } from 'node:sqlite';
import { directoryRowKind, type DirectoryRow, type DirectoryRows } from '../rows.ts';
import type { Sqlite } from './statements.ts';
import { soon } from './transaction.ts';

export const sqliteDirectory = ({ sql, writes }: Sqlite): DirectoryRows => ({
  get: (kind, id) => soon(() => rowIn(sql.row.get(kind, id))),
  byTeamsKey: (key) => soon(() => rowIn(sql.rowByTeamsKey.get(key))),
  all: (kind) => soon(() => sql.rows.all(kind).flatMap((row) => rowIn(row) ?? [])),
  put: (rows) =>
    writes.write(() => {
      // Two people may swap Teams accounts in one import, so every old key is let go before a new one is taken.
      for (const { kind, id } of rows) sql.releaseTeamsKey.run({ kind, id });
      for (const { kind, id, teamsKey, body } of rows) sql.putRow.run({ kind, id, teamsKey, body });
    }),
  remove: (kind, ids) =>
    writes.write(() => {
      for (const id of ids) sql.removeRow.run(kind, id);
    }),
});

const rowIn = (row: Readonly<Record<string, SQLOutputValue>> | undefined): DirectoryRow | null =>
  row === undefined
    ? null
    : {
        kind: directoryRowKind(row['kind']),
        id: String(row['id']),
        teamsKey: row['teams_key'] === null ? null : String(row['teams_key']),
        body: String(row['body']),
      };
