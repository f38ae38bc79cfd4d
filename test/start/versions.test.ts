/** A start that would leave an open discussion without the rules of its day is refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Summary } from '../../src/discussion/state/summary.ts';
import { refuseUnknownVersions } from '../../src/start/versions.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { manager } from '../builders/people.ts';
import { convenedStory } from '../builders/story.ts';
import { library } from '../builders/standards.ts';
import { aCommit, aSummary } from '../store/contract/commits.ts';

let folder: string;
let stores: Stores;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'versions-'));
  stores = openSqlite(join(folder, 'strategy.sqlite'));
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

/** One discussion, convened under this version of the Darlington procedure; `line` is what the list says of it. */
const convenedUnder = async (version: string, line: Partial<Summary>): Promise<void> => {
  const events = convenedStory('darlington', manager).events.map((event) =>
    event.type === 'discussionConvened' ? { ...event, standard: { ...event.standard, version } } : event,
  );
  const commit = aCommit(null, { events });
  await stores.store.append(commit, aSummary(commit, line));
};

const refusal =
  'Open discussions need a practice standard that is not here. Name its file in STANDARD_FILE.\nSD-1 was convened under darlington, version 1999.1.';
const inTheList = (version: string) => ({ standard: { key: 'darlington', version } });

it.each([
  ['the list', inTheList('1999.1')],
  ['the discussion itself, where the list was written before it said so', { standard: null }],
])('a version that is not here is known from %s', async (_where, line) => {
  await convenedUnder('1999.1', line);
  await expect(refuseUnknownVersions(stores.store, library)).rejects.toThrow(refusal);
});

it('one that has been decided needs nobody to decide it', async () => {
  await convenedUnder('1999.1', { ...inTheList('1999.1'), open: false });
  await expect(refuseUnknownVersions(stores.store, library)).resolves.toBeUndefined();
});

it('today’s version is here', async () => {
  const today = library.practice('darlington')?.standard.version ?? 'none';
  await convenedUnder(today, inTheList(today));
  await expect(refuseUnknownVersions(stores.store, library)).resolves.toBeUndefined();
});
