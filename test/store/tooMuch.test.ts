import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusalWords } from '../../src/words/refusalWords.ts';
import { createConduct } from '../../src/conduct/conduct.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { sealWith } from '../builders/signing.ts';
import { practiceUnder } from '../builders/standards.ts';
import { isWatched } from '../../src/messages/catalogue.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { actor, directoryOf, health, manager, police, school, socialWorker } from '../builders/people.ts';

let folder: string;
let stores: Stores;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-much-'));
  stores = openSqlite(join(folder, 'strategy.sqlite'));
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

it('somebody who enters more than one entry can hold is told so, and the discussion stays as it was', async () => {
  const directory = createDirectory(stores.directory);
  await directory.importPeople(directoryOf(manager, socialWorker, police, health, school));
  const conduct = createConduct({
    store: stores.store,
    directory,
    clock: () => tuesday,
    standard: () => 'practice-standards-2025',
    practiceFor: practiceUnder,
    watch: isWatched,
    sealWith,
    appended: () => undefined,
  });
  const as = { reference: 'SD-TEST22', actor: actor(manager) };
  await conduct.act({ ...as, key: 'convene', command: convene() });
  const before = await stores.store.load('SD-TEST22');
  const command = { kind: 'shareInformation', text: 'x'.repeat(1_600_000) } as const;
  const acted = await conduct.act({ ...as, key: 'share', command });
  expect(acted).toEqual({ result: 'refused', refusal: { code: 'tooMuchAtOnce' } });
  expect(refusalWords({ code: 'tooMuchAtOnce' })).toEqual([expect.stringContaining('Nothing has been recorded')]);
  expect(await stores.store.load('SD-TEST22')).toEqual(before);
});
