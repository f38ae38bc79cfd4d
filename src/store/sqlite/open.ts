/** Opens the database file, or says in one sentence why it cannot be opened. */
import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable, unavailable } from '../unavailable.ts';
import { connect, type Sharing } from './connect.ts';
import { create } from './create.ts';
import { checkUntouched } from './existing.ts';

/** Opens `path`, creating it if there is none, migrated to today's schema. Throws StoreUnavailable. */
export const openDatabase = (path: string, sharing: Sharing = 'shared'): DatabaseSync => {
  try {
    if (existsSync(path)) checkUntouched(path);
    else if (sharing === 'alone') throw new StoreUnavailable(`There is no database file ${path}.`);
    else create(path);
    return connect(path, sharing);
  } catch (error) {
    throw unavailable(path, error);
  }
};
