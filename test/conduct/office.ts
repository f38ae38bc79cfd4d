/** The write and read path over a real database file, with a clock that stands still until it is moved. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConduct, type Conduct } from '../../src/conduct/conduct.ts';
import type { Command } from '../../src/discussion/commands/command.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { isWatched } from '../../src/messages/catalogue.ts';
import { plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { sealWith } from '../builders/signing.ts';
import { practiceUnder } from '../builders/standards.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Store, Stores } from '../../src/store/store.ts';
import { tuesday } from '../builders/convene.ts';
import { actor, directoryOf, health, manager, police, school, socialWorker, stranger } from '../builders/people.ts';
import { createDirectory } from '../../src/directory/directory.ts';

export interface Office {
  readonly conduct: Conduct;
  readonly stores: Stores;
  /** Where its database file is: a `DATA_DIR`. */
  readonly folder: string;
  /** How often something was appended. */
  readonly appended: () => number;
  readonly pass: (ms: number) => void;
  act(who: Participant, command: Command, key?: string): ReturnType<Conduct['act']>;
  close(): Promise<void>;
}

export const reference = 'SD-TEST22';

/** `wrap` puts something between conduct and the store, such as a writer that is always a moment faster. */
export const openOffice = async (wrap: (store: Store) => Store = (store) => store): Promise<Office> => {
  const folder = mkdtempSync(join(tmpdir(), 'conduct-'));
  const stores = openSqlite(join(folder, 'strategy.sqlite'));
  const directory = createDirectory(stores.directory);
  await directory.importPeople(directoryOf(manager, socialWorker, police, health, school, stranger));
  let now: Instant = tuesday;
  let appended = 0;
  let keys = 0;
  const conduct = createConduct({
    store: wrap(stores.store),
    directory,
    clock: () => now,
    standard: () => 'practice-standards-2025',
    practiceFor: practiceUnder,
    watch: isWatched,
    sealWith,
    appended: () => {
      appended += 1;
    },
  });
  return {
    conduct,
    stores,
    folder,
    appended: () => appended,
    pass: (ms) => {
      now = plusMillis(now, ms);
    },
    act: (who, command, key) =>
      conduct.act({ reference, command, actor: actor(who), key: key ?? `key-${(keys += 1)}` }),
    close: async () => {
      await stores.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
