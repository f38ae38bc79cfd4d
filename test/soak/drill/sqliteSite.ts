/** A council on one machine: `strategy -- backup`, and the copy put back as its help says. */
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { strategy, type Site } from './site.ts';

export const sqliteSite = (dataDir: string, copies: string): Site => {
  const environment = { DATA_DIR: dataDir };
  const file = join(dataDir, 'strategy.sqlite');
  const copy = join(copies, 'copy.sqlite');
  return {
    environment: () => environment,
    how: 'SQLite: `strategy -- backup` while the product runs; the copy is put back as strategy.sqlite',
    open: () => Promise.resolve(openSqlite(file)),
    backup: () => strategy(['backup', copy], environment),
    destroy: () => {
      const ours = readdirSync(dataDir).filter((name) => name.startsWith('strategy.sqlite'));
      for (const name of ours) rmSync(join(dataDir, name));
      return Promise.resolve();
    },
    restore: () => Promise.resolve(copyFileSync(copy, file)),
    close: () => Promise.resolve(),
  };
};
