import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { soon } from '../../../src/store/sqlite/transaction.ts';
import { writeRowsBefore } from '../before/before.ts';
import { storeContract } from '../contract/contract.ts';

storeContract('the SQLite store', () =>
  soon(() => {
    const folder = mkdtempSync(join(tmpdir(), 'strategy-store-'));
    const file = join(folder, 'discussions.db');
    return {
      open: () => soon(() => openSqlite(file)),
      child: ['sqlite', file],
      writeBefore: () => soon(() => writeRowsBefore(file)),
      remove: () => soon(() => rmSync(folder, { recursive: true })),
    };
  }),
);
